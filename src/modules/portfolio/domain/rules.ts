import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';

/**
 * The dated rules with a number in them that this module judges by. Their values, documents and dates are rows of
 * the programme catalogue; this is what it is asked for.
 */
export const PORTFOLIO_RULES = [
  'inactiveMonths',
  'unpaidInterestMonths',
  'freezeWatchCompulsoryDays',
  'freezeWatchWarningDays',
  'recentDisbursementDays',
  'checkWatchMonths',
  'overdueRatePercent',
  'interestDayBasis',
  'ageBand1Days',
  'ageBand2Days',
  'ageBand3Days',
  'ageBand4Days',
  'ageBand5Days',
  'sharedPhoneCustomers',
  'identityRenewalAge1',
  'identityRenewalAge2',
  'identityRenewalAge3',
  'identityRenewalGraceYears',
  'oldIdentityVoidFrom',
  'freshnessDays',
] as const;

/** One of {@link PORTFOLIO_RULES}. */
export type PortfolioRule = (typeof PORTFOLIO_RULES)[number];

/** A dated row of a rule. */
export type RuleRow = {
  readonly id: Id;
  readonly value: bigint;
  readonly document: string;
  readonly validFrom: BusinessDate;
  readonly confidence: string;
  /** What it is narrowed to, in words, as `chương trình 02`; '' where it counts for every loan. */
  readonly narrowedTo: string;
};

/** Which loans a narrower row is for: those of the programme, of the fund source, or of both. */
export type LoanKind = {
  readonly programmeCode?: string | undefined;
  readonly fundSource?: string | undefined;
};

/** A row for some loans only. */
export type NarrowedRow = RuleRow & { readonly of: LoanKind };

/**
 * The rows in force on a data date in one office, by rule: the row that counts for every loan, and before it those that
 * decide for some; of these the first that covers a loan decides it.
 */
export type RuleRows = Readonly<
  Record<PortfolioRule, RuleRow & { readonly narrowed: readonly NarrowedRow[] }>
>;

/** The row of a rule that decides for a loan [PF42]. */
export function rowFor(rows: RuleRows, rule: PortfolioRule, loan: Required<LoanKind>): RuleRow {
  const { narrowed, ...general } = rows[rule];
  return narrowed.find(({ of }) => covers(of, loan)) ?? general;
}

function covers({ programmeCode, fundSource }: LoanKind, loan: LoanKind): boolean {
  return (
    (programmeCode === undefined || programmeCode === loan.programmeCode) &&
    (fundSource === undefined || fundSource === loan.fundSource)
  );
}

/** A rule's number where it counts months, days, years, customers or percent. */
export function ruleNumber(rows: RuleRows, rule: PortfolioRule): number {
  return Number(rows[rule].value);
}
