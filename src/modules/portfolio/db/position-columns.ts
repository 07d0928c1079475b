import { sql } from 'kysely';

/** The columns that a staged loan and a position share, in order: what publication carries over. */
export const LOAN_COLUMNS = sql.raw(`
  contract_no, customer_code, village_code, group_code, association_code, programme_code, fund_source, investor_code,
  decision_code, purpose, channel, debt_class, is_closed, term_band, rate_bps_per_year, session_day, signed_on,
  due_on_contract, due_on_extended, due_on_session, first_principal_on, first_interest_on, student_grace_ends_on,
  graduation_on, first_disbursed_on, last_disbursed_on, last_extended_on, overdue_since, freeze_ends_on,
  last_transaction_on, extension_count, extension_months, approved_vnd, disbursed_vnd, in_term_vnd, overdue_vnd,
  frozen_vnd, outstanding_vnd, principal_due_vnd, principal_paid_vnd, interest_paid_in_term_vnd,
  interest_paid_overdue_vnd, unpaid_interest_in_term_vnd, unpaid_interest_overdue_vnd, month_accrued_vnd,
  month_interest_in_term_vnd, month_interest_overdue_vnd, month_disbursed_vnd, month_reclassified_vnd,
  month_extended_vnd, month_to_overdue_vnd, month_to_frozen_vnd, month_collected_in_term_vnd,
  month_collected_overdue_vnd, month_collected_frozen_vnd, month_written_off_vnd, year_accrued_vnd,
  year_interest_in_term_vnd, year_interest_overdue_vnd, year_disbursed_vnd, year_reclassified_vnd, year_to_overdue_vnd,
  year_to_frozen_vnd, year_collected_in_term_vnd, year_collected_overdue_vnd, year_collected_frozen_vnd,
  year_written_off_vnd`);
