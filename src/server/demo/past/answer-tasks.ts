import type { OutputOf } from '../../../kernel/contract.ts';
import { type BusinessDate, daysBetween } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { formatHour } from '../../../kernel/moment.ts';
import {
  acceptTask,
  listTasksOfCommune,
  receiveTask,
  reportTask,
  returnTask,
} from '../../../modules/governance/contract.ts';
import { throwOf } from './chance.ts';
import { chairOf, loginOfSeat, OFFICER, type Town } from './commune-facts.ts';
import { dayOf, laterOf, type Moment, momentAt, officeHour, type Step } from './moments.ts';
import { lackingIn, reportDone, reportPartly } from './reports.ts';

type Task = OutputOf<typeof listTasksOfCommune>['tasks'][number];

/** How the owner of a task is with it: in most cases prompt. */
type Temper = 'prompt' | 'late' | 'returnedOnce' | 'silent';

/** So many days after the deadline whoever has been silent answers at last. */
const SILENT_DAYS = 47;

/**
 * What happens next with every task of a commune that is not over, one step after another: each follows from the task as
 * it stands, so that a past that was cut off goes on where it was.
 */
export async function stepsOfTasks(town: Town, narrowed: Narrowed = {}): Promise<Step[]> {
  const tasks = [
    ...(await tasksOf(town, { ...narrowed, state: 'open' })),
    ...(await tasksOf(town, { ...narrowed, state: 'waiting' })),
  ];
  return tasks.flatMap((task) => nextOf(town, task));
}

type Narrowed = { readonly briefingId?: Id; readonly directiveId?: Id };

async function tasksOf(
  town: Town,
  narrowed: Narrowed & { readonly state: 'open' | 'waiting' },
): Promise<Task[]> {
  const tasks: Task[] = [];
  let cursor: string | undefined;
  do {
    const page: OutputOf<typeof listTasksOfCommune> = await town.hands.act(OFFICER, listTasksOfCommune, {
      communeId: town.communeId,
      ...narrowed,
      cursor,
    });
    tasks.push(...page.tasks);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return tasks;
}

/** The next step of a task; none where it waits for newer figures, or is over. */
function nextOf(town: Town, task: Task): Step[] {
  switch (task.state) {
    case 'given':
      return isReceived(task) ? [receive(town, task)] : [report(town, task)];
    case 'received':
    case 'working':
    case 'returned':
      return [report(town, task)];
    case 'reported':
      return task.source === 'briefing' ? [judge(town, task)] : judgeByFigures(town, task);
    default:
      return [];
  }
}

function seedOf({ text, givenOn, ownerName, contractNo }: Task): string {
  return [text, givenOn, ownerName, contractNo ?? ''].join('|');
}

/** The officer's own tasks are never left lying. */
const PUNCTUAL = 80;

function temperOf(task: Task): Temper {
  const thrown = throwOf(task.ownerSeat === 'creditOfficer' ? PUNCTUAL : 100, seedOf(task), 'temper');
  if (thrown < 66) return 'prompt';
  if (thrown < 80) return 'late';
  return thrown < 92 ? 'returnedOnce' : 'silent';
}

function isReceived(task: Task): boolean {
  return temperOf(task) !== 'silent' && throwOf(3, seedOf(task), 'received') > 0;
}

function receive(town: Town, task: Task): Step {
  const { taskId, communeId } = task;
  return {
    at: notBefore(town, officeHour(task.givenOn, 1 + throwOf(2, seedOf(task), 'when'), seedOf(task))),
    run: async () => {
      const { version } = await town.hands.act(answererOf(town, task), receiveTask, {
        ...{ communeId, taskId },
        eventId: town.hands.newId(),
      });
      return nextOf(town, { ...task, version, state: 'received' });
    },
  };
}

function report(town: Town, task: Task): Step {
  const { taskId, communeId, text } = task;
  const at = notBefore(town, reportedAt(task));
  const isLacking = temperOf(task) === 'returnedOnce' && task.returnedOn === null;
  const isResigned = task.source !== 'briefing' && task.returnedOn !== null;
  const said = isLacking || isResigned ? reportPartly(text) : reportDone(text, seedOf(task));
  return {
    at,
    run: async () => {
      const { version } = await town.hands.act(answererOf(town, task), reportTask, {
        ...{ communeId, taskId, ...said },
        eventId: town.hands.newId(),
        doneOn: dayOf(at),
      });
      return nextOf(town, { ...task, version, state: 'reported', reportedOn: dayOf(at) });
    },
  };
}

/** When a report comes: in good time, after the deadline, or some days after the last one was returned. */
function reportedAt(task: Task): Moment {
  const { givenOn, dueOn, state, returnedOn } = task;
  const seed = seedOf(task);
  if (state === 'returned' && returnedOn !== null) return officeHour(returnedOn, 4 + throwOf(5, seed), seed);
  const temper = temperOf(task);
  if (temper === 'silent') return officeHour(dueOn, SILENT_DAYS, seed);
  if (temper === 'late') return officeHour(dueOn, 2 + throwOf(9, seed, 'late'), seed);
  const days = Math.max(2, daysBetween(givenOn, dueOn) - 1);
  return officeHour(givenOn, Math.max(2, days - throwOf(Math.max(1, days - 3), seed, 'early')), seed);
}

/** The officer takes a report of a conclusion, or returns it once; the chair takes the officer's. */
function judge(town: Town, task: Task): Step {
  const isReturned = temperOf(task) === 'returnedOnce' && task.returnedOn === null;
  return decide(town, task, {
    days: 1 + throwOf(4, seedOf(task), 'judge'),
    isReturned,
    reason: lackingIn(task.text),
  });
}

/** How long a contradicted report lies before it is returned: whoever gave the task first asks the bank. */
const CONTRADICTED_DAYS = 30;

/**
 * An order over loans is judged by newer figures: those that show what was asked make it done; those that do not return it,
 * after a while; without any it waits.
 */
function judgeByFigures(town: Town, task: Task): Step[] {
  const { figures, reportedOn, returnedOn } = task;
  if (figures === null || figures.toDate === null) return [];
  const isSame = figures.verdict === 'same' && returnedOn === null;
  const lies = reportedOn === null ? 0 : daysBetween(reportedOn, today(town));
  if (isSame && lies < CONTRADICTED_DAYS) return [];
  return [decide(town, task, { days: 1, isReturned: isSame, reason: `${figures.sentence} Gặp lại hộ.` })];
}

type Decision = { readonly days: number; readonly isReturned: boolean; readonly reason: string };

function decide(town: Town, task: Task, { days, isReturned, reason }: Decision): Step {
  const { communeId, taskId, version, reportedOn, givenOn } = task;
  const at = notBefore(town, officeHour(reportedOn ?? givenOn, days, seedOf(task), 'judge'));
  return {
    at,
    run: async () => {
      const event = { communeId, taskId, eventId: town.hands.newId(), baseVersion: version };
      const judgedBy = answererOf(town, task) === OFFICER ? chairOf(town.code) : OFFICER;
      if (!isReturned) {
        await town.hands.act(judgedBy, acceptTask, event);
        return [];
      }
      const returned = await town.hands.act(judgedBy, returnTask, { ...event, reason });
      return nextOf(town, { ...task, ...returned, state: 'returned', returnedOn: dayOf(at) });
    },
  };
}

/** Whoever holds the office; the chair writes it down for offices without an account and for bodies. */
function answererOf({ code }: Town, { ownerSeat }: Task): string {
  return loginOfSeat(ownerSeat, code) ?? chairOf(code);
}

function today({ hands }: Town): BusinessDate {
  return hands.clock.today();
}

/** What should have happened while nobody looked happens on the next morning. */
function notBefore(town: Town, at: Moment): Moment {
  return laterOf(at, momentAt(today(town), formatHour(town.hands.clock.now())));
}
