import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type BusinessDate, formatDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Scope } from '../../platform/db/scope.ts';
import type { showSummary as operation } from './contract.ts';
import { type Coverage, coverageOf } from './covers.ts';
import { type Dimension, figureRows, officeFigureRows } from './db/figure-rows.ts';
import { villageNames } from './db/places.ts';
import { type Publication, publicationsOf, publishedDates } from './db/published-dates.ts';
import { comparedDateOf } from './domain/compared-date.ts';
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
  const published = await publicationsOf(tx, communeIds);
  const dataDate = input.dataDate ?? published[0]?.dataDate;
  if (dataDate === undefined || !published.some((shown) => shown.dataDate === dataDate))
    return refuse('dateNotPublished', { date: dataDate ? formatDate(dataDate) : 'nào' });
  const both = inBothDates(published, dataDate);
  const now = byKey(await rowsOn(dataDate, input, context));
  const compared = await comparedRows(both, { ...input, dataDate }, { context, now });
  const names =
    input.dimension === 'village' ? await villageNames(tx, [...now.keys()]) : new Map<string, string>();
  return {
    dataDate,
    comparedDate: both.comparedDate,
    comparedCommunes: both.communeIds.length,
    rows: [...now].map(([key, figures]) => ({
      key,
      name: names.get(key) ?? null,
      now: figures,
      compared: compared(key),
    })),
  };
}

/** What can be compared: the communes that both the date and the one before it have [PF3] [PF86]. */
type InBothDates = {
  /** Null where no commune is in both. */
  readonly comparedDate: BusinessDate | null;
  readonly communeIds: readonly Id[];
  /** Neither date has a commune that the other lacks. */
  readonly isWhole: boolean;
};

function inBothDates(published: readonly Publication[], dataDate: BusinessDate): InBothDates {
  const dates = published.map((shown) => shown.dataDate);
  const before = comparedDateOf(dataDate, dates);
  const communesOn = (date: BusinessDate | null) =>
    new Set(published.filter((shown) => shown.dataDate === date).map((shown) => shown.communeId));
  const [then, now] = [communesOn(before), communesOn(dataDate)];
  const communeIds = [...now].filter((id) => then.has(id));
  return {
    comparedDate: communeIds.length === 0 ? null : before,
    communeIds,
    isWhole: communeIds.length === now.size && communeIds.length === then.size,
  };
}

type Compared = OutputOf<typeof operation>['rows'][number]['compared'];

/** The figures of a key that a change may be told from: of the same communes at both dates; null without any. */
async function comparedRows(
  { comparedDate, communeIds, isWhole }: InBothDates,
  asked: Asked & { readonly dataDate: BusinessDate },
  { context, now }: { context: HandlerContext; now: ReadonlyMap<string, Figures> },
): Promise<(key: string) => Compared> {
  if (comparedDate === null) return () => null;
  const read = async (date: BusinessDate) =>
    byKey(isWhole ? await rowsOn(date, asked, context) : await communeRows(communeIds, date, asked, context));
  const before = await read(comparedDate);
  const of = isWhole ? now : await read(asked.dataDate);
  return (key) => {
    const figures = of.get(key);
    return figures === undefined ? null : { now: figures, before: before.get(key) ?? null };
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

type Asked = Pick<InputOf<typeof operation>, 'communeId' | 'dimension' | 'key'>;

/** The office's own roll-ups where they cover the question, because there a customer of two communes counts once. */
async function rowsOn(date: BusinessDate, asked: Asked, context: HandlerContext): Promise<Row[]> {
  const { tx, caller } = context;
  const { scope } = caller;
  const { dimension, keys } = slotOf(asked, scope);
  if (
    dimension !== 'village' &&
    dimension !== 'group' &&
    asked.communeId === undefined &&
    scope.officeIds.length === 1 &&
    coverageOf(scope).covers === 'commune'
  ) {
    const rows = await officeFigureRows(tx, { officeIds: scope.officeIds, dates: [date], dimension });
    return keys ? rows.filter((row) => keys.includes(row.key)) : rows;
  }
  const communeIds = asked.communeId === undefined ? scope.communeIds : [asked.communeId];
  return communeRows(communeIds, date, asked, context);
}

async function communeRows(
  communeIds: readonly Id[],
  date: BusinessDate,
  asked: Asked,
  { tx, caller }: HandlerContext,
): Promise<Row[]> {
  return figureRows(tx, { communeIds, dates: [date], ...slotOf(asked, caller.scope) });
}

/** The dimension and keys that a question and the caller's office leave. */
function slotOf({ dimension, key }: Asked, scope: Scope): Pick<Coverage, 'dimension' | 'keys'> {
  const coverage = coverageOf(scope);
  const keys = dimension === undefined ? coverage.keys : undefined;
  return { dimension: dimension ?? coverage.dimension, keys: key !== undefined ? [key] : keys };
}

function byKey(rows: readonly Row[]): Map<string, Figures> {
  const parts = new Map<string, Row[]>();
  for (const row of rows) {
    const known = parts.get(row.key);
    if (known) known.push(row);
    else parts.set(row.key, [row]);
  }
  const keys = [...parts.keys()].sort();
  return new Map(
    keys.flatMap((key) => {
      const figures = sumFigures(parts.get(key) ?? []);
      return figures ? [[key, figures] as const] : [];
    }),
  );
}
