import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { type LoanFacts, loanFacts, publishedDates } from '../portfolio/index.ts';
import { type DirectiveRow, selectDirectivesById, selectMeasuredLoans } from './db/directives.ts';
import { selectEventsOfTasks } from './db/task-events.ts';
import { selectTaskRecords } from './db/task-records.ts';
import type { TaskRow } from './db/tasks.ts';
import {
  type BankMeasure,
  type FigureFinding,
  type FigureMeasure,
  findFigure,
  findFigureOfSet,
  type LoanThenAndNow,
} from './domain/task-figures.ts';
import { findChecks, loansToldChecked } from './domain/told-checks.ts';
import { numbersOfHouseholds } from './numbers-of-households.ts';

/** Directives by their ids. */
export type Directives = ReadonlyMap<Id, DirectiveRow>;

/** A task with the directive that the figures can answer, and the loans that answer it. */
type Measured = {
  readonly taskId: Id;
  readonly figure: FigureMeasure;
  /** The loan that the task is about; null where it is about several. */
  readonly contractNo: string | null;
  /** The date of the list that the loans stood on. */
  readonly listDate: BusinessDate;
  readonly contractNos: readonly string[];
};

/** The same where the bank's figures answer. */
type MeasuredByBank = Measured & { readonly figure: BankMeasure };

/**
 * What the newest figures say of tasks [GV44], [GV82]: of those about a loan and of conclusions that are measured by several,
 * where it was said what the figures are to show; of checks their reports tell [GV95]; of a household's difficulty that its file has a number
 * since [GV243]. A few questions, however many tasks.
 *
 * @param directives those of the tasks, where the caller has read them already
 * @param on the day whose newest figures are asked, as a briefing's are [GV19]; without one today's
 */
export async function figuresOfTasks(
  { tx, caller }: Pick<HandlerContext, 'tx' | 'caller'>,
  communeId: Id,
  tasks: readonly Pick<TaskRow, 'id' | 'directiveId' | 'contractNo' | 'householdId'>[],
  { directives: read, on }: { readonly directives?: Directives; readonly on?: BusinessDate } = {},
): Promise<Map<Id, FigureFinding>> {
  const directiveIds = [...new Set(tasks.map(({ directiveId }) => directiveId))];
  if (directiveIds.length === 0) return new Map();
  const directives = read ?? (await selectDirectivesById(tx, [communeId], directiveIds));
  const ofSets = [...directives.values()].filter(({ measuredLoans }) => measuredLoans !== null);
  const sets =
    ofSets.length === 0
      ? new Map<Id, readonly string[]>()
      : await selectMeasuredLoans(
          tx,
          communeId,
          ofSets.map(({ id }) => id),
        );
  const measured = tasks.flatMap((task) => measuredTask(task, directives.get(task.directiveId), sets));
  return new Map([
    ...(await numbersOfHouseholds({ tx, caller }, communeId, { tasks, directives, on })),
    ...(await figuresOfBank({ tx }, communeId, { measured: measured.filter(isOfBank), on })),
    ...(await checksTold({ tx }, communeId, {
      measured: measured.filter(({ figure }) => figure === 'checked'),
      on,
    })),
  ]);
}

function isOfBank(measured: Measured): measured is MeasuredByBank {
  return measured.figure !== 'checked';
}

async function figuresOfBank(
  { tx }: Pick<HandlerContext, 'tx'>,
  communeId: Id,
  { measured, on }: { readonly measured: readonly MeasuredByBank[]; readonly on: BusinessDate | undefined },
): Promise<Map<Id, FigureFinding>> {
  if (measured.length === 0) return new Map();
  const newestDate = (await publishedDates(tx, [communeId])).find((date) => on === undefined || date <= on);
  if (newestDate === undefined) return new Map();
  const dataDates = [...new Set([newestDate, ...measured.map(({ listDate }) => listDate)])];
  const contractNos = [...new Set(measured.flatMap((task) => task.contractNos))];
  const rows = await loanFacts(tx, { communeId, contractNos, dataDates });
  const facts = new Map(rows.map((row) => [keyOf(row), row]));
  return new Map(
    measured.flatMap((task) => {
      const finding = findingOf(task, newestDate, facts);
      return finding === null ? [] : [[task.taskId, finding] as const];
    }),
  );
}

/** The task as figures can answer it; none where nothing was asked of them, or the scope shows only some of its loans. */
function measuredTask(
  { id: taskId, contractNo }: Pick<TaskRow, 'id' | 'contractNo'>,
  directive: DirectiveRow | undefined,
  sets: ReadonlyMap<Id, readonly string[]>,
): Measured[] {
  if (!directive || directive.figure === null || directive.listDate === null) return [];
  const { figure, listDate, measuredLoans } = directive;
  const task = { taskId, figure, contractNo, listDate };
  if (contractNo !== null) return [{ ...task, contractNos: [contractNo] }];
  const contractNos = sets.get(directive.id) ?? [];
  if (contractNos.length === 0 || contractNos.length !== measuredLoans) return [];
  return [{ ...task, contractNos }];
}

/** What the reports of tasks say of checks after disbursement, which the bank's figures do not hold [GV95]. */
async function checksTold(
  { tx }: Pick<HandlerContext, 'tx'>,
  communeId: Id,
  { measured, on }: { readonly measured: readonly Measured[]; readonly on: BusinessDate | undefined },
): Promise<Map<Id, FigureFinding>> {
  if (measured.length === 0) return new Map();
  const taskIds = measured.map(({ taskId }) => taskId);
  const events = await selectEventsOfTasks(tx, communeId, taskIds);
  const records = await selectTaskRecords(tx, communeId, taskIds);
  return new Map(
    measured.map(({ taskId, contractNo, contractNos, listDate }) => {
      const isOfTask = (row: { readonly taskId: Id }) => row.taskId === taskId;
      const happened = { contractNo, events: events.filter(isOfTask), records: records.filter(isOfTask) };
      const told = loansToldChecked(happened, on);
      return [taskId, findChecks(listDate, { contractNos, told })] as const;
    }),
  );
}

function findingOf(
  { figure, listDate, contractNo: own, contractNos }: MeasuredByBank,
  newestDate: BusinessDate,
  facts: ReadonlyMap<string, LoanFacts>,
): FigureFinding | null {
  const loans = contractNos.map(
    (contractNo): LoanThenAndNow => ({
      before: facts.get(keyOf({ contractNo, dataDate: listDate })),
      now: facts.get(keyOf({ contractNo, dataDate: newestDate })),
    }),
  );
  // Of a conclusion its loans together; of a task over a loan that one alone.
  if (own === null) return findFigureOfSet(figure, listDate, { loans, newestDate });
  const [loan] = loans;
  return loan ? findFigure(figure, listDate, { ...loan, newestDate }) : null;
}

function keyOf({ contractNo, dataDate }: Pick<LoanFacts, 'contractNo' | 'dataDate'>): string {
  return `${contractNo} ${dataDate}`;
}
