import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type BusinessDate, formatDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { showCommuneMonth as operation } from './contract.ts';
import { coverageOf } from './covers.ts';
import { figureRows, officeFigureRows } from './db/figure-rows.ts';
import { customerNames } from './db/loan-rows.ts';
import { largestMoves, listCounts, nextFreezeEnd } from './db/month-lists.ts';
import { communePlaces, countUnnamedVillages } from './db/places.ts';
import { officeDates, type Publication, publicationsOf } from './db/published-dates.ts';
import { ageingOf } from './domain/ageing.ts';
import { comparedDateOf } from './domain/compared-date.ts';
import { arrearsBps, monthsUpTo, stalenessOn, sumFigures } from './domain/figures.ts';
import { type RuleRows, ruleNumber } from './domain/rules.ts';
import { seriesOf, wholeOffice } from './domain/series.ts';
import { dueBySession, firstDayOf, heatGrid, sourceOf } from './month-parts.ts';
import { monthRulesOf } from './month-rules.ts';
import { readRulesShown } from './read-rules.ts';

type Output = OutputOf<typeof operation>;

/** Months of the line of the ratio, months of the heat grid, events written beside the line. */
const SERIES_MONTHS = 24;
const HEAT_MONTHS = 13;
const EVENTS = 3;

/**
 * The whole month page of a commune from its roll-ups and lists; what it has no figures for is missing, not zero [PF3].
 * Where no date is asked for, the newest that the commune itself has, as its lists have it.
 */
export async function showCommuneMonth(
  input: InputOf<typeof operation>,
  { tx, clock, caller }: HandlerContext,
): Promise<Outcome<Output, 'dateNotPublished' | 'notFound'>> {
  const { communeId } = input;
  const { scope } = caller;
  const [place] = await communePlaces(tx, { communeIds: [communeId], on: input.dataDate ?? clock.today() });
  if (!place || !scope.communeIds.includes(communeId)) return refuse('notFound');
  const publications = await publicationsOf(tx, [communeId]);
  const officeIds = scope.officeIds.filter((officeId) => officeId === place.officeId);
  const dataDates = union(publications, await officeDates(tx, officeIds));
  const { kind: _, ...commune } = place;
  const figuresDate = publications[0]?.dataDate ?? null;
  const head = { ...commune, covers: coverageOf(scope).covers, dataDates, figuresDate };
  const dataDate = input.dataDate ?? figuresDate ?? dataDates[0];
  const on = dataDate ?? clock.today();
  const rules = await readRulesShown(tx, { communeIds: [communeId], dataDate: on });
  const told = { ...head, rules: monthRulesOf(rules) };
  if (dataDate === undefined) return { ...NOTHING, ...told };
  if (!dataDates.includes(dataDate)) return refuse('dateNotPublished', { date: formatDate(dataDate) });
  const staleness = stalenessOn(clock.today(), dataDate, ruleNumber(rules, 'freshnessDays'));
  const trends = await trendsOf({ tx, caller }, { communeId, dataDate, dataDates, publications, officeIds });
  const present = publications.find((publication) => publication.dataDate === dataDate);
  const details = present ? await detailsOf({ tx, caller }, present, rules) : {};
  return { ...NOTHING, ...told, ...trends, ...details, dataDate, staleness };
}

/** The page while nothing is published, or for a date the commune is missing from. */
const NOTHING = {
  dataDate: null,
  comparedDate: null,
  staleness: null,
  now: null,
  before: null,
  unnamedVillages: 0,
  office: null,
  nextFreezeEndsOn: null,
  dueBySession: [],
  series: [],
  events: [],
  ageing: [],
  heat: { months: [], villages: [], total: [] },
  lists: [],
  source: null,
} satisfies Partial<Output>;

type Asked = {
  readonly communeId: Id;
  readonly dataDate: BusinessDate;
  readonly dataDates: readonly BusinessDate[];
  readonly publications: readonly Publication[];
  readonly officeIds: readonly Id[];
};

/** Everything that compares dates: head figures, their change, the office, the line, the grid. */
async function trendsOf({ tx, caller }: Pick<HandlerContext, 'tx' | 'caller'>, asked: Asked) {
  const { communeId, dataDate, officeIds } = asked;
  const coverage = coverageOf(caller.scope);
  // A change is against the date before that the commune itself has [PF7] [PF86].
  const ownDates = asked.publications.map((publication) => publication.dataDate);
  const comparedDate = comparedDateOf(dataDate, ownDates);
  const months = monthsUpTo(dataDate, SERIES_MONTHS, asked.dataDates);
  const dates = [...months.map((month) => month.dataDate), comparedDate, dataDate].filter(
    (date) => date !== null,
  );
  const rows = await figureRows(tx, { communeIds: [communeId], dates, ...coverage });
  const officeRows = wholeOffice(await officeFigureRows(tx, { officeIds, dates, dimension: 'total' }));
  const officeNow = officeRows.find((row) => row.dataDate === dataDate);
  const on = (date: BusinessDate | null) => sumFigures(rows.filter((row) => row.dataDate === date));
  const from = firstDayOf(months, dataDate);
  const moves = await largestMoves(tx, { communeId, from, to: dataDate, limit: EVENTS });
  const names = moves.length === 0 ? [] : await customerNames(tx, moves);
  return {
    comparedDate,
    now: on(dataDate),
    before: on(comparedDate),
    office: officeNow ? { arrearsBps: arrearsBps(officeNow), communes: officeNow.communes } : null,
    series: seriesOf(months, rows, officeRows),
    events: moves.map((move) => ({
      ...move,
      kind: 'movedToOverdue' as const,
      customerName: names.find((name) => name.customerCode === move.customerCode)?.fullName ?? null,
    })),
    heat: await heatGrid(tx, { communeId, months: months.slice(-HEAT_MONTHS), whole: rows }),
  };
}

/** Everything of the one date: lists, ageing, sessions to come, where the figures come from. */
async function detailsOf(
  { tx }: Pick<HandlerContext, 'tx' | 'caller'>,
  publication: Publication,
  rules: RuleRows,
) {
  const { communeId, dataDate } = publication;
  const lists = await listCounts(tx, { communeIds: [communeId], dataDate });
  return {
    unnamedVillages: await countUnnamedVillages(tx, { communeIds: [communeId], dataDate }),
    nextFreezeEndsOn: await nextFreezeEnd(tx, publication),
    dueBySession: await dueBySession(tx, publication),
    ageing: ageingOf(lists, rules),
    lists: lists.map(({ list, loans, customers }) => ({ list, loans, customers })),
    source: sourceOf(publication),
  };
}

function union(publications: readonly Publication[], dates: readonly BusinessDate[]): BusinessDate[] {
  return [...new Set([...publications.map(({ dataDate }) => dataDate), ...dates])].sort().reverse();
}
