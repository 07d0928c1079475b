import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { listAreas as operation } from './contract.ts';
import { type Area, MOST_AREAS, selectAreas } from './db/areas.ts';

/** Names and codes of the communes and villages of the scope; the whole list for the administrator [RG1, RG3]. */
export async function listAreas(
  { on }: InputOf<typeof operation>,
  { tx, caller }: HandlerContext,
): Promise<OutputOf<typeof operation>> {
  const communeIds = caller.scope.system ? undefined : caller.scope.communeIds;
  const found = await selectAreas(tx, { communeIds, on });
  const areas = found.slice(0, MOST_AREAS);
  const allowed = caller.scope.villageCodes;
  const villages = areas.filter(
    (area) => area.kind === 'village' && (allowed === undefined || allowed.includes(area.bankCode)),
  );
  const communes = areas
    .filter((area) => area.kind === 'commune')
    .map((commune) => ({
      communeId: commune.areaId,
      communeCode: commune.bankCode,
      ...named(commune),
      villages: villages
        .filter((village) => village.parentId === commune.areaId)
        .map((village) => ({ villageId: village.areaId, villageCode: village.bankCode, ...named(village) })),
    }));
  return { communes, isCut: found.length > MOST_AREAS };
}

function named({ name, isNamed, validFrom, validTo }: Area) {
  return { name, isNamed, validFrom, validTo };
}
