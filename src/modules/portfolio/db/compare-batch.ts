import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { OurCell } from '../domain/reconciliation.ts';

/** A batch against a date that stands. */
export type Compared = {
  readonly batchId: Id;
  readonly communeIds: readonly Id[];
  /** Null when nothing was published before. */
  readonly comparedDate: BusinessDate | null;
};

/** Which loans have gone a way, and what is added up of them: of a row `loan`, what it owed `before` and owes `after`. */
const WAYS = {
  opening: { when: 'before_vnd > 0', amount: 'before_vnd' },
  new: { when: 'before_vnd = 0', amount: 'after_vnd' },
  returned: {
    when: 'before_vnd = 0 and (commune_id, customer_code) in (select commune_id, customer_code from returned)',
    amount: 'after_vnd',
  },
  gone: { when: 'after_vnd = 0', amount: 'before_vnd' },
  less: { when: 'after_vnd > 0 and after_vnd < before_vnd', amount: 'before_vnd - after_vnd' },
  more: { when: 'before_vnd > 0 and after_vnd > before_vnd', amount: 'after_vnd - before_vnd' },
  unchanged: { when: 'after_vnd = before_vnd', amount: 'after_vnd' },
  movedToOverdue: { when: 'to_overdue_vnd > 0', amount: 'to_overdue_vnd' },
  movedToFrozen: { when: 'to_frozen_vnd > 0', amount: 'to_frozen_vnd' },
  closing: { when: 'after_vnd > 0', amount: 'after_vnd' },
} as const satisfies Readonly<Record<string, { when: string; amount: string }>>;

/** Loans and their đồng, for each way a loan may have gone. */
export type Movement = {
  readonly kind: keyof typeof WAYS;
  readonly loans: number;
  readonly amountVnd: bigint;
};

const ofWays = (of: (kind: string, way: { readonly when: string; readonly amount: string }) => string) =>
  sql.raw(
    Object.entries(WAYS)
      .map(([kind, way]) => of(kind, way))
      .join(', '),
  );

/**
 * How the open loans of the compared date became those of the batch [PF17]. Codes are compared by bytes, but where a
 * customer is looked up among earlier dates: the index is in the order of the database.
 */
export async function movements(
  tx: Tx,
  { batchId, communeIds, comparedDate }: Compared,
): Promise<Movement[]> {
  const communes = sql`${[...communeIds]}::uuid[]`;
  const { rows } = await sql<Movement>`
    with before as materialized (
      select p.commune_id, p.contract_no collate "C" as contract_no, p.customer_code collate "C" as customer_code,
        p.outstanding_vnd
      from portfolio.publication shown
      join portfolio.position p on p.commune_id = shown.commune_id and p.data_date = shown.data_date
        and p.version_id = shown.version_id
      where shown.commune_id = any (${communes}) and shown.data_date = ${comparedDate}::date
        and p.data_date = ${comparedDate}::date and p.outstanding_vnd > 0
    ), staged as materialized (
      select commune_id, contract_no collate "C" as contract_no, customer_code collate "C" as customer_code,
        outstanding_vnd, month_to_overdue_vnd, month_to_frozen_vnd
      from extracts.staged_loan where commune_id = any (${communes}) and batch_id = ${batchId}
    ), loan as materialized (
      select coalesce(before.commune_id, after.commune_id) as commune_id,
        coalesce(after.customer_code, before.customer_code) as customer_code,
        coalesce(before.outstanding_vnd, 0) as before_vnd, coalesce(after.outstanding_vnd, 0) as after_vnd,
        coalesce(after.month_to_overdue_vnd, 0) as to_overdue_vnd, coalesce(after.month_to_frozen_vnd, 0) as to_frozen_vnd
      from before full join (select * from staged where outstanding_vnd > 0) after
        on after.commune_id = before.commune_id and after.contract_no = before.contract_no
    ), fresh as materialized (
      select commune_id, customer_code from loan where before_vnd = 0
    ), returned as materialized (
      select commune_id, customer_code from fresh
      where ((commune_id, customer_code) in (select commune_id, customer_code from staged where outstanding_vnd = 0)
          or exists (select from portfolio.position earlier
            where earlier.commune_id = fresh.commune_id
              and earlier.customer_code = fresh.customer_code collate "default"
              and earlier.data_date <= ${comparedDate}::date))
        and (commune_id, customer_code) not in (select commune_id, customer_code from before)
    )
    select movement.kind, movement.loans::integer as loans, movement.amount::bigint as "amountVnd"
    from (
      select ${ofWays(
        (kind, { when, amount }) =>
          `count(*) filter (where ${when}) as "${kind}", sum(${amount}) filter (where ${when}) as "${kind}Vnd"`,
      )} from loan
    ) sums
    cross join lateral (
      values ${ofWays((kind) => `('${kind}', sums."${kind}", sums."${kind}Vnd")`)}
    ) movement (kind, loans, amount)
    where movement.loans > 0`.execute(tx);
  return rows;
}

/** A commune of the batch: what it opened with and what the file says happened since. */
export type CommuneFlow = {
  readonly communeId: Id;
  readonly openingVnd: bigint | null;
  readonly lendingVnd: bigint;
  readonly collectionVnd: bigint;
  readonly writtenOffVnd: bigint;
  readonly closingVnd: bigint;
  readonly loans: number;
  readonly overdueVnd: bigint;
  readonly frozenVnd: bigint;
};

/** Opening of the compared date and the flows of the file, for every commune asked for; those without loans flow nothing. */
export async function communeFlows(
  tx: Tx,
  { batchId, communeIds, comparedDate }: Compared,
): Promise<CommuneFlow[]> {
  const communes = sql`${[...communeIds]}::uuid[]`;
  const { rows } = await sql<CommuneFlow>`
    select commune.id as "communeId",
      (select figure.outstanding_vnd from portfolio.publication shown
       join portfolio.figure on figure.commune_id = shown.commune_id and figure.data_date = shown.data_date
         and figure.version_id = shown.version_id and figure.dimension = 'total'
       where shown.commune_id = commune.id and shown.data_date = ${comparedDate}::date) as "openingVnd",
      coalesce(staged.lending, 0) as "lendingVnd", coalesce(staged.collection, 0) as "collectionVnd",
      coalesce(staged.written_off, 0) as "writtenOffVnd", coalesce(staged.closing, 0) as "closingVnd",
      coalesce(staged.loans, 0) as loans, coalesce(staged.overdue, 0) as "overdueVnd",
      coalesce(staged.frozen, 0) as "frozenVnd"
    from unnest(${communes}) as commune (id)
    left join (
      select commune_id, sum(month_disbursed_vnd)::bigint as lending,
        sum(month_collected_in_term_vnd + month_collected_overdue_vnd + month_collected_frozen_vnd)::bigint as collection,
        sum(month_written_off_vnd)::bigint as written_off, sum(outstanding_vnd)::bigint as closing,
        count(*) filter (where outstanding_vnd > 0)::integer as loans, sum(overdue_vnd)::bigint as overdue,
        sum(frozen_vnd)::bigint as frozen
      from extracts.staged_loan where commune_id = any (${communes}) and batch_id = ${batchId} group by commune_id
    ) staged on staged.commune_id = commune.id`.execute(tx);
  return rows;
}

/** What the batch closes with, and its savings beside those of the compared date. */
export type BatchTotals = {
  readonly loans: number;
  readonly customers: number;
  readonly groups: number;
  readonly outstandingVnd: bigint;
  readonly books: number;
  readonly savingsVnd: bigint;
  readonly savingsBeforeVnd: bigint | null;
};

/** The batch as a whole. */
export async function batchTotals(
  tx: Tx,
  { batchId, communeIds, comparedDate }: Compared,
): Promise<BatchTotals> {
  const communes = sql`${[...communeIds]}::uuid[]`;
  const { rows } = await sql<BatchTotals>`
    select loans.*, savings.*, (
      select sum(figure.savings_vnd)::bigint from portfolio.publication shown
      join portfolio.figure on figure.commune_id = shown.commune_id and figure.data_date = shown.data_date
        and figure.version_id = shown.version_id and figure.dimension = 'total'
      where shown.commune_id = any (${communes}) and shown.data_date = ${comparedDate}::date) as "savingsBeforeVnd"
    from (
      select count(*)::integer as loans, count(distinct customer_code collate "C")::integer as customers,
        count(distinct nullif(group_code collate "C", ''))::integer as groups, coalesce(sum(outstanding_vnd), 0)::bigint as "outstandingVnd"
      from extracts.staged_loan
      where commune_id = any (${communes}) and batch_id = ${batchId} and outstanding_vnd > 0
    ) loans, (
      select count(*)::integer as books, coalesce(sum(balance_vnd), 0)::bigint as "savingsVnd"
      from extracts.staged_saving where commune_id = any (${communes}) and batch_id = ${batchId}
    ) savings`.execute(tx);
  const [totals] = rows;
  if (!totals) throw new Error('an aggregate without a row');
  return totals;
}

/** The measures of head office's files that add up, as sums over staged loans. */
const STAGED_SUMS = {
  lending_month: 'month_disbursed_vnd - month_reclassified_vnd',
  disbursed_month: 'month_disbursed_vnd',
  lending_year: 'year_disbursed_vnd - year_reclassified_vnd',
  collected_month: 'month_collected_in_term_vnd + month_collected_overdue_vnd + month_collected_frozen_vnd',
  collected_year: 'year_collected_in_term_vnd + year_collected_overdue_vnd + year_collected_frozen_vnd',
  interest_month: 'month_interest_in_term_vnd + month_interest_overdue_vnd',
  written_off_month: 'month_written_off_vnd',
  written_off_year: 'year_written_off_vnd',
  outstanding: 'outstanding_vnd',
  in_term: 'in_term_vnd',
  overdue: 'overdue_vnd',
  frozen: 'frozen_vnd',
  short: `case when term_band = 'short' then outstanding_vnd else 0 end`,
  medium: `case when term_band = 'medium' then outstanding_vnd else 0 end`,
  long: `case when term_band = 'long' then outstanding_vnd else 0 end`,
} as const;

const listed = (of: (name: string, amount: string) => string) =>
  sql.raw(
    Object.entries(STAGED_SUMS)
      .map(([name, amount]) => of(name, amount))
      .join(', '),
  );

/** The batch's own figures in the measures of head office's files, before anything is published. */
export async function stagedCells(
  tx: Tx,
  { batchId, communeIds, dataDate }: { batchId: Id; communeIds: readonly Id[]; dataDate: BusinessDate },
): Promise<OurCell[]> {
  const staged = sql`extracts.staged_loan
    where commune_id = any (${[...communeIds]}::uuid[]) and batch_id = ${batchId}`;
  const turns = sql`count(*) filter (where coalesce(signed_on, first_disbursed_on)
    between date_trunc('year', ${dataDate}::date) and ${dataDate}::date)`;
  // Groups and customers are hashed apart: `count(distinct)` would sort all loans for each.
  const counted = (key: string, code: string, where = 'true') =>
    sql.raw(`(select ${key}, count(*) as number
      from (select distinct ${key}, ${code} from open where ${where}) different group by ${key})`);
  const along = (dimension: string, key: string) => sql`
    select ${sql.lit(dimension)} as dimension, ${sql.raw(key)}::text as key, ${listed((name) => `cell.${name}`)},
      coalesce(groups.number, 0) as groups, coalesce(customers.number, 0) as customers, cell.turns
    from (
      select ${sql.raw(key)}, ${listed((name) => `sum(${name}) as ${name}`)}, sum(turns) as turns
      from cell group by ${sql.raw(key)}
    ) cell
    left join ${counted(key, 'group_code', `group_code <> ''`)} groups using (${sql.raw(key)})
    left join ${counted(key, 'customer_code')} customers using (${sql.raw(key)})`;
  const { rows } = await sql<Record<string, bigint> & { dimension: 'commune' | 'programme'; key: string }>`
    with cell as materialized (
      select commune_id, programme_code collate "C" as programme_code,
        ${listed((name, amount) => `sum(${amount}) as ${name}`)}, ${turns} as turns
      from ${staged} group by commune_id, programme_code collate "C"
    ), open as materialized (
      select commune_id, programme_code collate "C" as programme_code, group_code collate "C" as group_code,
        customer_code collate "C" as customer_code
      from ${staged} and outstanding_vnd > 0
    )
    ${along('commune', 'commune_id')} union all ${along('programme', 'programme_code')}`.execute(tx);
  return rows.flatMap(({ dimension, key, ...cells }) =>
    Object.entries(cells).map(([measure, ours]) => ({
      dimension,
      key,
      name: null,
      measure,
      ours: BigInt(ours),
    })),
  );
}

/** The savings of each commune of the batch, in head office's measure; no file tells them by programme. */
export async function stagedSavingsCells(
  tx: Tx,
  { batchId, communeIds }: { batchId: Id; communeIds: readonly Id[] },
): Promise<OurCell[]> {
  const { rows } = await sql<OurCell>`
    select 'commune' as dimension, commune_id::text as key, null as name, 'savings' as measure,
      sum(balance_vnd)::bigint as ours
    from extracts.staged_saving
    where commune_id = any (${[...communeIds]}::uuid[]) and batch_id = ${batchId} group by commune_id`.execute(
    tx,
  );
  return rows;
}
