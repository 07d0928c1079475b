import { addDays, type BusinessDate, formatDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';

/** What any dated row has. */
export type Dated = {
  readonly id: Id;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
};

/** True on every day from `validFrom` to `validTo`, both included [PR1]. */
export function isInForce(row: Pick<Dated, 'validFrom' | 'validTo'>, onDate: BusinessDate): boolean {
  return row.validFrom <= onDate && (row.validTo === null || onDate <= row.validTo);
}

/**
 * Which row a new one ends, and on which day [PR3]: the newest of the rows it follows, on the day before it begins;
 * null when there is none or it has ended by itself.
 */
export function succeed<Row extends Dated>(
  rows: readonly Row[],
  validFrom: BusinessDate,
): { id: Id; on: BusinessDate } | null | Refusal<'validFromNotLater'> {
  const newest = [...rows].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
  if (!newest) return null;
  if (validFrom <= newest.validFrom)
    return refuse('validFromNotLater', {
      validFrom: formatDate(validFrom),
      previous: formatDate(newest.validFrom),
    });
  if (newest.validTo !== null && newest.validTo < validFrom) return null;
  return { id: newest.id, on: addDays(validFrom, -1) };
}

type Period = Pick<Dated, 'validFrom' | 'validTo'>;

/** Which of the rows holds any day of a period; undefined where it is free [PR6]. */
export function holderAmong<Row extends Period>(rows: readonly Row[], period: Period): Row | undefined {
  const endsBefore = (a: Period, b: Period) => a.validTo !== null && a.validTo < b.validFrom;
  return rows.find((row) => !endsBefore(row, period) && !endsBefore(period, row));
}
