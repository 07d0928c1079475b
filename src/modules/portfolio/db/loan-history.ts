import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { ListName } from '../domain/list-names.ts';
import { LOAN_ROW, type LoanRow } from './loan-rows.ts';

/** A loan at one data date with everything its file says. */
export type LoanAtDate = LoanRow & {
  readonly dataDate: BusinessDate;
  readonly purpose: string | null;
  readonly channel: string | null;
  readonly debtClass: string | null;
  readonly termBand: 'short' | 'medium' | 'long' | null;
  readonly rateBpsPerYear: number;
  readonly sessionDay: number | null;
  readonly signedOn: BusinessDate | null;
  readonly firstInterestOn: BusinessDate | null;
  readonly studentGraceEndsOn: BusinessDate | null;
  readonly approvedVnd: bigint;
  readonly disbursedVnd: bigint;
  readonly principalDueVnd: bigint;
  readonly principalPaidVnd: bigint;
  readonly interestPaidVnd: bigint;
  readonly unpaidInterestInTermVnd: bigint;
  readonly unpaidInterestOverdueVnd: bigint;
  readonly extensionCount: number;
  readonly extensionMonths: number;
  readonly frozenOn: BusinessDate | null;
  readonly freezeReason: string | null;
  readonly disbursedMonthVnd: bigint;
  readonly collectedMonthVnd: bigint;
  readonly interestMonthVnd: bigint;
  readonly toOverdueMonthVnd: bigint;
  readonly toFrozenMonthVnd: bigint;
  readonly lists: readonly ListName[];
};

/** The loans asked for at every date their commune shows, by contract, oldest date first. */
export async function loanHistory(
  tx: Tx,
  asked: {
    readonly communeId: Id;
    readonly contractNo?: string;
    readonly customerCodes?: readonly string[];
  },
): Promise<LoanAtDate[]> {
  const which =
    asked.contractNo === undefined
      ? sql`p.customer_code = any (${[...(asked.customerCodes ?? [])]}::text[])`
      : sql`p.contract_no = ${asked.contractNo}`;
  const { rows } = await sql<LoanAtDate>`
    select ${LOAN_ROW}, p.data_date as "dataDate", p.purpose, p.channel, p.debt_class as "debtClass",
      p.term_band as "termBand", p.rate_bps_per_year as "rateBpsPerYear", p.session_day as "sessionDay",
      p.signed_on as "signedOn", p.first_interest_on as "firstInterestOn",
      p.student_grace_ends_on as "studentGraceEndsOn", p.approved_vnd as "approvedVnd", p.disbursed_vnd as "disbursedVnd",
      p.principal_due_vnd as "principalDueVnd", p.principal_paid_vnd as "principalPaidVnd",
      p.interest_paid_in_term_vnd + p.interest_paid_overdue_vnd as "interestPaidVnd",
      p.unpaid_interest_in_term_vnd as "unpaidInterestInTermVnd",
      p.unpaid_interest_overdue_vnd as "unpaidInterestOverdueVnd", p.extension_count as "extensionCount",
      p.extension_months as "extensionMonths", p.frozen_on as "frozenOn", p.freeze_reason as "freezeReason",
      p.month_disbursed_vnd as "disbursedMonthVnd",
      p.month_collected_in_term_vnd + p.month_collected_overdue_vnd + p.month_collected_frozen_vnd as "collectedMonthVnd",
      p.month_interest_in_term_vnd + p.month_interest_overdue_vnd as "interestMonthVnd",
      p.month_to_overdue_vnd as "toOverdueMonthVnd", p.month_to_frozen_vnd as "toFrozenMonthVnd",
      array(select entry.list from portfolio.list_entry entry
            where entry.commune_id = p.commune_id and entry.data_date = p.data_date and entry.version_id = p.version_id
              and entry.contract_no = p.contract_no order by entry.list) as lists
    from portfolio.publication shown
    join portfolio.position p on p.commune_id = shown.commune_id and p.data_date = shown.data_date
      and p.version_id = shown.version_id
    where shown.commune_id = ${asked.communeId} and p.commune_id = ${asked.communeId} and ${which}
    order by p.contract_no, p.data_date`.execute(tx);
  return rows;
}

/** The savings books of customers at every date, by book, oldest date first. */
export async function savingHistory(
  tx: Tx,
  { communeId, customerCodes }: { communeId: Id; customerCodes: readonly string[] },
): Promise<{ customerCode: string; bookNo: string; dataDate: BusinessDate; balanceVnd: bigint }[]> {
  const { rows } = await sql<{
    customerCode: string;
    bookNo: string;
    dataDate: BusinessDate;
    balanceVnd: bigint;
  }>`
    select saving.customer_code as "customerCode", saving.book_no as "bookNo", saving.data_date as "dataDate",
      saving.balance_vnd as "balanceVnd"
    from portfolio.publication shown
    join portfolio.saving on saving.commune_id = shown.commune_id and saving.data_date = shown.data_date
      and saving.version_id = shown.version_id
    where shown.commune_id = ${communeId} and saving.customer_code = any (${[...customerCodes]}::text[])
    order by saving.book_no, saving.data_date`.execute(tx);
  return rows;
}

/** The customer codes of a household's members. */
export async function householdCustomers(tx: Tx, communeId: Id, householdId: Id): Promise<string[]> {
  const { rows } = await sql<{ customerCode: string }>`
    select customer_code as "customerCode" from registry.customer
    where commune_id = ${communeId} and household_id = ${householdId}
    order by customer_code`.execute(tx);
  return rows.map((row) => row.customerCode);
}
