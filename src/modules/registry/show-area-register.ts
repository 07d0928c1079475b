import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { showAreaRegister as operation } from './contract.ts';
import { selectNamedMerges } from './db/area-merges.ts';
import { selectProvinces, selectRegisteredCommunes, selectUnnamedAreas } from './db/area-register.ts';

/** The register of the scope, of the whole system for the administrator: areas, those without a name, the merge map [RG3, RG5]. */
export async function showAreaRegister(
  _: InputOf<typeof operation>,
  { tx, caller, clock }: HandlerContext,
): Promise<OutputOf<typeof operation>> {
  const on = clock.today();
  const communeIds = caller.scope.system ? undefined : caller.scope.communeIds;
  const communes = await selectRegisteredCommunes(tx, { communeIds, on });
  const placedIn = [...new Set(communes.flatMap(({ parentId }) => parentId ?? []))];
  const shown = communeIds === undefined ? undefined : [...communeIds, ...placedIn];
  return {
    provinces: [
      ...(await selectProvinces(tx, { provinceIds: communeIds === undefined ? undefined : placedIn, on })),
    ],
    communes: [...communes],
    unnamed: [...(await selectUnnamedAreas(tx, { communeIds, on }))],
    merges: [...(await selectNamedMerges(tx, shown))],
  };
}
