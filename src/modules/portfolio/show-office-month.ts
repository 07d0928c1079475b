import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type BusinessDate, formatDate } from '../../kernel/dates.ts';
import { isRefusal, type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { theOffice } from './choose-office.ts';
import type { showOfficeMonth as operation } from './contract.ts';
import { type FigureRow, figureRows, officeFigureRows } from './db/figure-rows.ts';
import { communePlaces } from './db/places.ts';
import { officeDates, type Publication, publicationsOf } from './db/published-dates.ts';
import { type Figures, monthsUpTo, stalenessOn, sumFigures } from './domain/figures.ts';
import { ruleNumber } from './domain/rules.ts';
import { seriesOf } from './domain/series.ts';
import { sourceOf } from './month-parts.ts';
import { readRules } from './read-rules.ts';

type Output = OutputOf<typeof operation>;

const SERIES_MONTHS = 24;

/** The communes of an office side by side; each against the newest date before that it has itself [PF7]. */
export async function showOfficeMonth(
  input: InputOf<typeof operation>,
  { tx, clock, caller }: HandlerContext,
): Promise<Outcome<Output, 'dateNotPublished' | 'officeUnclear'>> {
  const officeId = theOffice(caller.scope, input.officeId);
  if (isRefusal(officeId)) return officeId;
  const dataDates = await officeDates(tx, [officeId]);
  const dataDate = input.dataDate ?? dataDates[0] ?? null;
  const places = (await communePlaces(tx, { officeId, on: dataDate ?? clock.today() })).filter(isCommune);
  const head = { officeId, officeName: places[0]?.officeName ?? '', dataDate, dataDates };
  if (dataDate === null)
    return { ...head, ...NOTHING, communes: places.map((place) => ({ ...place, ...NO_FIGURES })) };
  if (!dataDates.includes(dataDate)) return refuse('dateNotPublished', { date: formatDate(dataDate) });
  const communeIds = places
    .map((place) => place.communeId)
    .filter((id) => caller.scope.communeIds.includes(id));
  const publications = await publicationsOf(tx, communeIds);
  const comparedDate = dataDates.find((date) => date < dataDate) ?? null;
  const months = monthsUpTo(dataDate, SERIES_MONTHS, dataDates);
  const dates = [...new Set([...publications.map((shown) => shown.dataDate), ...dataDates])];
  const rows = await figureRows(tx, { communeIds, dates, dimension: 'total' });
  const office = await officeFigureRows(tx, { officeIds: [officeId], dates, dimension: 'total' });
  const on = (date: BusinessDate | null) => sumFigures(office.filter((row) => row.dataDate === date));
  const rules = await readRules(tx, dataDate);
  const newest = publications.filter((shown) => shown.dataDate === dataDate).sort(byVersion)[0];
  return {
    ...head,
    comparedDate,
    staleness: stalenessOn(clock.today(), dataDate, ruleNumber(rules, 'freshnessDays')),
    now: on(dataDate),
    before: on(comparedDate),
    communes: places.map(({ communeId, communeCode, communeName }) => {
      const own = rows.filter((row) => row.communeId === communeId);
      const shown = publications.find((row) => row.communeId === communeId && row.dataDate === dataDate);
      return {
        communeId,
        communeCode,
        communeName,
        versionNumber: shown?.versionNumber ?? null,
        ...nowAndBefore(own, dataDate),
        series: seriesOf(months, own, office).map((point) => point.arrearsBps),
      };
    }),
    series: seriesOf(months, office, office),
    source: newest ? sourceOf(newest) : null,
  };
}

const NOTHING = { comparedDate: null, staleness: null, now: null, before: null, series: [], source: null };
const NO_FIGURES = { versionNumber: null, comparedDate: null, now: null, before: null, series: [] };

const isCommune = (place: { kind: string }) => place.kind === 'commune';
const byVersion = (a: Publication, b: Publication) => b.versionNumber - a.versionNumber;

function nowAndBefore(
  own: readonly FigureRow[],
  dataDate: BusinessDate,
): { comparedDate: BusinessDate | null; now: Figures | null; before: Figures | null } {
  const before = own
    .filter((row) => row.dataDate < dataDate)
    .sort((a, b) => (a.dataDate < b.dataDate ? 1 : -1))
    .slice(0, 1);
  return {
    comparedDate: before[0]?.dataDate ?? null,
    now: sumFigures(own.filter((row) => row.dataDate === dataDate)),
    before: sumFigures(before),
  };
}
