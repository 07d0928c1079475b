import { type RawBuilder, sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { ChangeListName } from '../domain/list-names.ts';
import { amountOf, CHANGE_LIST_AMOUNTS, type LoanAmount } from './loan-amounts.ts';

/** Two dates of the same communes. */
type TwoDates = {
  readonly communeIds: readonly Id[];
  readonly dataDate: BusinessDate;
  readonly comparedDate: BusinessDate | null;
};

/** What a list shows of a loan that says who and where, and what it says of its days. */
const CODES = [
  'commune_id',
  'contract_no',
  'customer_code',
  'village_code',
  'group_code',
  'association_code',
  'programme_code',
  'fund_source',
  'due_on_session',
  'due_on_contract',
  'due_on_extended',
  'overdue_since',
  'freeze_ends_on',
  'last_transaction_on',
  'first_disbursed_on',
  'last_disbursed_on',
  'signed_on',
];

/** What a loan that is no longer in the file has nothing of. */
const BALANCES = [
  'outstanding_vnd',
  'in_term_vnd',
  'overdue_vnd',
  'frozen_vnd',
  'unpaid_interest_in_term_vnd',
  'unpaid_interest_overdue_vnd',
];

/** The positions that communes show at a date; none where there is no such date. */
function positionsAt(communeIds: readonly Id[], dataDate: BusinessDate | null): RawBuilder<unknown> {
  return sql`
    select position.* from portfolio.publication shown
    join portfolio.position on position.commune_id = shown.commune_id and position.data_date = shown.data_date
      and position.version_id = shown.version_id
    where shown.commune_id = any (${[...communeIds]}::uuid[]) and shown.data_date = ${dataDate}::date
      and position.data_date = ${dataDate}::date`;
}

/**
 * The loans of two dates side by side, each with the amount now and before [PF66]. A loan that has left the file has
 * the codes of its last row and nothing outstanding.
 */
export function changedLoans(
  list: Exclude<ChangeListName, 'customers_changed'>,
  { communeIds, dataDate, comparedDate }: TwoDates,
): RawBuilder<unknown> {
  const amount: LoanAmount = CHANGE_LIST_AMOUNTS[list];
  const codes = CODES.map(
    (name) => `case when now.contract_no is null then before.${name} else now.${name} end as ${name}`,
  );
  const balances = BALANCES.map((name) => `coalesce(now.${name}, 0) as ${name}`);
  return sql`
    select ${sql.raw([...codes, ...balances].join(', '))}, coalesce(now.is_closed, true) as is_closed,
      coalesce(${amountOf(amount, 'now')}, 0) as now_vnd, coalesce(${amountOf(amount, 'before')}, 0) as before_vnd
    from (${positionsAt(communeIds, dataDate)}) now
    full join (${positionsAt(communeIds, comparedDate)}) before
      on before.commune_id = now.commune_id and before.contract_no = now.contract_no`;
}

/**
 * One row a customer who owes at one date only: 1 now and 0 before, or the other way round [PF67]. A customer is known
 * by the code alone, so that one who owes in two communes comes and leaves once.
 */
export function changedCustomers({ communeIds, dataDate, comparedDate }: TwoDates): RawBuilder<unknown> {
  const rowsAt = (date: BusinessDate | null, isNow: boolean) => {
    const balances = BALANCES.map((name) => (isNow ? name : `0::bigint as ${name}`));
    return sql`
      select ${sql.raw([...CODES, ...balances].join(', '))}, is_closed or ${!isNow} as is_closed,
        ${isNow}::boolean as is_now
      from (${positionsAt(communeIds, date)}) position where outstanding_vnd > 0`;
  };
  return sql`
    select * from (
      select owed.*, max(is_now::integer) over customer::bigint as now_vnd,
        max((not is_now)::integer) over customer::bigint as before_vnd,
        row_number() over (partition by customer_code order by contract_no) as place
      from (${rowsAt(dataDate, true)} union all ${rowsAt(comparedDate, false)}) owed
      window customer as (partition by customer_code)
    ) owed where place = 1`;
}
