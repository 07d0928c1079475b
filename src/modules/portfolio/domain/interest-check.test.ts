import { describe, expect, it } from 'vitest';
import { buildAccrualLoan } from '../testing/build.ts';
import { checkAccrual, countChecks, countReasons, sumCounts } from './interest-check.ts';
import type { AccrualLoan } from './month-accrual.ts';

const RULES = { overdueRatePercent: 130n, interestDayBasis: 365n };
/** 50 million at 6,6 % over the 31 days of October. */
const OURS_VND = 280_274n;

function checked(fileVnd: bigint, overrides: Partial<AccrualLoan> = {}) {
  return { fileVnd, check: checkAccrual({ ...buildAccrualLoan(overrides), fileVnd }, RULES) };
}

const WRITTEN_OFF = { monthWrittenOffVnd: 1n };
const FROZEN_SOMEDAY = { monthToFrozenVnd: 1n, frozenOn: null };

describe('the check of one accrual', () => {
  it.each([
    [OURS_VND, 'equal'],
    [OURS_VND + 1n, 'different'],
    [OURS_VND - 1n, 'different'],
  ])('[PF80] the file says %d: %s', (fileVnd, result) => {
    expect(checked(fileVnd).check.result).toBe(result);
  });

  it('[PF14] what the file does not tell is neither equal nor different', () => {
    expect(checked(OURS_VND, WRITTEN_OFF).check).toEqual({
      result: 'notCheckable',
      reason: 'writtenOffInMonth',
    });
  });
});

describe('counts of checks', () => {
  const checks = [
    checked(OURS_VND),
    checked(OURS_VND + 5n),
    checked(7n, WRITTEN_OFF),
    checked(7n, FROZEN_SOMEDAY),
    checked(7n, FROZEN_SOMEDAY),
  ];

  it('[PF80] every loan counts once; the đồng are those of the checked loans alone', () => {
    const counts = countChecks(checks);
    expect(counts).toEqual({
      checked: 2,
      equal: 1,
      different: 1,
      notCheckable: 3,
      fileVnd: 2n * OURS_VND + 5n,
      oursVnd: 2n * OURS_VND,
    });
    expect(sumCounts([countChecks(checks.slice(0, 2)), countChecks(checks.slice(2))])).toEqual(counts);
    expect(sumCounts([])).toEqual(countChecks([]));
  });

  it('[PF80] reasons, the most frequent first', () => {
    expect(countReasons(checks)).toEqual([
      { reason: 'freezeDayUnknown', loans: 2 },
      { reason: 'writtenOffInMonth', loans: 1 },
    ]);
  });
});
