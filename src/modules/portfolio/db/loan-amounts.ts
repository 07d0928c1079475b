import { type RawBuilder, sql } from 'kysely';
import type { ChangeListName, FigureListName } from '../domain/list-names.ts';

/**
 * The amounts that pages and papers show, of one loan: columns of a row `a` of positions or of staged loans, which
 * carry the same columns. A figure is the sum of its amount; a list is the loans where it is not zero.
 */
const AMOUNTS = {
  outstanding: (a: string) => `${a}.outstanding_vnd`,
  inTerm: (a: string) => `${a}.in_term_vnd`,
  overdue: (a: string) => `${a}.overdue_vnd`,
  frozen: (a: string) => `${a}.frozen_vnd`,
  arrears: (a: string) => `${a}.overdue_vnd + ${a}.frozen_vnd`,
  unpaidInterest: (a: string) =>
    `case when ${a}.outstanding_vnd > 0 then ${a}.unpaid_interest_in_term_vnd + ${a}.unpaid_interest_overdue_vnd else 0 end`,
  disbursedMonth: (a: string) => `${a}.month_disbursed_vnd`,
  lendingMonth: (a: string) => `${a}.month_disbursed_vnd - ${a}.month_reclassified_vnd`,
  lendingYear: (a: string) => `${a}.year_disbursed_vnd - ${a}.year_reclassified_vnd`,
  collectedMonth: (a: string) =>
    `${a}.month_collected_in_term_vnd + ${a}.month_collected_overdue_vnd + ${a}.month_collected_frozen_vnd`,
  collectedYear: (a: string) =>
    `${a}.year_collected_in_term_vnd + ${a}.year_collected_overdue_vnd + ${a}.year_collected_frozen_vnd`,
  interestMonth: (a: string) => `${a}.month_interest_in_term_vnd + ${a}.month_interest_overdue_vnd`,
  toOverdueMonth: (a: string) => `${a}.month_to_overdue_vnd`,
  toFrozenMonth: (a: string) => `${a}.month_to_frozen_vnd`,
  writtenOffMonth: (a: string) => `${a}.month_written_off_vnd`,
  writtenOffYear: (a: string) => `${a}.year_written_off_vnd`,
  short: (a: string) => `case when ${a}.term_band = 'short' then ${a}.outstanding_vnd else 0 end`,
  medium: (a: string) => `case when ${a}.term_band = 'medium' then ${a}.outstanding_vnd else 0 end`,
  long: (a: string) => `case when ${a}.term_band = 'long' then ${a}.outstanding_vnd else 0 end`,
} as const;

/** One of the amounts. */
export type LoanAmount = keyof typeof AMOUNTS;

/** The amount of a row as SQL; `alias` is a name of this module's own statements, never a caller's text. */
export function amountOf(amount: LoanAmount, alias: 'p' | 'now' | 'before' | 'staged'): RawBuilder<bigint> {
  return sql.raw<bigint>(`(${AMOUNTS[amount](alias)})`);
}

/** What each list of a figure adds up, and the day that matters on it [PF60–PF65]. */
export const FIGURE_LIST_AMOUNTS: Readonly<
  Record<FigureListName, { readonly amount: LoanAmount; readonly keyDate: string }>
> = {
  arrears: { amount: 'arrears', keyDate: 'coalesce(p.overdue_since, p.freeze_ends_on)' },
  unpaid_interest: { amount: 'unpaidInterest', keyDate: 'p.last_transaction_on' },
  disbursed_in_month: { amount: 'disbursedMonth', keyDate: 'coalesce(p.last_disbursed_on, p.signed_on)' },
  collected_in_month: { amount: 'collectedMonth', keyDate: 'p.last_transaction_on' },
  interest_in_month: { amount: 'interestMonth', keyDate: 'p.last_transaction_on' },
  to_overdue_in_month: { amount: 'toOverdueMonth', keyDate: 'p.overdue_since' },
};

/** What each list of a change compares [PF66]. */
export const CHANGE_LIST_AMOUNTS: Readonly<Record<Exclude<ChangeListName, 'customers_changed'>, LoanAmount>> =
  {
    outstanding_changed: 'outstanding',
    overdue_changed: 'overdue',
    frozen_changed: 'frozen',
    arrears_changed: 'arrears',
    unpaid_interest_changed: 'unpaidInterest',
  };
