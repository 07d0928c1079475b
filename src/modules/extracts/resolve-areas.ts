import type { BusinessDate } from '../../kernel/dates.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import { type Area, areasByCode } from '../registry/index.ts';
import type { CommuneId, StagedArea } from './db/staging.ts';
import type { NamedAreas } from './reading/reading.ts';

/** The areas that a batch names, the office's code for its counter, and the day on which codes mean what they mean. */
export type AreasToResolve = {
  readonly named: NamedAreas;
  readonly officeCode: string;
  readonly on: BusinessDate;
  readonly newId: NewId;
  readonly staged: ReadonlyMap<string, Area>;
};

/**
 * Finds the areas that a batch names by their bank codes on its date; an unknown one gets a new id, and becomes real
 * when the batch is published. The office's counter carries the office's code.
 *
 * @param staged communes with rows that are staged already: they stay what they were taken for
 */
export async function resolveAreas(
  tx: Tx,
  { named, officeCode, on, newId, staged }: AreasToResolve,
): Promise<{ areas: StagedArea[]; communes: CommuneId[] }> {
  const find = (kind: Area['kind'], codes: readonly string[]) => areasByCode(tx, { kind, codes, on });
  const counters = named.hasCounter ? [{ code: officeCode, name: null }] : [];
  const known = {
    commune: new Map([...(await find('commune', codesOf(named.communes))), ...staged]),
    village: await find('village', codesOf(named.villages)),
    counter: await find('counter', codesOf(counters)),
  };
  const area = (
    kind: keyof typeof known,
    one: { code: string; communeCode?: string; name: string | null },
  ): StagedArea => {
    const found = known[kind].get(one.code);
    const { code, communeCode = code, name } = one;
    return { kind, bankCode: code, communeCode, name, areaId: found?.areaId ?? newId(), isNew: !found };
  };
  const areas = [
    ...named.communes.map((one) => area('commune', one)),
    ...named.villages.map((one) => area('village', one)),
    ...counters.map((one) => area('counter', one)),
  ];
  const communes = areas
    .filter((one) => one.kind !== 'village')
    .map(({ kind, bankCode, areaId }) => ({ code: kind === 'counter' ? '' : bankCode, areaId }));
  return { areas, communes };
}

function codesOf(named: readonly { readonly code: string }[]): string[] {
  return named.map((one) => one.code);
}
