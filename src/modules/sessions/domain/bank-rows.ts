import { addDays, type BusinessDate } from '../../../kernel/dates.ts';
import type { Point } from './calendar.ts';

/** A point as the files of one data date tell it. */
export type ToldPoint = Pick<Point, 'pointCode' | 'name' | 'fixedDay' | 'villageCodes'> & {
  readonly dataDate: BusinessDate;
};

/** A row of a point as it should stand by the files. */
export type BankRow = Pick<Point, 'name' | 'fixedDay' | 'villageCodes' | 'validFrom' | 'validTo'>;

/** A row of a point, with who said it. */
type KnownRow = Pick<Point, 'validFrom' | 'validTo'> & { readonly source: 'bank' | 'entered' };

/**
 * The last day on which the files have a say in a point: the day before people entered theirs, or the day on which they
 * ended it [SE10]; null while neither has happened.
 */
export function lastDayOfFiles(rows: readonly KnownRow[]): BusinessDate | null {
  const entered = rows.filter((row) => row.source === 'entered').map((row) => addDays(row.validFrom, -1));
  const newest = rows
    .filter((row) => row.source === 'bank')
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
  const days = [...entered, ...(newest?.validTo ? [newest.validTo] : [])].toSorted();
  return days[0] ?? null;
}

/**
 * The rows of one point that follow from everything the files tell of it [SE10]: a changed name or fixed day begins a row
 * on its data date, villages gather in the row they were told for. Whatever was published, replaced and undone in
 * whatever order, the same words make the same rows.
 *
 * @param told what stands, one for each data date at most
 * @param lastDay see {@link lastDayOfFiles}
 */
export function bankRowsOf(told: readonly ToldPoint[], lastDay: BusinessDate | null): BankRow[] {
  const rows: BankRow[] = [];
  const heard = told.filter(({ dataDate }) => lastDay === null || dataDate <= lastDay);
  for (const { name, fixedDay, villageCodes, dataDate } of heard.toSorted(byDate)) {
    const last = rows.at(-1);
    if (last?.name === name && last.fixedDay === fixedDay) {
      const both = [...new Set([...last.villageCodes, ...villageCodes])].toSorted();
      rows[rows.length - 1] = { ...last, villageCodes: both };
      continue;
    }
    if (last) rows[rows.length - 1] = { ...last, validTo: addDays(dataDate, -1) };
    rows.push({
      name,
      fixedDay,
      villageCodes: villageCodes.toSorted(),
      validFrom: dataDate,
      validTo: lastDay,
    });
  }
  return rows;
}

function byDate(a: ToldPoint, b: ToldPoint): number {
  return a.dataDate < b.dataDate ? -1 : 1;
}
