import { type RawBuilder, sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { inSlices } from '../../../platform/db/in-slices.ts';
import { type LoanSlice, loansOf } from './loan-slice.ts';

/** A loan as the list page shows it, before names are put to it. */
export type LoanRow = {
  readonly communeId: Id;
  readonly contractNo: string;
  readonly customerCode: string;
  readonly villageCode: string;
  readonly groupCode: string;
  readonly associationCode: string;
  readonly programmeCode: string;
  readonly fundSource: string;
  readonly isClosed: boolean;
  readonly outstandingVnd: bigint;
  readonly inTermVnd: bigint;
  readonly overdueVnd: bigint;
  readonly frozenVnd: bigint;
  readonly unpaidInterestVnd: bigint;
  readonly dueOnSession: BusinessDate | null;
  readonly dueOnContract: BusinessDate | null;
  readonly dueOnExtended: BusinessDate | null;
  readonly overdueSince: BusinessDate | null;
  readonly freezeEndsOn: BusinessDate | null;
  readonly lastTransactionOn: BusinessDate | null;
  readonly firstDisbursedOn: BusinessDate | null;
};

/** A loan row with its place in the order: the value it was sorted by, as text. */
export type PlacedLoanRow = LoanRow & {
  readonly weightVnd: bigint | null;
  /** On a list of what changed: the amount at the date before. */
  readonly beforeVnd: bigint | null;
  readonly keyOn: BusinessDate | null;
  readonly sortValue: string;
};

/** The columns of a {@link LoanRow} from positions `p`. */
export const LOAN_ROW = sql.raw(`
  p.commune_id as "communeId", p.contract_no as "contractNo", p.customer_code as "customerCode",
  p.village_code as "villageCode", p.group_code as "groupCode", p.association_code as "associationCode",
  p.programme_code as "programmeCode", p.fund_source as "fundSource", p.is_closed as "isClosed",
  p.outstanding_vnd as "outstandingVnd", p.in_term_vnd as "inTermVnd", p.overdue_vnd as "overdueVnd",
  p.frozen_vnd as "frozenVnd", p.unpaid_interest_in_term_vnd + p.unpaid_interest_overdue_vnd as "unpaidInterestVnd",
  p.due_on_session as "dueOnSession", p.due_on_contract as "dueOnContract", p.due_on_extended as "dueOnExtended",
  p.overdue_since as "overdueSince", p.freeze_ends_on as "freezeEndsOn", p.last_transaction_on as "lastTransactionOn",
  p.first_disbursed_on as "firstDisbursedOn"`);

/** What loans may be sorted by: an expression and its type. Days and amounts that are missing sort as the smallest. */
const SORTS = {
  // A change is ordered by its size, whichever way it went.
  weight: { expression: 'coalesce(abs(entry.weight), p.outstanding_vnd)', type: 'bigint' },
  outstanding: { expression: 'p.outstanding_vnd', type: 'bigint' },
  overdue: { expression: 'p.overdue_vnd', type: 'bigint' },
  unpaidInterest: {
    expression: '(p.unpaid_interest_in_term_vnd + p.unpaid_interest_overdue_vnd)',
    type: 'bigint',
  },
  keyOn: { expression: `coalesce(entry.key_date, '0001-01-01')`, type: 'date' },
  dueOnSession: { expression: `coalesce(p.due_on_session, '0001-01-01')`, type: 'date' },
  lastTransactionOn: { expression: `coalesce(p.last_transaction_on, '0001-01-01')`, type: 'date' },
  contractNo: { expression: 'p.contract_no', type: 'text' },
} as const;

/** One of the allowed sorts. */
export type LoanSort = keyof typeof SORTS;

/** Where a page begins: after the row with this sort value and contract. */
export type LoanPlace = { readonly sortValue: string; readonly contractNo: string };

/** True when a text can be a sort value of this sort: a cursor comes from outside. */
export function isSortValue(sort: LoanSort, text: string): boolean {
  const patterns = { bigint: /^-?\d{1,18}$/, date: /^\d{4}-\d{2}-\d{2}$/, text: /^[0-9A-Za-z]{1,20}$/ };
  return patterns[SORTS[sort].type].test(text);
}

/** How many loans of a slice, in which order, from where. */
export type LoanRange = {
  readonly sort: LoanSort;
  readonly order: 'asc' | 'desc';
  readonly after?: LoanPlace | undefined;
  readonly limit: number;
};

/** One page of a slice in keyset order: no page costs more than the first. */
export async function loanPage(tx: Tx, slice: LoanSlice, page: LoanRange): Promise<PlacedLoanRow[]> {
  const { rows } = await loanQuery(slice, page).execute(tx);
  return rows;
}

/** The loans of a range that may be long, some at a time. */
export function loanSlices(
  tx: Tx,
  slice: LoanSlice,
  range: LoanRange,
): AsyncIterable<readonly PlacedLoanRow[]> {
  return inSlices(tx, loanQuery(slice, range));
}

function loanQuery(slice: LoanSlice, page: LoanRange): RawBuilder<PlacedLoanRow> {
  const { expression, type } = SORTS[page.sort];
  const sortBy = sql.raw(expression);
  const direction = sql.raw(page.order);
  const comparison = sql.raw(page.order === 'desc' ? '<' : '>');
  const after = page.after
    ? sql`and (${sortBy}, p.contract_no) ${comparison} (${page.after.sortValue}::${sql.raw(type)}, ${page.after.contractNo})`
    : sql``;
  return sql<PlacedLoanRow>`
    select ${LOAN_ROW}, entry.weight as "weightVnd", entry.before_vnd as "beforeVnd", entry.key_date as "keyOn",
      (${sortBy})::text as "sortValue"
    from ${loansOf(slice)} ${after}
    order by ${sortBy} ${direction}, p.contract_no ${direction}
    limit ${page.limit}`;
}

/** What all pages of a slice hold together. */
export type LoanTotals = {
  readonly loans: number;
  readonly customers: number;
  /** What the list adds up; null for loans of no list. */
  readonly weightVnd: bigint | null;
  readonly outstandingVnd: bigint;
  readonly overdueVnd: bigint;
  readonly frozenVnd: bigint;
  readonly unpaidInterestVnd: bigint;
};

/** Totals over all pages. */
export async function loanTotals(tx: Tx, slice: LoanSlice): Promise<LoanTotals> {
  const { rows } = await sql<LoanTotals>`
    select count(*)::integer as loans, count(distinct p.customer_code collate "C")::integer as customers,
      ${slice.list === undefined ? sql`null::bigint` : sql`coalesce(sum(entry.weight), 0)::bigint`} as "weightVnd",
      coalesce(sum(p.outstanding_vnd), 0)::bigint as "outstandingVnd", coalesce(sum(p.overdue_vnd), 0)::bigint as "overdueVnd",
      coalesce(sum(p.frozen_vnd), 0)::bigint as "frozenVnd",
      coalesce(sum(p.unpaid_interest_in_term_vnd + p.unpaid_interest_overdue_vnd), 0)::bigint as "unpaidInterestVnd"
    from ${loansOf(slice)}`.execute(tx);
  const [totals] = rows;
  if (!totals) throw new Error('an aggregate without a row');
  return totals;
}

/** Who a customer is, for a row of a list. */
export type CustomerName = {
  readonly communeId: Id;
  readonly customerCode: string;
  readonly fullName: string;
  readonly householdId: Id;
  /** The number to call. */
  readonly phone: string | null;
  /** Since when that is marked wrong: only where the customer has no better one. */
  readonly phoneWrongSince: BusinessDate | null;
};

/** The names, households and phones of customers. */
export async function customerNames(
  tx: Tx,
  rows: readonly { readonly communeId: Id; readonly customerCode: string }[],
): Promise<CustomerName[]> {
  const communeIds = [...new Set(rows.map((row) => row.communeId))];
  const codes = [...new Set(rows.map((row) => row.customerCode))];
  const found = await sql<CustomerName>`
    select customer.commune_id as "communeId", customer.customer_code as "customerCode",
      customer.full_name as "fullName", customer.household_id as "householdId", dialled.phone,
      dialled.wrong_number_since as "phoneWrongSince"
    from registry.customer
    join registry.person on person.commune_id = customer.commune_id and person.customer_code = customer.customer_code
    join registry.dialled_number dialled
      on dialled.commune_id = person.commune_id and dialled.person_id = person.id
    where customer.commune_id = any (${communeIds}::uuid[]) and customer.customer_code = any (${codes}::text[])`.execute(
    tx,
  );
  return found.rows;
}

/** The contract numbers of a slice, in order. */
export async function listContracts(tx: Tx, slice: LoanSlice): Promise<string[]> {
  const { rows } = await sql<{ contractNo: string }>`
    select p.contract_no as "contractNo" from ${loansOf(slice)} order by p.contract_no`.execute(tx);
  return rows.map((row) => row.contractNo);
}
