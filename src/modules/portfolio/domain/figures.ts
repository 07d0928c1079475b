import type { z } from 'zod';
import { addMonths, type BusinessDate, daysBetween, monthStart } from '../../../kernel/dates.ts';
import { roundHalfUp, type Vnd } from '../../../kernel/money.ts';
import { figures, type heatCell, type staleness } from './shapes.ts';

/** The figures of a part of the office at one data date. */
export type Figures = z.output<typeof figures>;

/** Figures as they are stored: without what follows from them. */
export type FigureSums = Omit<Figures, 'arrearsBps'>;

/** Overdue and frozen debt of outstanding in hundredths of a percent, halves up [PF7]; null without outstanding debt. */
export function arrearsBps(debt: { overdueVnd: Vnd; frozenVnd: Vnd; outstandingVnd: Vnd }): number | null {
  if (debt.outstandingVnd <= 0n) return null;
  return Number(roundHalfUp((debt.overdueVnd + debt.frozenVnd) * 10_000n, debt.outstandingVnd));
}

/** The names of what is added up. */
const SUM_NAMES = Object.keys(figures.shape).filter((name) => name !== 'arrearsBps') as (keyof FigureSums)[];

/**
 * The figures of several groups, villages or communes together; null when there is none: missing, not zero [PF3].
 * Customers are added up, so a customer in two of them counts twice.
 */
export function sumFigures(parts: readonly FigureSums[]): Figures | null {
  if (parts.length === 0) return null;
  const entries = SUM_NAMES.map((name) => [name, parts.map((part) => part[name]).reduce(add)]);
  const sums = Object.fromEntries(entries) as FigureSums;
  return { ...sums, arrearsBps: arrearsBps(sums) };
}

function add(a: number | bigint, b: number | bigint): number | bigint {
  return typeof a === 'bigint' ? a + BigInt(b) : a + Number(b);
}

/** A village's cell of the heat grid. */
export function heatCellOf(sums: FigureSums): z.output<typeof heatCell> {
  const { outstandingVnd, overdueVnd, frozenVnd, unpaidInterestVnd, inactiveLoans, inactiveVnd } = sums;
  const arrearsVnd = overdueVnd + frozenVnd;
  return {
    outstandingVnd,
    arrearsVnd,
    arrearsBps: arrearsBps(sums),
    unpaidInterestVnd,
    inactiveLoans,
    inactiveVnd,
  };
}

/** A calendar month and the last data date published in it, if any. */
export type Month = { readonly month: string; readonly dataDate: BusinessDate | null };

/** The `count` months that end with the month of `last`, oldest first; months without figures stay in the row [PF3]. */
export function monthsUpTo(last: BusinessDate, count: number, published: readonly BusinessDate[]): Month[] {
  const newest = [...published].sort().reverse();
  return Array.from({ length: count }, (_, i) => {
    const month = addMonths(monthStart(last), i - count + 1).slice(0, 7);
    return { month, dataDate: newest.find((date) => date <= last && date.startsWith(month)) ?? null };
  });
}

/** How old figures are on a day, by the dated rule of freshness [PF8]. */
export function stalenessOn(
  today: BusinessDate,
  dataDate: BusinessDate,
  staleAfterDays: number,
): z.output<typeof staleness> {
  const ageDays = daysBetween(dataDate, today);
  return { ageDays, staleAfterDays, isStale: ageDays > staleAfterDays };
}
