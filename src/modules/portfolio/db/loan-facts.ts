import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';

/** What one date says is owed on a loan, and when something was last paid or drawn. */
export type LoanFacts = {
  readonly contractNo: string;
  readonly dataDate: BusinessDate;
  readonly outstandingVnd: bigint;
  readonly overdueVnd: bigint;
  readonly frozenVnd: bigint;
  readonly unpaidInterestVnd: bigint;
  readonly lastTransactionOn: BusinessDate | null;
};

/** Loans of one commune at some of the dates it shows; those the scope does not show are left out. */
export async function loanFacts(
  tx: Tx,
  asked: {
    readonly communeId: Id;
    readonly contractNos: readonly string[];
    readonly dataDates: readonly BusinessDate[];
  },
): Promise<LoanFacts[]> {
  const { rows } = await sql<LoanFacts>`
    select p.contract_no as "contractNo", p.data_date as "dataDate", p.outstanding_vnd as "outstandingVnd",
      p.overdue_vnd as "overdueVnd", p.frozen_vnd as "frozenVnd",
      p.unpaid_interest_in_term_vnd + p.unpaid_interest_overdue_vnd as "unpaidInterestVnd",
      p.last_transaction_on as "lastTransactionOn"
    from portfolio.publication shown
    join portfolio.position p on p.commune_id = shown.commune_id and p.data_date = shown.data_date
      and p.version_id = shown.version_id
    where shown.commune_id = ${asked.communeId} and p.commune_id = ${asked.communeId}
      and shown.data_date = any (${[...asked.dataDates]}::date[])
      and p.data_date = any (${[...asked.dataDates]}::date[])
      and p.contract_no = any (${[...asked.contractNos]}::text[])`.execute(tx);
  return rows;
}
