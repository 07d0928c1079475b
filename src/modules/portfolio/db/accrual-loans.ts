import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { AccrualLoan } from '../domain/month-accrual.ts';
import { LOAN_ROW, type LoanRow } from './loan-rows.ts';

/** An open loan with the accrual its file tells. */
export type CheckedLoan = AccrualLoan & {
  readonly communeId: Id;
  readonly contractNo: string;
  readonly programmeCode: string;
  readonly fundSource: string;
  readonly fileVnd: bigint;
};

/** The open loans of one commune at a date, by contract; only one of them where a contract is named. */
export async function accrualLoans(
  tx: Tx,
  asked: {
    readonly communeId: Id;
    readonly dataDate: BusinessDate;
    readonly contractNo?: string | undefined;
    /** Only loans after this contract. */
    readonly after?: string | undefined;
  },
): Promise<CheckedLoan[]> {
  const { communeId, dataDate, contractNo = null, after = null } = asked;
  const { rows } = await sql<CheckedLoan>`
    select p.commune_id as "communeId", p.contract_no as "contractNo", p.data_date as "dataDate",
      p.programme_code as "programmeCode",
      p.fund_source as "fundSource", p.month_accrued_vnd as "fileVnd", p.rate_bps_per_year as "rateBpsPerYear",
      p.first_disbursed_on as "firstDisbursedOn", p.last_disbursed_on as "lastDisbursedOn",
      p.last_transaction_on as "lastTransactionOn", p.overdue_since as "overdueSince", p.frozen_on as "frozenOn",
      p.in_term_vnd as "inTermVnd", p.overdue_vnd as "overdueVnd", p.frozen_vnd as "frozenVnd",
      p.month_disbursed_vnd as "monthDisbursedVnd", p.month_to_overdue_vnd as "monthToOverdueVnd",
      p.month_to_frozen_vnd as "monthToFrozenVnd", p.month_collected_in_term_vnd as "monthCollectedInTermVnd",
      p.month_collected_overdue_vnd as "monthCollectedOverdueVnd",
      p.month_collected_frozen_vnd as "monthCollectedFrozenVnd", p.month_written_off_vnd as "monthWrittenOffVnd"
    from portfolio.publication shown
    join portfolio.position p on p.commune_id = shown.commune_id and p.data_date = shown.data_date
      and p.version_id = shown.version_id
    where shown.commune_id = ${communeId} and shown.data_date = ${dataDate}
      and p.commune_id = ${communeId} and p.data_date = ${dataDate} and p.outstanding_vnd > 0
      and (${contractNo}::text is null or p.contract_no = ${contractNo})
      and (${after}::text is null or p.contract_no > ${after})
    order by p.contract_no`.execute(tx);
  return rows;
}

/** The rows of loans of one commune at a date, by contract. */
export async function loanRowsOf(
  tx: Tx,
  asked: {
    readonly communeId: Id;
    readonly dataDate: BusinessDate;
    readonly contractNos: readonly string[];
  },
): Promise<LoanRow[]> {
  const { communeId, dataDate, contractNos } = asked;
  const { rows } = await sql<LoanRow>`
    select ${LOAN_ROW} from portfolio.publication shown
    join portfolio.position p on p.commune_id = shown.commune_id and p.data_date = shown.data_date
      and p.version_id = shown.version_id
    where shown.commune_id = ${communeId} and shown.data_date = ${dataDate}
      and p.commune_id = ${communeId} and p.data_date = ${dataDate}
      and p.contract_no = any (${[...contractNos]}::text[])
    order by p.contract_no`.execute(tx);
  return rows;
}
