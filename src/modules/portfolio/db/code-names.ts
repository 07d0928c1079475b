import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';

type Named = { readonly code: string; readonly name: string };

const namesOf = (rows: readonly Named[]) => new Map(rows.map(({ code, name }) => [code, name]));

/** Groups are known to people by their leader: group code → leader's name. */
export async function leaderNames(
  tx: Tx,
  { communeIds, codes }: { readonly communeIds: readonly Id[]; readonly codes: readonly string[] },
): Promise<Map<string, string>> {
  const asked = [...new Set(codes)].filter((code) => code !== '');
  if (asked.length === 0) return new Map();
  const { rows } = await sql<Named>`
    select group_code as code, leader_name as name from groups.savings_group
    where commune_id = any (${[...communeIds]}::uuid[]) and group_code = any (${asked}::text[])`.execute(tx);
  return namesOf(rows);
}

/** Programme code → its name, as the code was used on a day; codes are re-used over time. */
export async function programmeNames(tx: Tx, on: BusinessDate): Promise<Map<string, string>> {
  const { rows } = await sql<Named>`
    select distinct on (code) code, name from programmes.programme
    where valid_from <= ${on}::date and (valid_to is null or valid_to >= ${on}::date)
    order by code, valid_from desc`.execute(tx);
  return namesOf(rows);
}

/** Fund source → its name. */
export async function fundSourceNames(tx: Tx): Promise<Map<string, string>> {
  const { rows } = await sql<Named>`select code, name from programmes.fund_source`.execute(tx);
  return namesOf(rows);
}
