import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { ListName } from '../domain/list-names.ts';
import { amountOf, FIGURE_LIST_AMOUNTS } from './loan-amounts.ts';

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

/**
 * The lists that somebody stands on; whose number was found since they were written is without one no more [PF35]. That is
 * asked of each who stood without one: the view of a whole commune, which the planner takes for one person, compared every
 * person with every number.
 */
export async function listCounts(
  tx: Tx,
  { communeIds, dataDate }: { communeIds: readonly Id[]; dataDate: BusinessDate },
): Promise<ListCount[]> {
  const { rows } = await sql<ListCount>`
    select entry.list collate "C" as list, count(*)::integer as loans,
      count(distinct entry.customer_code collate "C")::integer as customers, sum(entry.weight)::bigint as "amountVnd"
    from portfolio.publication shown
    join portfolio.list_entry entry on entry.commune_id = shown.commune_id and entry.data_date = shown.data_date
      and entry.version_id = shown.version_id
    where shown.commune_id = any (${[...communeIds]}::uuid[]) and shown.data_date = ${dataDate}
      and (entry.list <> 'phone_missing' or (
        select is_reachable from registry.customer
        where customer.commune_id = entry.commune_id and customer.customer_code = entry.customer_code) is not true)
    group by 1`.execute(tx);
  return rows;
}

/**
 * The lists of figures that somebody stands on: one reading of the positions for all of them, put together customer
 * by customer first, so that nobody is counted twice and nothing is sorted.
 */
export async function figureListCounts(
  tx: Tx,
  { communeIds, dataDate }: { communeIds: readonly Id[]; dataDate: BusinessDate },
): Promise<ListCount[]> {
  const lists = Object.entries(FIGURE_LIST_AMOUNTS).map(([list, { amount }]) => ({
    ...{ list, amount: amountOf(amount, 'p'), loans: sql.ref(`${list}_loans`) },
    ...{ customers: sql.ref(`${list}_customers`), total: sql.ref(`${list}_vnd`) },
  }));
  const ofCustomer = lists.map(
    ({ amount, loans, total }) =>
      sql`count(*) filter (where ${amount} <> 0) as ${loans}, sum(${amount})::bigint as ${total}`,
  );
  const ofAll = lists.map(
    ({ loans, customers, total }) =>
      sql`sum(${loans}) as ${loans}, count(*) filter (where ${loans} > 0) as ${customers}, sum(${total}) as ${total}`,
  );
  const counted = lists.map(
    ({ list, loans, customers, total }) => sql`(${list}::text, ${loans}, ${customers}, ${total})`,
  );
  const { rows } = await sql<ListCount>`
    select counted.list, counted.loans::integer as loans, counted.customers::integer as customers,
      counted.amount::bigint as "amountVnd"
    from (
      select ${sql.join(ofAll)} from (
        select ${sql.join(ofCustomer)}
        from portfolio.publication shown
        join portfolio.position p on p.commune_id = shown.commune_id and p.data_date = shown.data_date
          and p.version_id = shown.version_id
        where shown.commune_id = any (${[...communeIds]}::uuid[]) and shown.data_date = ${dataDate}
          and p.data_date = ${dataDate}
        group by p.customer_code collate "C"
      ) customer
    ) whole
    cross join lateral (values ${sql.join(counted)}) counted (list, loans, customers, amount)
    where counted.loans > 0`.execute(tx);
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

/**
 * In-term loans due at coming sessions, by session; reachable as the registry knows people now [PF33]. Who is
 * reachable is asked once for the few customers concerned.
 */
export async function dueAtSessions(tx: Tx, shown: ShownCommune): Promise<DueAtSession[]> {
  const entries = await sql<{ sessionOn: BusinessDate; customerCode: string; amountVnd: bigint }>`
    select key_date as "sessionOn", customer_code as "customerCode", weight as "amountVnd"
    from portfolio.list_entry
    where commune_id = ${shown.communeId} and data_date = ${shown.dataDate} and version_id = ${shown.versionId}
      and list = 'due_at_coming_sessions'
    order by key_date, contract_no`.execute(tx);
  const codes = entries.rows.map((entry) => entry.customerCode);
  const reachable = codes.length === 0 ? new Set<string>() : await reachableAmong(tx, shown.communeId, codes);
  const sessions = [...new Set(entries.rows.map((entry) => entry.sessionOn))];
  return sessions.map((sessionOn) => {
    const due = entries.rows.filter((entry) => entry.sessionOn === sessionOn);
    const customers = [...new Set(due.map((entry) => entry.customerCode))];
    return {
      sessionOn,
      loans: due.length,
      amountVnd: due.reduce((sum, entry) => sum + entry.amountVnd, 0n),
      customers: customers.length,
      reachableCustomers: customers.filter((code) => reachable.has(code)).length,
    };
  });
}

async function reachableAmong(tx: Tx, communeId: Id, codes: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ customerCode: string }>`
    select customer_code as "customerCode" from registry.customer
    where commune_id = ${communeId} and customer_code = any (${[...new Set(codes)]}::text[]) and is_reachable`.execute(
    tx,
  );
  return new Set(rows.map((row) => row.customerCode));
}

/** A large move to overdue in the months shown. */
export type MoveToOverdue = {
  readonly communeId: Id;
  readonly dataDate: BusinessDate;
  readonly on: BusinessDate | null;
  readonly contractNo: string;
  readonly customerCode: string;
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
    select entry.commune_id as "communeId", entry.data_date as "dataDate", entry.key_date as "on",
      entry.contract_no as "contractNo", entry.customer_code as "customerCode", entry.weight as "amountVnd"
    from portfolio.publication shown
    join portfolio.list_entry entry on entry.commune_id = shown.commune_id and entry.data_date = shown.data_date
      and entry.version_id = shown.version_id
    where shown.commune_id = ${asked.communeId} and shown.data_date between ${asked.from} and ${asked.to}
      and entry.list = 'moved_to_overdue_in_month'
    order by entry.weight desc, entry.data_date desc, entry.contract_no limit ${asked.limit}`.execute(tx);
  return rows;
}
