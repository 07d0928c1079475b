import type { Id } from '../../../kernel/ids.ts';

/**
 * The dated rules with a number in them that this module reads, with the value in force when the product was made,
 * its unit and its source. The values themselves live in the programme catalogue; these are what it is asked for.
 */
export const PORTFOLIO_RULES = {
  inactiveMonths: { value: 3n, unit: 'months', document: 'Mẫu 14, không giao dịch 3 tháng' },
  unpaidInterestMonths: { value: 3n, unit: 'months', document: 'Thực hành tại phòng giao dịch' },
  freezeWatchCompulsoryDays: { value: 120n, unit: 'days', document: '03/QLNK' },
  freezeWatchWarningDays: { value: 180n, unit: 'days', document: '03/QLNK' },
  recentDisbursementDays: { value: 30n, unit: 'days', document: '727/HD-NHCS ngày 11/02/2026' },
  overdueRatePercent: { value: 130n, unit: 'percent', document: '976/QĐ-TTg' },
  studentProgrammeCode: { value: 2n, unit: 'programmeCode', document: 'Danh mục chương trình' },
  ageingFirstClassDays: { value: 30n, unit: 'days', document: 'Phân tuổi nợ quá hạn' },
  ageingSecondClassDays: { value: 60n, unit: 'days', document: 'Phân tuổi nợ quá hạn' },
  ageingThirdClassDays: { value: 90n, unit: 'days', document: 'Phân tuổi nợ quá hạn' },
  ageingFourthClassDays: { value: 180n, unit: 'days', document: 'Phân tuổi nợ quá hạn' },
  ageingFifthClassDays: { value: 365n, unit: 'days', document: 'Phân tuổi nợ quá hạn' },
  comingSessionsMonths: { value: 4n, unit: 'months', document: 'Giao ban xã' },
  identityRenewalFirstAge: { value: 25n, unit: 'years', document: 'Luật Căn cước 26/2023/QH15, điều 21' },
  identityRenewalSecondAge: { value: 40n, unit: 'years', document: 'Luật Căn cước 26/2023/QH15, điều 21' },
  identityRenewalThirdAge: { value: 60n, unit: 'years', document: 'Luật Căn cước 26/2023/QH15, điều 21' },
  identityRenewalGraceYears: { value: 2n, unit: 'years', document: 'Luật Căn cước 26/2023/QH15, điều 21' },
  identityOldCardVoidFrom: {
    value: 20_250_101n,
    unit: 'date',
    document: 'Luật Căn cước 26/2023/QH15, điều 46',
  },
  staleAfterDays: { value: 35n, unit: 'days', document: 'Chu kỳ số liệu tháng' },
} as const satisfies Record<string, { value: bigint; unit: RuleUnit; document: string }>;

/** How a rule's number is meant. `programmeCode` and `date` are written without their leading zeros and hyphens. */
export type RuleUnit = 'months' | 'days' | 'years' | 'percent' | 'programmeCode' | 'date';

/** The name of a rule this module reads. */
export type RuleName = keyof typeof PORTFOLIO_RULES;

/** The row in force: its id where it is stored, and its number. */
export type RuleRow = { readonly id: Id | null; readonly value: bigint };

/** The values in force on a data date, by rule name. */
export type RuleValues = Readonly<Record<RuleName, RuleRow>>;

/** The values the product was made with; what holds where no row is stored. */
export const DEFAULT_RULE_VALUES: RuleValues = Object.fromEntries(
  Object.entries(PORTFOLIO_RULES).map(([name, { value }]) => [name, { id: null, value }]),
) as unknown as RuleValues;

/** The number of a rule as a small integer: months, days, years, percent. */
export function ruleNumber(values: RuleValues, name: RuleName): number {
  return Number(values[name].value);
}

/** A programme code as the files write it: two digits. */
export function ruleProgrammeCode(values: RuleValues, name: 'studentProgrammeCode'): string {
  return values[name].value.toString().padStart(2, '0');
}
