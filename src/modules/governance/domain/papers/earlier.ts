import { type BusinessDate, daysBetween } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import type { SeatKey } from '../seat.ts';
import type { EarlierResults } from './results.ts';

/** A task of a briefing before the last, not finished at the end of a day. */
export type EarlierTask = {
  readonly taskId: Id;
  readonly text: string;
  /** From a difficulty that was given to somebody, not from a conclusion. */
  readonly isDifficulty: boolean;
  /** The day on which its briefing met. */
  readonly givenOn: BusinessDate;
  readonly ownerSeat: SeatKey | null;
  readonly ownerName: string;
  readonly dueOn: BusinessDate;
  /** Reported, and waiting to be accepted or returned. */
  readonly isReported: boolean;
};

/** So many are named; the others are counted, and stand in the list of directives. */
export const MOST_EARLIER = 10;

/** Those still to be done first, the longest late before the others; those that wait for a judgement behind them. */
export function longestFirst<Task extends EarlierTask>(tasks: readonly Task[]): Task[] {
  return tasks.toSorted(
    (a, b) =>
      Number(a.isReported) - Number(b.isReported) ||
      daysBetween(b.dueOn, a.dueOn) ||
      (a.taskId < b.taskId ? -1 : 1),
  );
}

/**
 * Counts what is left, and who is late with it.
 *
 * @param officeOf an office with who holds it, of several those who were meant by the names that it was given something under, the last at the end
 */
export function countEarlier(
  tasks: readonly EarlierTask[],
  on: BusinessDate,
  officeOf: (ownerSeat: SeatKey, ownerNames: readonly string[]) => string,
): Pick<EarlierResults, 'unfinished' | 'late' | 'lateBy'> {
  const late = tasks.filter(({ isReported, dueOn }) => !isReported && dueOn < on);
  const ownerOf = ({ ownerSeat, ownerName }: EarlierTask) => ownerSeat ?? ownerName;
  const lateBy = [...new Map(late.map((task) => [ownerOf(task), task])).values()].map((one) => {
    const own = late.filter((task) => ownerOf(task) === ownerOf(one));
    const names = own.toSorted((a, b) => daysBetween(b.givenOn, a.givenOn)).map(({ ownerName }) => ownerName);
    return {
      ...(one.ownerSeat === null
        ? { ownerName: one.ownerName }
        : { ownerName: officeOf(one.ownerSeat, names), isOffice: true as const }),
      late: own.length,
      mostDays: Math.max(...own.map(({ dueOn }) => daysBetween(dueOn, on))),
    };
  });
  return {
    unfinished: tasks.length,
    late: late.length,
    lateBy: lateBy.toSorted((a, b) => b.late - a.late || b.mostDays - a.mostDays),
  };
}

/** `Còn 3 việc của các kỳ trước, 2 việc trễ`. */
export function earlierWords({ unfinished, late }: Pick<EarlierResults, 'unfinished' | 'late'>): string {
  return `Còn ${unfinished} việc của các kỳ trước${late === 0 ? '' : `, ${late} việc trễ`}`;
}
