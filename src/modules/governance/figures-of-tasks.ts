import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { type LoanFacts, loanFacts, publishedDates } from '../portfolio/index.ts';
import { type DirectiveRow, selectDirectivesById } from './db/directives.ts';
import type { TaskRow } from './db/tasks.ts';
import { type FigureFinding, type FigureMeasure, findFigure } from './domain/task-figures.ts';

/** A directive that the figures can answer, with the date its list was of. */
type Measured = DirectiveRow & { readonly figure: FigureMeasure; readonly listDate: BusinessDate };

/** Directives by their ids. */
export type Directives = ReadonlyMap<Id, DirectiveRow>;

/**
 * What the newest figures say of tasks about loans [GV44]: of those whose directive names what the figures are to show. Two
 * questions to the figures, however many tasks.
 *
 * @param directives those of the tasks, where the caller has read them already
 * @param on the day whose newest figures are asked, as a briefing's are [GV19]; without one today's
 */
export async function figuresOfTasks(
  { tx }: Pick<HandlerContext, 'tx'>,
  communeId: Id,
  tasks: readonly Pick<TaskRow, 'id' | 'directiveId' | 'contractNo'>[],
  { directives: read, on }: { readonly directives?: Directives; readonly on?: BusinessDate } = {},
): Promise<Map<Id, FigureFinding>> {
  const ofLoans = tasks.filter(({ contractNo }) => contractNo !== null);
  if (ofLoans.length === 0) return new Map();
  const directiveIds = [...new Set(ofLoans.map(({ directiveId }) => directiveId))];
  const directives = read ?? (await selectDirectivesById(tx, [communeId], directiveIds));
  const measured = new Map([...directives].filter((entry): entry is [Id, Measured] => isMeasured(entry[1])));
  const newestDate = (await publishedDates(tx, [communeId])).find((date) => on === undefined || date <= on);
  if (measured.size === 0 || newestDate === undefined) return new Map();
  const dataDates = [...new Set([newestDate, ...[...measured.values()].map(({ listDate }) => listDate)])];
  const contractNos = ofLoans.flatMap(({ contractNo }) => (contractNo === null ? [] : [contractNo]));
  const facts = new Map(
    (await loanFacts(tx, { communeId, contractNos, dataDates })).map((row) => [keyOf(row), row]),
  );
  return new Map(
    ofLoans.flatMap(({ id, directiveId, contractNo }) => {
      const directive = measured.get(directiveId);
      if (!directive || contractNo === null) return [];
      const at = (dataDate: BusinessDate) => facts.get(keyOf({ contractNo, dataDate }));
      const { figure, listDate } = directive;
      const finding = findFigure(figure, listDate, { before: at(listDate), now: at(newestDate), newestDate });
      return finding === null ? [] : [[id, finding] as const];
    }),
  );
}

function isMeasured({ figure, listDate }: DirectiveRow): boolean {
  return figure !== null && listDate !== null;
}

function keyOf({ contractNo, dataDate }: Pick<LoanFacts, 'contractNo' | 'dataDate'>): string {
  return `${contractNo} ${dataDate}`;
}
