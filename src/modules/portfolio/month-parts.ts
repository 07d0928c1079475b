import type { OutputOf } from '../../kernel/contract.ts';
import { type BusinessDate, dayInMonth, parts } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { showCommuneMonth } from './contract.ts';
import { type FigureRow, figureRows } from './db/figure-rows.ts';
import { dueAtSessions, type ShownCommune, sessionDays } from './db/month-lists.ts';
import { villageNames } from './db/places.ts';
import type { Publication } from './db/published-dates.ts';
import type { Month } from './domain/figures.ts';
import { COMING_SESSIONS } from './domain/lists.ts';
import { comingSessions } from './domain/next-session.ts';
import { heatCellsOf, heatRowsOf } from './domain/series.ts';

type Output = OutputOf<typeof showCommuneMonth>;

/** The coming sessions with what falls due at each; a session at which nothing does has zeros. */
export async function dueBySession(tx: Tx, shown: ShownCommune): Promise<Output['dueBySession']> {
  return (await dueByEachSession(tx, shown)).slice(0, COMING_SESSIONS);
}

/** The same of so many sessions of every point: where a commune has several, those of one are not fewer. */
export async function dueByEachSession(tx: Tx, shown: ShownCommune): Promise<Output['dueBySession']> {
  const due = await dueAtSessions(tx, shown);
  const fixedDays = await sessionDays(tx, shown);
  const dates = comingSessions(fixedDays, shown.dataDate, COMING_SESSIONS * fixedDays.length);
  const nothing = { loans: 0, amountVnd: 0n, customers: 0, reachableCustomers: 0 };
  return dates.map((sessionOn) => ({
    sessionOn,
    ...(due.find((row) => row.sessionOn === sessionOn) ?? nothing),
  }));
}

/** The villages of the commune over the months; a caller who sees one village or group has that one's row alone. */
export async function heatGrid(
  tx: Tx,
  asked: {
    readonly communeId: Id;
    readonly months: readonly Month[];
    /** What the caller covers at the months' dates, perhaps at others too. */
    readonly whole: readonly FigureRow[];
  },
): Promise<Output['heat']> {
  const { communeId, months, whole } = asked;
  const dates = months.flatMap(({ dataDate }) => (dataDate === null ? [] : [dataDate]));
  const villages = await figureRows(tx, { communeIds: [communeId], dates, dimension: 'village' });
  const names = await villageNames(
    tx,
    villages.map((row) => row.key),
  );
  return {
    months: [...months],
    villages: heatRowsOf(months, villages, names),
    total: heatCellsOf(months, whole),
  };
}

/** The line that says where the figures come from. */
export function sourceOf(publication: Publication): NonNullable<Output['source']> {
  const { dataDate, versionNumber, publishedAt, files } = publication;
  return { dataDate, versionNumber, publishedAt: publishedAt.toISOString(), files: [...files] };
}

/** The first day of the month of a series' first point. */
export function firstDayOf(months: readonly Month[], fallback: BusinessDate): BusinessDate {
  const [year, month] = (months[0]?.month ?? '').split('-').map(Number);
  const { year: otherYear, month: otherMonth } = parts(fallback);
  return dayInMonth(year || otherYear, month || otherMonth, 1);
}
