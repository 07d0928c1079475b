import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { ListName } from '../domain/list-names.ts';

/** The dated row that put a loan on a list when the date was published; null for lists without a number. */
export async function entryRule(
  tx: Tx,
  entry: {
    readonly communeId: Id;
    readonly dataDate: BusinessDate;
    readonly list: ListName;
    readonly contractNo: string;
  },
): Promise<Id | null> {
  const { communeId, dataDate } = entry;
  const { rows } = await sql<{ id: Id | null }>`
    select entry.rule_value_id as id from portfolio.publication shown
    join portfolio.list_entry entry on entry.commune_id = shown.commune_id and entry.data_date = shown.data_date
      and entry.version_id = shown.version_id
    where shown.commune_id = ${communeId} and shown.data_date = ${dataDate}
      and entry.commune_id = ${communeId} and entry.list = ${entry.list} and entry.contract_no = ${entry.contractNo}
  `.execute(tx);
  return rows[0]?.id ?? null;
}
