import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type BusinessDate, formatDate } from '../../kernel/dates.ts';
import { isRefusal, type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { theOffice } from './choose-office.ts';
import type { showOfficeMonth as operation } from './contract.ts';
import { type FigureRow, figureRows, type OfficeFigureRow, officeFigureRows } from './db/figure-rows.ts';
import { communePlaces, countUnnamedVillages, isWholeOffice } from './db/places.ts';
import { officeDates, type Publication, publicationsOf } from './db/published-dates.ts';
import { comparedDateOf } from './domain/compared-date.ts';
import { type FigureSums, type Figures, monthsUpTo, stalenessOn, sumFigures } from './domain/figures.ts';
import { ruleNumber } from './domain/rules.ts';
import { seriesOf, wholeOffice } from './domain/series.ts';
import { sourceOf } from './month-parts.ts';
import { monthRulesOf } from './month-rules.ts';
import { readRulesShown } from './read-rules.ts';

type Output = OutputOf<typeof operation>;

const SERIES_MONTHS = 24;

/**
 * The communes of an office side by side; each against the date before that it has itself [PF7] [PF86]. For those
 * who look after all of them: a reader of one commune is refused, whose scope follows that commune [ID14].
 */
export async function showOfficeMonth(
  input: InputOf<typeof operation>,
  { tx, clock, caller }: HandlerContext,
): Promise<Outcome<Output, 'dateNotPublished' | 'officeUnclear' | 'notAllowed'>> {
  const officeId = theOffice(caller.scope, input.officeId);
  if (isRefusal(officeId)) return officeId;
  const today = clock.today();
  if (!(await isWholeOffice(tx, { officeId, communeIds: caller.scope.communeIds, on: today })))
    return refuse('notAllowed');
  const dataDates = await officeDates(tx, [officeId]);
  const dataDate = input.dataDate ?? dataDates[0] ?? null;
  const places = (await communePlaces(tx, { officeId, on: dataDate ?? today })).filter(isCommune);
  const communeIds = places
    .map((place) => place.communeId)
    .filter((id) => caller.scope.communeIds.includes(id));
  const on = dataDate ?? today;
  const rules = await readRulesShown(tx, { communeIds, dataDate: on });
  const officeName = places[0]?.officeName ?? '';
  const head = { officeId, officeName, dataDate, dataDates, rules: monthRulesOf(rules) };
  if (dataDate === null)
    return { ...head, ...NOTHING, communes: places.map((place) => ({ ...place, ...NO_FIGURES })) };
  if (!dataDates.includes(dataDate)) return refuse('dateNotPublished', { date: formatDate(dataDate) });
  const publications = await publicationsOf(tx, communeIds);
  const comparedDate = comparedDateOf(dataDate, dataDates);
  const months = monthsUpTo(dataDate, SERIES_MONTHS, dataDates);
  const dates = [...new Set([...publications.map((shown) => shown.dataDate), ...dataDates])];
  const rows = await figureRows(tx, { communeIds, dates, dimension: 'total' });
  const office = await officeFigureRows(tx, { officeIds: [officeId], dates, dimension: 'total' });
  const whole = wholeOffice(office);
  const newest = publications.filter((shown) => shown.dataDate === dataDate).sort(byVersion)[0];
  return {
    ...head,
    comparedDate,
    staleness: stalenessOn(today, dataDate, ruleNumber(rules, 'freshnessDays')),
    now: sumFigures(rowsOn(office, dataDate)),
    unnamedVillages: await countUnnamedVillages(tx, { communeIds, dataDate }),
    compared: comparedOf({ office, communes: rows }, { dataDate, comparedDate }),
    communes: places.map(({ communeId, communeCode, communeName }) => {
      const own = rows.filter((row) => row.communeId === communeId);
      const shown = publications.find((row) => row.communeId === communeId && row.dataDate === dataDate);
      return {
        communeId,
        communeCode,
        communeName,
        versionNumber: shown?.versionNumber ?? null,
        ...nowAndBefore(own, dataDate),
        series: seriesOf(months, own, whole).map((point) => point.arrearsBps),
      };
    }),
    series: seriesOf(months, whole, whole),
    source: newest ? sourceOf(newest) : null,
  };
}

const NOTHING = {
  comparedDate: null,
  staleness: null,
  now: null,
  unnamedVillages: 0,
  compared: null,
  series: [],
  source: null,
};
const NO_FIGURES = { versionNumber: null, comparedDate: null, now: null, before: null, series: [] };

const isCommune = (place: { kind: string }) => place.kind === 'commune';
const byVersion = (a: Publication, b: Publication) => b.versionNumber - a.versionNumber;

type Dated = FigureSums & { readonly dataDate: BusinessDate };

const rowsOn = <Row extends Dated>(rows: readonly Row[], date: BusinessDate | null) =>
  rows.filter((row) => row.dataDate === date);

/** The communes that both dates have, put together at each; the office's own figures where none is on one side only. */
function comparedOf(
  { office, communes }: { office: readonly OfficeFigureRow[]; communes: readonly FigureRow[] },
  { dataDate, comparedDate }: { dataDate: BusinessDate; comparedDate: BusinessDate | null },
): Output['compared'] {
  const idsOn = (date: BusinessDate | null) => new Set(rowsOn(communes, date).map((row) => row.communeId));
  const [idsNow, idsBefore] = [idsOn(dataDate), idsOn(comparedDate)];
  const both = new Set([...idsNow].filter((id) => idsBefore.has(id)));
  const isSame = both.size === idsNow.size && both.size === idsBefore.size;
  const rows: readonly Dated[] = isSame ? office : communes.filter((row) => both.has(row.communeId));
  const [now, before] = [sumFigures(rowsOn(rows, dataDate)), sumFigures(rowsOn(rows, comparedDate))];
  return now && before ? { communes: both.size, now, before } : null;
}

function nowAndBefore(
  own: readonly FigureRow[],
  dataDate: BusinessDate,
): { comparedDate: BusinessDate | null; now: Figures | null; before: Figures | null } {
  const comparedDate = comparedDateOf(
    dataDate,
    own.map((row) => row.dataDate),
  );
  return {
    comparedDate,
    now: sumFigures(own.filter((row) => row.dataDate === dataDate)),
    before: sumFigures(rowsOn(own, comparedDate)),
  };
}
