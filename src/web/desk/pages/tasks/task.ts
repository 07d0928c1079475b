import type { InputOf, OutputOf } from '../../../../kernel/contract.ts';
import { daysBetween, formatDate } from '../../../../kernel/dates.ts';
import type {
  listMyTasks,
  listTasksOfCommune,
  showTask,
  showTaskOverview,
} from '../../../../modules/governance/contract.ts';
import { NOBODY } from '../../../../modules/governance/domain/seats.ts';
import {
  isOpen,
  mayHappen,
  TASK_STATES,
  type TaskState,
} from '../../../../modules/governance/domain/task.ts';
import type { IconName } from '../../../shared/components/icon.tsx';
import type { Tone } from '../../../shared/components/status.tsx';

/** A task as a row of what is asked of the person, with the day of the last reminder. */
export type AskedTask = OutputOf<typeof listMyTasks>['tasks'][number];

/** A task as a row. */
export type Task = Omit<AskedTask, 'remindedOn'>;

/** The same with what the figures say. */
export type TaskWithFigures = OutputOf<typeof listTasksOfCommune>['tasks'][number];

/** A task with everything that happened to it. */
export type WholeTask = OutputOf<typeof showTask>;

/** Where a task lies. */
export type WithinTask = InputOf<typeof showTask>;

/** What was ordered of each actor, and what came of it. */
export type Overview = OutputOf<typeof showTaskOverview>;

/** The state of a task in a word, its tone and its sign. */
export type TaskMark = { readonly tone: Tone; readonly icon: IconName; readonly words: string };

type OwnTask = Pick<WholeTask, 'isOwn'> & {
  readonly may: Pick<WholeTask['may'], 'answer'>;
  readonly task: Pick<WholeTask['task'], 'state'>;
};

/** Whether opening its page says that the owner knows of the task: nobody else's opening does [GV134]. */
export function isReceivedByOpening({ isOwn, may, task: { state } }: OwnTask): boolean {
  return isOwn && may.answer && mayHappen('received', state);
}

/** Whether its owner may say that they have begun; of a returned one the next report says it, and until then that it was returned [GV134]. */
export function mayBegin({ isOwn, may, task: { state } }: OwnTask): boolean {
  return isOwn && may.answer && (state === 'given' || state === 'received');
}

const PROGRESS: Partial<Record<TaskState, string>> = {
  given: 'chưa nhận',
  received: 'đã nhận',
  working: 'đang làm',
};

/** How far its owner is before there is a report, which the giver asks: `chưa nhận`; null once there is one [GV134]. */
export function progressOf(state: TaskState): string | null {
  return PROGRESS[state] ?? null;
}

const SOON_DAYS = 3;

/** What is said of a task on its day: how late it is, how long there is, or what it has come to. */
export function markOf(
  task: Pick<Task, 'state' | 'lateDays' | 'dueOn' | 'reportedOn'>,
  today: Task['dueOn'],
): TaskMark {
  const { state, lateDays, dueOn, reportedOn } = task;
  const late = lateDays === 0 ? '' : `, trễ ${lateDays} ngày`;
  if (state === 'accepted') return { tone: 'good', icon: 'check', words: `Xong${onDay(reportedOn)}${late}` };
  if (state === 'reported') return { tone: 'plain', icon: 'clock', words: `Chờ nhận kết quả${late}` };
  if (!isOpen(state)) return { tone: 'dim', icon: 'minus', words: TASK_STATES[state] };
  const returned = state === 'returned' ? 'Trả lại, ' : '';
  if (lateDays > 0)
    return { tone: 'bad', icon: 'warning', words: capital(`${returned}trễ ${lateDays} ngày`) };
  const days = daysBetween(today, dueOn);
  const until = days === 0 ? 'hạn hôm nay' : `còn ${days} ngày`;
  const isSoon = days <= SOON_DAYS || state === 'returned';
  return { tone: isSoon ? 'warn' : 'dim', icon: 'clock', words: capital(`${returned}${until}`) };
}

/** When the owner was reminded of a task: `07/12/2026 (trước hạn), 11/12/2026 (sau hạn)`; null where nobody was yet [GV98]. */
export function remindersText(
  reminders: WholeTask['reminders'],
  ownerNow: WholeTask['task']['ownerNow'],
): string | null {
  const said = reminders.map(
    ({ moment, on }) => `${formatDate(on)} (${moment === 'before' ? 'trước hạn' : 'sau hạn'})`,
  );
  if (said.length === 0) return ownerNow === NOBODY ? 'chưa nhắc được ai' : null;
  return said.join(', ');
}

/** `đã nhắc 07/12`, beside the deadline of a task that still waits for its owner; null where there is nothing to say [GV98]. */
export function remindedText(task: Task | AskedTask): string | null {
  if (!('remindedOn' in task) || task.remindedOn === null || !isOpen(task.state)) return null;
  return `đã nhắc${onDay(task.remindedOn)}`;
}

function onDay(date: Task['reportedOn']): string {
  return date === null ? '' : ` ${formatDate(date).slice(0, 5)}`;
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
