import { day } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { AccrualLoan } from '../domain/month-accrual.ts';
import type { PortfolioRule, RuleRows } from '../domain/rules.ts';

/** A loan of 50 million at 6,6 %, in term, with nothing moved in October 2026. */
export function buildAccrualLoan(overrides: Partial<AccrualLoan> = {}): AccrualLoan {
  return {
    dataDate: day('2026-10-31'),
    rateBpsPerYear: 660,
    firstDisbursedOn: day('2024-03-12'),
    lastDisbursedOn: day('2024-03-12'),
    lastTransactionOn: day('2026-10-23'),
    overdueSince: null,
    frozenOn: null,
    inTermVnd: 50_000_000n,
    overdueVnd: 0n,
    frozenVnd: 0n,
    monthDisbursedVnd: 0n,
    monthToOverdueVnd: 0n,
    monthToFrozenVnd: 0n,
    monthCollectedInTermVnd: 0n,
    monthCollectedOverdueVnd: 0n,
    monthCollectedFrozenVnd: 0n,
    monthWrittenOffVnd: 0n,
    ...overrides,
  };
}

const VALUES: Record<PortfolioRule, bigint> = {
  inactiveMonths: 3n,
  unpaidInterestMonths: 3n,
  freezeWatchCompulsoryDays: 120n,
  freezeWatchWarningDays: 180n,
  recentDisbursementDays: 30n,
  checkWatchMonths: 3n,
  overdueRatePercent: 130n,
  interestDayBasis: 365n,
  ageBand1Days: 30n,
  ageBand2Days: 60n,
  ageBand3Days: 90n,
  ageBand4Days: 180n,
  ageBand5Days: 365n,
  sharedPhoneCustomers: 3n,
  identityRenewalAge1: 25n,
  identityRenewalAge2: 40n,
  identityRenewalAge3: 60n,
  identityRenewalGraceYears: 2n,
  oldIdentityVoidFrom: 20_250_101n,
  freshnessDays: 35n,
};

/** The rules with the numbers of 2026. */
export function buildRules(overrides: Partial<Record<PortfolioRule, bigint>> = {}): RuleRows {
  const row = (value: bigint): RuleRows[PortfolioRule] => ({
    id: '00000000-0000-8000-8000-000000000000' as Id,
    value,
    document: 'văn bản thử',
    validFrom: day('2000-01-01'),
    confidence: 'found',
    narrowedTo: '',
    narrowed: [],
  });
  const entries = Object.entries({ ...VALUES, ...overrides }).map(([rule, value]) => [rule, row(value)]);
  return Object.fromEntries(entries) as RuleRows;
}
