import { daysBetween } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { acceptTask, receiveTask, reportTask, returnTask } from '../../../modules/governance/contract.ts';
import { throwOf } from './chance.ts';
import { chairOf, loginOfSeat, OFFICER, type Town } from './commune-facts.ts';
import { type Ending, endingsOf, type Occasion } from './endings.ts';
import { handOver } from './hand-over.ts';
import { dayOf, type Moment, momentAt, officeHour, type Step } from './moments.ts';
import { photosOf } from './photos.ts';
import { recordsOf } from './records.ts';
import { lackingIn, type Report, reportDone, reportPartly } from './reports.ts';
import { answererOf, notBefore, seedOf, type Task, today } from './tasks-at-hand.ts';

/** How the owner of a task is with it: in most cases prompt. */
type Temper = 'prompt' | 'late' | 'returnedOnce' | 'silent';

/** So many days after the deadline whoever has been silent answers at last. */
const SILENT_DAYS = 47;

/**
 * What happens next with tasks, one step after another: each follows from the task as it stands, so that a past that was cut off
 * goes on where it was.
 *
 * @param occasion where the tasks come from; some are left standing in the month in which the demo begins
 */
export function stepsOfTasks(town: Town, occasion: Occasion, tasks: readonly Task[]): Step[] {
  const isOfSample = ({ ownerSeat }: Task) => loginOfSeat(ownerSeat, town.code) !== undefined;
  const endings = town.monthsToGo === 0 ? endingsOf(tasks, { occasion, isOfSample }) : new Map<Id, Ending>();
  return tasks.flatMap((task) => {
    const ending = endings.get(task.taskId);
    return ending === undefined ? nextOf(town, task) : stepsTo(ending, town, task);
  });
}

/** What still happens to a task of which something is left standing. */
function stepsTo(ending: Ending, town: Town, task: Task): Step[] {
  if (ending === 'late' || ending === 'given') return [];
  if (ending === 'handedOver') return [handOver(town, task)];
  const at = notBefore(town, officeHour(task.givenOn, 1, seedOf(task)));
  return [report(town, task, { at, said: reportPartly(task.text), next: sendBack })];
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
      return task.source === 'order' ? judgeByFigures(town, task) : [judge(town, task)];
    default:
      return [];
  }
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

type Reporting = {
  readonly at: Moment;
  readonly said: Report;
  /** What happens to the task with its report. */
  readonly next: (town: Town, task: Task) => Step[];
};

function report(town: Town, task: Task, { at, said, next }: Reporting = asTempered(town, task)): Step {
  const { hands } = town;
  const { taskId, communeId } = task;
  return {
    at,
    run: async () => {
      const { version } = await hands.act(answererOf(town, task), reportTask, {
        ...{ communeId, taskId, ...said },
        fileIds: await photosOf(town, task),
        records: await recordsOf(town, task, said),
        eventId: hands.newId(),
        doneOn: dayOf(at),
      });
      return next(town, { ...task, version, state: 'reported', reportedOn: dayOf(at) });
    },
  };
}

function asTempered(town: Town, task: Task): Reporting {
  const isLacking = temperOf(task) === 'returnedOnce' && task.returnedOn === null;
  const isResigned = task.source === 'order' && task.returnedOn !== null;
  const said = isLacking || isResigned ? reportPartly(task.text) : reportDone(task.text, seedOf(task));
  return { at: notBefore(town, reportedAt(task)), said, next: nextOf };
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

/** The officer takes a report of a conclusion or a resolution, or returns it once; the chair takes the officer's. */
function judge(town: Town, task: Task): Step {
  const isReturned = temperOf(task) === 'returnedOnce' && task.returnedOn === null;
  return decide(town, task, {
    at: judgedAt(town, task, 1 + throwOf(4, seedOf(task), 'judge')),
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
  return [
    decide(town, task, {
      at: judgedAt(town, task, 1),
      isReturned: isSame,
      reason: `${figures.sentence} Gặp lại hộ.`,
    }),
  ];
}

/** When the office looks through what came in that day: after the last report. */
const CLOSING_TIME = '16:50';

function sendBack(town: Town, task: Task): Step[] {
  const at = momentAt(today(town), CLOSING_TIME);
  return [decide(town, task, { at, isReturned: true, reason: lackingIn(task.text), next: () => [] })];
}

function judgedAt(town: Town, task: Task, days: number): Moment {
  const { reportedOn, givenOn } = task;
  return notBefore(town, officeHour(reportedOn ?? givenOn, days, seedOf(task), 'judge'));
}

type Decision = {
  readonly at: Moment;
  readonly isReturned: boolean;
  readonly reason: string;
  /** What happens to the task when it has been returned. */
  readonly next?: (town: Town, task: Task) => Step[];
};

function decide(town: Town, task: Task, { at, isReturned, reason, next = nextOf }: Decision): Step {
  const { communeId, taskId, version } = task;
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
      return next(town, { ...task, ...returned, state: 'returned', returnedOn: dayOf(at) });
    },
  };
}
