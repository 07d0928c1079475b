import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { ListName } from '../domain/list-names.ts';

/** A commune as one version of a date shows it. */
export type ShownCommune = {
  readonly communeId: Id;
  readonly dataDate: BusinessDate;
  readonly versionId: Id;
};

/** How many stand on a list, and their weight. */
export type ListCount = {
  readonly list: ListName;
  readonly loans: number;
  readonly customers: number;
  readonly amountVnd: bigint;
};

/** The lists that somebody stands on. */
export async function listCounts(
  tx: Tx,
  { communeIds, dataDate }: { communeIds: readonly Id[]; dataDate: BusinessDate },
): Promise<ListCount[]> {
  const { rows } = await sql<ListCount>`
    select entry.list, count(*)::integer as loans, count(distinct entry.customer_code)::integer as customers,
      sum(entry.weight)::bigint as "amountVnd"
    from portfolio.publication shown
    join portfolio.list_entry entry on entry.commune_id = shown.commune_id and entry.data_date = shown.data_date
      and entry.version_id = shown.version_id
    where shown.commune_id = any (${[...communeIds]}::uuid[]) and shown.data_date = ${dataDate}
    group by entry.list`.execute(tx);
  return rows;
}

/** The first freeze that ends on or after the data date; null when none does. */
export async function nextFreezeEnd(tx: Tx, shown: ShownCommune): Promise<BusinessDate | null> {
  const { rows } = await sql<{ endsOn: BusinessDate | null }>`
    select min(key_date) as "endsOn" from portfolio.list_entry
    where commune_id = ${shown.communeId} and data_date = ${shown.dataDate} and version_id = ${shown.versionId}
      and list = 'frozen' and key_date >= ${shown.dataDate}`.execute(tx);
  return rows[0]?.endsOn ?? null;
}

/** The fixed days of the sessions at which the commune's open loans are dealt with. */
export async function sessionDays(tx: Tx, shown: ShownCommune): Promise<number[]> {
  const { rows } = await sql<{ sessionDay: number }>`
    select distinct session_day as "sessionDay" from portfolio.position
    where commune_id = ${shown.communeId} and data_date = ${shown.dataDate} and version_id = ${shown.versionId}
      and session_day between 1 and 31 and outstanding_vnd > 0 order by 1`.execute(tx);
  return rows.map((row) => row.sessionDay);
}

/** What falls due at a session and who of it can be reached. */
export type DueAtSession = {
  readonly sessionOn: BusinessDate;
  readonly loans: number;
  readonly amountVnd: bigint;
  readonly customers: number;
  readonly reachableCustomers: number;
};

/** In-term loans due at coming sessions, by session; reachable as the registry knows people now [PF33]. */
export async function dueAtSessions(tx: Tx, shown: ShownCommune): Promise<DueAtSession[]> {
  const { rows } = await sql<DueAtSession>`
    select entry.key_date as "sessionOn", count(*)::integer as loans, sum(entry.weight)::bigint as "amountVnd",
      count(distinct entry.customer_code)::integer as customers,
      count(distinct entry.customer_code) filter (where person.is_reachable)::integer as "reachableCustomers"
    from portfolio.list_entry entry
    left join registry.person_reach person
      on person.commune_id = entry.commune_id and person.customer_code = entry.customer_code
    where entry.commune_id = ${shown.communeId} and entry.data_date = ${shown.dataDate}
      and entry.version_id = ${shown.versionId} and entry.list = 'due_at_coming_sessions'
    group by entry.key_date order by entry.key_date`.execute(tx);
  return rows;
}

/** A large move to overdue in the months shown. */
export type MoveToOverdue = {
  readonly dataDate: BusinessDate;
  readonly on: BusinessDate | null;
  readonly contractNo: string;
  readonly customerName: string | null;
  readonly amountVnd: bigint;
};

/** The largest moves to overdue between two data dates, both counted. */
export async function largestMoves(
  tx: Tx,
  asked: {
    readonly communeId: Id;
    readonly from: BusinessDate;
    readonly to: BusinessDate;
    readonly limit: number;
  },
): Promise<MoveToOverdue[]> {
  const { rows } = await sql<MoveToOverdue>`
    select entry.data_date as "dataDate", entry.key_date as "on", entry.contract_no as "contractNo",
      person.full_name as "customerName", entry.weight as "amountVnd"
    from portfolio.publication shown
    join portfolio.list_entry entry on entry.commune_id = shown.commune_id and entry.data_date = shown.data_date
      and entry.version_id = shown.version_id
    left join registry.person_reach person
      on person.commune_id = entry.commune_id and person.customer_code = entry.customer_code
    where shown.commune_id = ${asked.communeId} and shown.data_date between ${asked.from} and ${asked.to}
      and entry.list = 'moved_to_overdue_in_month'
    order by entry.weight desc, entry.data_date desc, entry.contract_no limit ${asked.limit}`.execute(tx);
  return rows;
}
