import type { OutputOf } from '../../kernel/contract.ts';
import { type BusinessDate, formatDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { listLoans as loansOfPortfolio } from '../portfolio/contract.ts';
import { LIST_NAMES, listLoans, publishedDates } from '../portfolio/index.ts';
import type { MeasuredBy, MeasuredPart } from './domain/measured-by.ts';
import { FIGURE_MEASURES } from './domain/task-figures.ts';

/** The loans that a conclusion is measured by, at least one, and how that is said. */
export type MeasuredLoans = {
  readonly loans: OutputOf<typeof loansOfPortfolio>['rows'];
  readonly dataDate: BusinessDate;
  readonly words: string;
};

/** More than a commune has on any list that somebody is made to answer for. */
const MOST_MEASURED = 2000;

const FIELD_OF_PART = {
  association: 'associationCode',
  village: 'villageCode',
  group: 'groupCode',
  customer: 'customerCode',
} as const satisfies Record<Exclude<MeasuredPart, 'commune'>, string>;

/**
 * Finds the loans that a conclusion is measured by [GV82].
 *
 * @param on the newest figures by this day are asked, as a briefing's are [GV19]
 */
export async function findMeasuredLoans(
  context: HandlerContext,
  {
    communeId,
    on,
    measuredBy,
  }: { readonly communeId: Id; readonly on: BusinessDate; readonly measuredBy: MeasuredBy },
): Promise<
  MeasuredLoans | Refusal<'listUnknown' | 'listNotPublished' | 'nothingToMeasure' | 'tooManyToMeasure'>
> {
  const { figure, part, code } = measuredBy;
  const list = LIST_NAMES.find((name) => name === measuredBy.list);
  if (list === undefined) return refuse('listUnknown');
  const dataDate = (await publishedDates(context.tx, [communeId])).find((date) => date <= on);
  if (dataDate === undefined) return refuse('listNotPublished');
  const ofPart = part === 'commune' ? {} : { [FIELD_OF_PART[part]]: code };
  const page = await listLoans({ list, communeId, dataDate, ...ofPart, limit: MOST_MEASURED }, context);
  if (isRefusal(page)) return refuse('listNotPublished');
  if (page.rows.length === 0) return refuse('nothingToMeasure', { listDate: formatDate(dataDate) });
  if (page.next !== null) return refuse('tooManyToMeasure', { most: MOST_MEASURED });
  const { title, filters } = page.about;
  // Papers name people and places, not their codes.
  const about = [`danh sách “${title}”`, ...filters.map(({ words }) => words.replace(/ \(\d+\)$/u, ''))];
  return { loans: page.rows, dataDate, words: [FIGURE_MEASURES[figure], ...about].join(', ') };
}
