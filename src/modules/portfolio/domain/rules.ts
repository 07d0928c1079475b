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

/** The row of a rule in force on a data date. */
export type RuleRow = {
  readonly id: Id;
  readonly value: bigint;
  readonly document: string;
  readonly validFrom: string;
  readonly confidence: string;
};

/** The rows in force on a data date, by rule. */
export type RuleRows = Readonly<Record<PortfolioRule, RuleRow>>;

/** A rule's number where it counts months, days, years, customers or percent. */
export function ruleNumber(rows: RuleRows, rule: PortfolioRule): number {
  return Number(rows[rule].value);
}

/**
 * The programme of students. Their interest is not yet payable while they study, so they stand on no list of
 * unpaid interest or inactivity [PF22] [PF25].
 */
export const STUDENT_PROGRAMME_CODE = '02';
