import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { checkLimits, checkRising, limitsOf } from './rule-limits.ts';
import { RULES, type RuleName, type RuleValue } from './rules.ts';

const row = (rule: RuleName, value: bigint, validFrom = '2000-01-01', validTo: string | null = null) =>
  ({
    rule,
    scope: {},
    value,
    validFrom: day(validFrom),
    validTo: validTo === null ? null : day(validTo),
  }) as RuleValue;
const BANDS = [30n, 60n, 90n, 180n, 365n].map((value, index) =>
  row(`ageBand${index + 1}Days` as RuleName, value),
);

describe('[PR7] the limits of a rule', () => {
  it.each([
    ['inactiveMonths', 0n],
    ['inactiveMonths', -3n],
    ['inactiveMonths', 999_999_999n],
    ['interestDayBasis', 0n],
    ['interestDayBasis', 359n],
    ['interestDayBasis', 367n],
    ['overdueRatePercent', 0n],
    ['overdueRatePercent', 99n],
    ['overdueShareRedBps', 10_001n],
    ['sharedPhoneCustomers', 1n],
    ['unpaidInterestPointVnd', 0n],
  ] as const)('%s takes no %s', (rule, value) => {
    expect(checkLimits(rule, value)).toMatchObject({ refused: 'valueOutOfRange' });
  });

  it.each([
    ['inactiveMonths', 1n],
    ['interestDayBasis', 360n],
    ['interestDayBasis', 366n],
    ['overdueRatePercent', 100n],
    ['overdueShareRedBps', 10_000n],
    ['sharedPhoneCustomers', 2n],
    ['unpaidInterestPointVnd', 1n],
  ] as const)('%s takes %s', (rule, value) => {
    expect(checkLimits(rule, value)).toBeUndefined();
  });

  it('every rule that is no day has them', () => {
    const without = (Object.keys(RULES) as RuleName[]).filter((rule) => limitsOf(rule) === undefined);
    expect(without).toEqual(['oldIdentityVoidFrom', 'instalmentRegimeFrom']);
  });
});

describe('[PR7] values that rise', () => {
  const enter = (value: bigint, rows = BANDS) =>
    checkRising(rows, { rule: 'ageBand2Days', scope: {}, value, validFrom: day('2026-12-01') });

  it('a band ends after the one before it and before the one after it', () => {
    expect(enter(31n)).toBeUndefined();
    expect(enter(89n)).toBeUndefined();
    expect(enter(30n)).toMatchObject({ refused: 'valuesNotRising', data: { otherValue: '30' } });
    expect(enter(90n)).toMatchObject({ refused: 'valuesNotRising', data: { otherValue: '90' } });
  });

  it('also against a neighbour that changes later', () => {
    const rows = [...BANDS, row('ageBand1Days', 50n, '2027-01-01')];
    const before = rows.map((one) => (one === BANDS[0] ? { ...one, validTo: day('2026-12-31') } : one));
    expect(enter(45n, before)).toMatchObject({ refused: 'valuesNotRising', data: { otherValue: '50' } });
    expect(enter(51n, before)).toBeUndefined();
  });
});
