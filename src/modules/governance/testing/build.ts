import { day } from '../../../kernel/dates.ts';
import type { PointFigures } from '../domain/point-figures.ts';

/** Figures of a quiet October: nothing moved, nothing is due, nothing changed; with overrides. */
export function buildPointFigures(overrides: Partial<PointFigures> = {}): PointFigures {
  return {
    dataDate: day('2026-10-31'),
    comparedDate: day('2026-09-30'),
    arrearsBps: null,
    arrearsBeforeBps: null,
    hasArrears: true,
    toOverdueLoans: 0,
    toOverdueVnd: 0n,
    associations: [],
    groups: [],
    leastInterestChangeVnd: 500_000n,
    weakGroups: [],
    freezesEnding: 0,
    freezeEndsWithinDays: 120,
    inactive: 0,
    manyMonthsUnpaid: 0,
    justDisbursed: 0,
    justDisbursedDays: 30,
    checksLate: 0,
    due: null,
    dueNext: null,
    ...overrides,
  };
}
