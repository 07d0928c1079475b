import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../kernel/dates.ts';
import cases from '../testing/interest-cases.json' with { type: 'json' };
import { overdueRate, rateOfBps, rateOfPercent, simpleInterest } from './interest.ts';

const money = fc.bigInt({ min: 0n, max: 2_000_000_000n });

describe('simple interest', () => {
  it.each(cases.cases)(
    '[PF10] agrees with a peer system: $id',
    ({ annualRatePercent, segments, interest }) => {
      const ours = simpleInterest(
        segments.map(({ from, to, balance }) => ({
          from: day(from),
          to: day(to),
          balanceVnd: BigInt(balance),
        })),
        rateOfPercent(String(annualRatePercent)),
        365n,
      );
      expect(ours).toBe(BigInt(interest));
    },
  );

  // balance, rate in bps, from (counted), to (not counted), interest: 50 million at 6,6 % for 31 and for 30 days.
  it.each([
    [50_000_000n, 660, '2026-10-01', '2026-11-01', 280_274n],
    [50_000_000n, 660, '2026-09-01', '2026-10-01', 271_233n],
    [50_000_000n, 660, '2026-10-01', '2026-10-01', 0n],
    [100_000_000n, 792, '2026-10-01', '2026-10-02', 21_699n],
    [0n, 660, '2026-10-01', '2026-11-01', 0n],
  ])('[PF10] %d at %d bps from %s to %s bears %d', (balanceVnd, bps, from, to, expected) => {
    expect(simpleInterest([{ from: day(from), to: day(to), balanceVnd }], rateOfBps(bps), 365n)).toBe(
      expected,
    );
  });

  it('[PF10] overdue principal bears 130 % of the contract rate', () => {
    const october = [{ from: day('2026-10-01'), to: day('2026-11-01'), balanceVnd: 50_000_000n }];
    expect(simpleInterest(october, overdueRate(rateOfBps(660), 130n), 365n)).toBe(364_356n);
  });

  it('[PF10] halves are rounded up, once, at the end', () => {
    // 365 đồng at 50 % for one day is exactly half a đồng; twice that is one, not two.
    const half = { from: day('2026-10-01'), to: day('2026-10-02'), balanceVnd: 365n };
    expect(simpleInterest([half], rateOfPercent('50'), 365n)).toBe(1n);
    expect(simpleInterest([half, half], rateOfPercent('50'), 365n)).toBe(1n);
  });

  it('[PF10] cutting a segment in two changes nothing', () => {
    fc.assert(
      fc.property(money, fc.nat(2000), fc.nat(400), fc.nat(400), (balanceVnd, bps, first, second) => {
        const from = day('2024-01-15');
        const middle = addDays(from, first);
        const to = addDays(middle, second);
        const whole = simpleInterest([{ from, to, balanceVnd }], rateOfBps(bps), 365n);
        const parts = [
          { from, to: middle, balanceVnd },
          { from: middle, to, balanceVnd },
        ];
        expect(simpleInterest(parts, rateOfBps(bps), 365n)).toBe(whole);
      }),
    );
  });

  it('[PF10] never falls when the balance grows', () => {
    fc.assert(
      fc.property(money, money, fc.nat(2000), fc.nat(400), (balanceVnd, more, bps, days) => {
        const from = day('2025-03-01');
        const of = (vnd: bigint) =>
          simpleInterest([{ from, to: addDays(from, days), balanceVnd: vnd }], rateOfBps(bps), 365n);
        expect(of(balanceVnd + more)).toBeGreaterThanOrEqual(of(balanceVnd));
      }),
    );
  });

  it('[PF10] refuses a rate that is no decimal number', () => {
    expect(() => rateOfPercent('9,48')).toThrow(RangeError);
    expect(rateOfPercent('9.4822')).toEqual({ numerator: 94_822n, denominator: 1_000_000n });
  });
});
