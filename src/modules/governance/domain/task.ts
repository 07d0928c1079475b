import { type BusinessDate, daysBetween } from '../../../kernel/dates.ts';
import type { SeatKey } from './seat.ts';
import { NOBODY } from './seats.ts';

/** What a task has come to [GV34]. */
export const TASK_STATES = {
  given: 'Mới giao',
  received: 'Đã nhận',
  working: 'Đang làm',
  reported: 'Chờ nhận kết quả',
  accepted: 'Xong',
  returned: 'Trả lại',
  handedOver: 'Đã chuyển người khác',
  cancelled: 'Đã hủy',
} as const;

/** One of {@link TASK_STATES}. */
export type TaskState = keyof typeof TASK_STATES;

/** What happens to a task, and the state it brings it to. */
export const TASK_EVENTS = {
  given: 'given',
  received: 'received',
  started: 'working',
  reported: 'reported',
  accepted: 'accepted',
  returned: 'returned',
  handedOver: 'handedOver',
  cancelled: 'cancelled',
} as const satisfies Record<string, TaskState>;

/** One of {@link TASK_EVENTS}. */
export type TaskEventKind = keyof typeof TASK_EVENTS;

/** How each event is told. */
export const TASK_EVENT_WORDS: Readonly<Record<TaskEventKind, string>> = {
  given: 'Giao việc',
  received: 'Nhận việc',
  started: 'Bắt đầu làm',
  reported: 'Báo cáo',
  accepted: 'Nhận kết quả',
  returned: 'Trả lại',
  handedOver: 'Chuyển người khác',
  cancelled: 'Hủy việc',
};

/** What the author of a report says of the task. */
export const OUTCOMES = { done: 'Đã xong', partly: 'Xong một phần', notDone: 'Chưa làm được' } as const;

/** One of {@link OUTCOMES}. */
export type Outcome = keyof typeof OUTCOMES;

/** Who decides nothing more: the task is over. */
const OVER: readonly TaskState[] = ['accepted', 'handedOver', 'cancelled'];

/** From where each event may happen [GV34]. A report may be supplemented until somebody has taken it. */
const FROM: Readonly<Record<Exclude<TaskEventKind, 'given'>, readonly TaskState[]>> = {
  received: ['given'],
  started: ['given', 'received', 'returned'],
  reported: ['given', 'received', 'working', 'reported', 'returned'],
  accepted: ['reported'],
  returned: ['reported'],
  handedOver: ['given', 'received', 'working', 'returned'],
  cancelled: ['given', 'received', 'working', 'reported', 'returned'],
};

/** Whether a task is over: accepted, handed over or cancelled. */
export function isOver(state: TaskState): boolean {
  return OVER.includes(state);
}

/** Whether a task counts as given [GV38]; one that was handed over or cancelled does not, and is never late [GV33]. */
export function isCounted(state: TaskState): boolean {
  return state !== 'handedOver' && state !== 'cancelled';
}

/** Whether something may happen to a task as it stands [GV34]. */
export function mayHappen(event: Exclude<TaskEventKind, 'given'>, state: TaskState): boolean {
  return FROM[event].includes(state);
}

/** The state that events lead to, in their order; a task without any is a defect of the caller. */
export function stateAfter(events: readonly TaskEventKind[]): TaskState {
  const last = events.at(-1);
  if (last === undefined) throw new RangeError('a task begins by being given');
  return TASK_EVENTS[last];
}

/**
 * The report that stands, of a task's events in their order [GV33]: the first since nothing stood that says of the task what the last
 * says. What comes after it supplements it, and does not make late who reported in time; another outcome is another report. Undefined
 * while none stands or was returned.
 */
export function standingReport<
  Event extends { readonly kind: TaskEventKind; readonly outcome: Outcome | null },
>(events: readonly Event[]): Event | undefined {
  let standing: Event | undefined;
  for (const event of events) {
    if (event.kind === 'returned') standing = undefined;
    if (event.kind === 'reported' && standing?.outcome !== event.outcome) standing = event;
  }
  return standing;
}

/** The days of a task that say whether it is late. */
export type TaskDays = {
  readonly state: TaskState;
  readonly dueOn: BusinessDate;
  /** The day of the {@link standingReport}. */
  readonly reportedOn: BusinessDate | null;
};

/**
 * How many days a task is late [GV33]: against the day of its report where one stands, against today while none does; 0 when it
 * is in time, or nobody waits for it any more.
 */
export function lateDays({ state, dueOn, reportedOn }: TaskDays, today: BusinessDate): number {
  if (!isCounted(state)) return 0;
  const answered = state === 'reported' || state === 'accepted' ? reportedOn : null;
  return Math.max(0, daysBetween(dueOn, answered ?? today));
}

/** Whether somebody has to do something until the deadline: given, received, at work, or returned. */
export function isOpen(state: TaskState): boolean {
  return !isOver(state) && state !== 'reported';
}

/**
 * Whose a task is: under the name it was given, with who holds that office now where it is another [GV132]. Of an office that it was given to
 * by the title nobody has left: it is said alone that nobody holds it [GV241].
 */
export function ownerWords(owned: OwnedInWords): string {
  return `${owned.ownerName ?? ''}${sinceWords(owned)}`;
}

/** The same with whom a task was handed over from, where it was. */
export function ownerAndFormer({
  insteadOf,
  ...owned
}: OwnedInWords & { readonly insteadOf: string | null }): string {
  const from = insteadOf === null ? '' : ` (chuyển từ ${insteadOf})`;
  return `${owned.ownerName ?? ''}${from}${sinceWords(owned)}`;
}

/** Whose something is: the name under which it was given, and who holds that office now where that is told. */
type OwnedInWords = {
  readonly ownerName: string | null;
  readonly ownerNow?: string | null | undefined;
};

/** How the titles of offices begin; in code, as it only chooses whether `nay` is said. `Đoàn` alone begins names of people too. */
const TITLE = /^(?:Trưởng|Tổ trưởng|Chủ tịch|Công an|Giám đốc|Cán bộ|Hội|Đoàn Thanh niên)(?!\p{L})/iu;

/** An office that was vacant already, and given something by its title, is so still; from a person it came to be so, also by their name alone [GV234]. */
function sinceWords({ ownerName, ownerNow = null }: OwnedInWords): string {
  if (ownerNow === null) return '';
  const isTitleAlone = ownerName?.includes(', ') !== true && TITLE.test(ownerName ?? '');
  return ownerNow === NOBODY && isTitleAlone ? `; ${NOBODY}` : `; nay: ${ownerNow}`;
}

/** Counts of tasks as the chair asks for them: of one actor or of all [GV38]. */
export type TaskCounts = {
  /** Handed-over and cancelled ones are none of them. */
  readonly given: number;
  readonly done: number;
  readonly waiting: number;
  readonly late: number;
  readonly returned: number;
};

/** One of what tasks are counted by. */
export type TaskMeasure = keyof TaskCounts;

/** Whether a task is one of those that a number counts [GV38]. Late are those that are still to be done. */
export function countsAs(measure: TaskMeasure, task: TaskDays, today: BusinessDate): boolean {
  const { state } = task;
  if (measure === 'done') return state === 'accepted';
  if (measure === 'waiting') return state === 'reported';
  if (measure === 'returned') return state === 'returned';
  if (measure === 'late') return isOpen(state) && lateDays(task, today) > 0;
  return isCounted(state);
}

/** Counts tasks by every measure. */
export function countTasks(tasks: readonly TaskDays[], today: BusinessDate): TaskCounts {
  const of = (measure: TaskMeasure) => tasks.filter((task) => countsAs(measure, task, today)).length;
  return {
    given: of('given'),
    done: of('done'),
    waiting: of('waiting'),
    late: of('late'),
    returned: of('returned'),
  };
}

/** Whether the owner of a task wrote something of it themselves; a body without an office never does [GV35]. */
export function isByOwner({
  ownerSeat,
  bySeat,
}: {
  readonly ownerSeat: SeatKey | null;
  readonly bySeat: SeatKey | null;
}): boolean {
  return ownerSeat !== null && bySeat === ownerSeat;
}
