import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Tx } from '../../platform/db/database.ts';
import { coverageOf } from './covers.ts';
import { type Dimension, figureRows } from './db/figure-rows.ts';
import { loanTotals } from './db/loan-rows.ts';
import { type ListCount, listCounts } from './db/month-lists.ts';
import { communePlaces } from './db/places.ts';
import { officeDates, type Publication, publicationsOf } from './db/published-dates.ts';
import { comparedDateOf } from './domain/compared-date.ts';
import { type Figures, sumFigures } from './domain/figures.ts';
import { dueByEachSession } from './month-parts.ts';
import { monthRulesOf } from './month-rules.ts';
import { readRulesShown } from './read-rules.ts';

/** Figures of a part of a commune at a date; `before` is null where it had none then, or nothing is compared. */
export type ComparedPart = {
  readonly key: string;
  readonly now: Figures;
  readonly before: Figures | null;
};

/** What a briefing tells of a commune: of its month page and summaries what is said in the meeting, and no more. */
export type MonthForBriefing = {
  readonly communeName: string;
  readonly dataDate: BusinessDate;
  /** Null where nothing earlier is published. */
  readonly comparedDate: BusinessDate | null;
  /** Null where the commune is missing from the date; then there is nothing but the date. */
  readonly versionNumber: number | null;
  /** What `inactiveLoans` are called, with the months of the rule by which the date was published. */
  readonly inactiveTitle: string;
  /** The part of the commune that the caller's office covers [PF9]. */
  readonly total: { readonly now: Figures; readonly before: Figures | null } | null;
  readonly associations: readonly ComparedPart[];
  readonly groups: readonly ComparedPart[];
  readonly lists: readonly ListCount[];
  /** The loans whose check should be over and of which none is told now [PF96] [PF97]. */
  readonly checksUntold: number;
  /** Of every point's coming sessions, by regular day. */
  readonly dueBySession: Readonly<Awaited<ReturnType<typeof dueByEachSession>>>;
};

/**
 * The figures of a commune at the newest data date up to a day, with those of the date before [PF86]; undefined where there is
 * no such date, or the commune is not the caller's. Says what the month page says of that date.
 */
export async function monthForBriefing(
  { communeId, upTo }: { readonly communeId: Id; readonly upTo: BusinessDate },
  context: HandlerContext,
): Promise<MonthForBriefing | undefined> {
  const { tx, caller, clock } = context;
  const { scope } = caller;
  const [place] = await communePlaces(tx, { communeIds: [communeId], on: clock.today() });
  if (!place || !scope.communeIds.includes(communeId)) return undefined;
  const publications = await publicationsOf(tx, [communeId]);
  const officeIds = scope.officeIds.filter((officeId) => officeId === place.officeId);
  const dates = [...publications.map(({ dataDate }) => dataDate), ...(await officeDates(tx, officeIds))];
  const dataDate = dates
    .filter((date) => date <= upTo)
    .sort()
    .at(-1);
  if (dataDate === undefined) return undefined;
  const rules = await readRulesShown(tx, { communeIds: [communeId], dataDate });
  const head = { communeName: place.communeName, inactiveTitle: monthRulesOf(rules).inactiveTitle };
  const shown = publications.find((publication) => publication.dataDate === dataDate);
  if (!shown) return { ...NOTHING, ...head, dataDate };
  const ownDates = publications.map((publication) => publication.dataDate);
  return { ...head, ...(await toldOf(context, shown, comparedDateOf(dataDate, ownDates))) };
}

/** Of a date that the office has and the commune is missing from: missing, not zero [PF3]. */
const NOTHING = {
  comparedDate: null,
  versionNumber: null,
  total: null,
  associations: [],
  groups: [],
  lists: [],
  checksUntold: 0,
  dueBySession: [],
} as const;

async function toldOf(
  { tx, caller }: HandlerContext,
  shown: Publication,
  comparedDate: BusinessDate | null,
): Promise<Omit<MonthForBriefing, 'communeName' | 'inactiveTitle'>> {
  const { communeId, dataDate, versionNumber } = shown;
  const dates = comparedDate === null ? [dataDate] : [comparedDate, dataDate];
  const along = async (dimension: Dimension, keys?: readonly string[]) =>
    figureRows(tx, { communeIds: [communeId], dates, dimension, ...(keys && { keys }) });
  const { dimension, keys } = coverageOf(caller.scope);
  const whole = (await along(dimension, keys)).map((row) => ({ ...row, key: '' }));
  const compared = { now: dataDate, before: comparedDate };
  return {
    dataDate,
    comparedDate,
    versionNumber,
    total: comparedParts(whole, compared)[0] ?? null,
    associations: comparedParts(await along('association'), compared),
    groups: comparedParts(await along('group'), compared),
    lists: await listCounts(tx, { communeIds: [communeId], dataDate }),
    checksUntold: await countUntoldChecks(tx, shown),
    dueBySession: await dueByEachSession(tx, shown),
  };
}

/** So many as the list shows that the number opens: counted by the same question. */
async function countUntoldChecks(tx: Tx, { communeId, dataDate }: Publication): Promise<number> {
  const slice = { communeIds: [communeId], dataDate, comparedDate: null } as const;
  const { loans } = await loanTotals(tx, { ...slice, list: 'disbursed_over_30_days', check: 'untold' });
  return loans;
}

type Row = Awaited<ReturnType<typeof figureRows>>[number];

/** The parts that the date has, by key; what only the date before had is told nowhere. */
function comparedParts(
  rows: readonly Row[],
  { now, before }: { readonly now: BusinessDate; readonly before: BusinessDate | null },
): ComparedPart[] {
  const keys = [...new Set(rows.map(({ key }) => key))].sort();
  return keys.flatMap((key) => {
    const on = (date: BusinessDate | null) =>
      sumFigures(rows.filter((row) => row.key === key && row.dataDate === date));
    const figures = on(now);
    return figures === null ? [] : [{ key, now: figures, before: on(before) }];
  });
}
