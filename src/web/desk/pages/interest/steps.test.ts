import { describe, expect, it } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { type Derivation, stepsOf } from './steps.ts';

const M = 1_000_000n;

function derivation(overrides: Partial<Derivation>): Derivation {
  const rule = (name: string, value: string) => {
    return { id: null, rule: name, value, document: '', validFrom: null, confidence: null, narrowedTo: '' };
  };
  return {
    rateBpsPerYear: 660,
    segments: [],
    inTermVnd: 0n,
    overdueVnd: 0n,
    totalVnd: 0n,
    ruleRows: [rule('interestDayBasis', '365'), rule('overdueRatePercent', '130')],
    ...overrides,
  };
}

const before = { from: day('2026-10-01'), to: day('2026-10-23'), days: 22 };
const after = { from: day('2026-10-23'), to: day('2026-11-01'), days: 9 };

describe('the sums behind interest', () => {
  it('[PF10] repaid on the 23rd: 22 days of 60 million, 9 of 50, rounded once', () => {
    const segments = [
      { ...before, inTermVnd: 60n * M, overdueVnd: 0n },
      { ...after, inTermVnd: 50n * M, overdueVnd: 0n },
    ];
    expect(stepsOf(derivation({ segments, inTermVnd: 320_055n }))).toEqual([
      {
        part: 'inTerm',
        products: [
          { balanceVnd: 60n * M, days: 22 },
          { balanceVnd: 50n * M, days: 9 },
        ],
        balanceDays: 1_770n * M,
        rateText: '6,6%',
        dayBasis: '365',
        unrounded: '320.054,79',
        amountVnd: 320_055n,
      },
    ]);
  });

  it('[PF10] moved to overdue on the 23rd: each part its own sum, the overdue one at the dated factor', () => {
    const segments = [
      { ...before, inTermVnd: 50n * M, overdueVnd: 0n },
      { ...after, inTermVnd: 0n, overdueVnd: 50n * M },
    ];
    const steps = stepsOf(derivation({ segments, inTermVnd: 198_904n, overdueVnd: 105_781n }));
    expect(steps.map(({ part, unrounded, rateText }) => [part, rateText, unrounded])).toEqual([
      ['inTerm', '6,6%', '198.904,10'],
      ['overdue', '6,6% × 130%', '105.780,82'],
    ]);
  });

  it('a frozen loan has no sum at all', () => {
    expect(stepsOf(derivation({ segments: [{ ...before, inTermVnd: 0n, overdueVnd: 0n }] }))).toEqual([]);
  });
});
