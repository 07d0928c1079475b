import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { showArea as operation } from './contract.ts';
import { type AreaEntryRow, selectAreaEntries } from './db/area-entries.ts';
import {
  type PlacedArea,
  selectBankNames,
  selectProvinces,
  selectRegisteredArea,
  selectRegisteredCommunes,
  selectVillages,
} from './db/area-register.ts';

/** One area of the scope with its villages and its names, codes and province over time [RG17, RG18, RG19]. */
export async function showArea(
  { areaId }: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'notFound'>> {
  const { tx, clock } = context;
  const on = clock.today();
  const area = await selectRegisteredArea(tx, { areaId, on });
  if (area === undefined || !(await isInScope(area, context))) return refuse('notFound');
  const entries = await selectAreaEntries(tx, areaId);
  const provinceIds = entries.flatMap(({ field, value }) => (field === 'province' ? [value as Id] : []));
  const provinces = await selectProvinces(tx, { provinceIds, on });
  const shownValue = ({ field, value }: AreaEntryRow) =>
    field === 'province' ? (provinces.find((one) => one.areaId === value)?.name ?? value) : value;
  return {
    area,
    villages: area.kind === 'commune' ? [...(await selectVillages(tx, { communeId: areaId, on }))] : [],
    bankNames: [...(await selectBankNames(tx, areaId))],
    entries: entries.map((entry) => ({ ...entry, value: shownValue(entry) })),
  };
}

/** A province is seen by whoever sees one of its communes. */
async function isInScope({ kind, areaId, parentId }: PlacedArea, context: HandlerContext): Promise<boolean> {
  const { tx, caller, clock } = context;
  if (caller.scope.system) return true;
  const { communeIds } = caller.scope;
  if (kind === 'commune') return communeIds.includes(areaId);
  if (kind === 'village') return parentId !== null && communeIds.includes(parentId);
  const communes = await selectRegisteredCommunes(tx, { communeIds, on: clock.today() });
  return communes.some((commune) => commune.parentId === areaId);
}
