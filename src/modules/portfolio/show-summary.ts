import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type BusinessDate, formatDate } from '../../kernel/dates.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { showSummary as operation } from './contract.ts';
import { coverageOf } from './covers.ts';
import { type Dimension, figureRows, officeFigureRows } from './db/figure-rows.ts';
import { villageNames } from './db/places.ts';
import { publishedDates } from './db/published-dates.ts';
import { type FigureSums, type Figures, sumFigures } from './domain/figures.ts';

type Row = FigureSums & { readonly key: string; readonly dataDate: BusinessDate };

/** Figures along one dimension, now and at the date before. Without a commune those of the whole scope. */
export async function showSummary(
  input: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'dateNotPublished' | 'notFound'>> {
  const { tx, caller } = context;
  const { communeId } = input;
  if (communeId !== undefined && !caller.scope.communeIds.includes(communeId)) return refuse('notFound');
  const communeIds = communeId === undefined ? caller.scope.communeIds : [communeId];
  const published = await publishedDates(tx, communeIds);
  const dataDate = input.dataDate ?? published[0];
  if (dataDate === undefined || !published.includes(dataDate))
    return refuse('dateNotPublished', { date: dataDate ? formatDate(dataDate) : 'nào' });
  const comparedDate = published.find((date) => date < dataDate) ?? null;
  const rows = await readRows(context, {
    ...input,
    dates: comparedDate ? [dataDate, comparedDate] : [dataDate],
  });
  const now = byKey(rows.filter((row) => row.dataDate === dataDate));
  const before = byKey(rows.filter((row) => row.dataDate === comparedDate));
  const names =
    input.dimension === 'village' ? await villageNames(tx, [...now.keys()]) : new Map<string, string>();
  return {
    dataDate,
    comparedDate,
    rows: [...now].map(([key, figures]) => ({
      key,
      name: names.get(key) ?? null,
      now: figures,
      before: before.get(key) ?? null,
    })),
  };
}

/** Whether a code has figures at any date and anywhere in the scope: told apart from one that does not exist. */
export async function isKnownKey(
  { dimension, key }: { dimension: Dimension; key: string },
  { tx, caller }: HandlerContext,
): Promise<boolean> {
  const { communeIds } = caller.scope;
  const dates = await publishedDates(tx, communeIds);
  return (await figureRows(tx, { communeIds, dates, dimension, keys: [key] })).length > 0;
}

type Asked = InputOf<typeof operation> & { readonly dates: readonly BusinessDate[] };

/** The office's own roll-ups where they cover the question, because there a customer of two communes counts once. */
async function readRows({ tx, caller }: HandlerContext, asked: Asked): Promise<Row[]> {
  const { scope } = caller;
  const { communeId, key, dates } = asked;
  const coverage = coverageOf(scope);
  const dimension: Dimension = asked.dimension ?? coverage.dimension;
  const keys = key !== undefined ? [key] : asked.dimension === undefined ? coverage.keys : undefined;
  if (
    dimension !== 'village' &&
    dimension !== 'group' &&
    communeId === undefined &&
    scope.officeIds.length === 1 &&
    coverage.covers === 'commune'
  ) {
    const rows = await officeFigureRows(tx, { officeIds: scope.officeIds, dates, dimension });
    return keys ? rows.filter((row) => keys.includes(row.key)) : rows;
  }
  const communeIds = communeId === undefined ? scope.communeIds : [communeId];
  return figureRows(tx, { communeIds, dates, dimension, keys });
}

function byKey(rows: readonly Row[]): Map<string, Figures> {
  const keys = [...new Set(rows.map((row) => row.key))].sort();
  return new Map(
    keys.flatMap((key) => {
      const figures = sumFigures(rows.filter((row) => row.key === key));
      return figures ? [[key, figures] as const] : [];
    }),
  );
}
