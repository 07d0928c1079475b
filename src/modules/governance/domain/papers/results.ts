import type { BusinessDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { dayInVietnam } from '../../../../kernel/moment.ts';
import { roundHalfUp } from '../../../../kernel/money.ts';
import type { SeatKey } from '../seat.ts';
import {
  isByOwner,
  lateDays,
  type Outcome,
  standingReport,
  stateAfter,
  type TaskEventKind,
  type TaskState,
} from '../task.ts';

/** How far what was concluded has come. `unreported`: nobody has said anything yet. */
export const RESULT_STATES = {
  unreported: 'Chưa có báo cáo',
  received: 'Đã nhận việc, chưa có báo cáo',
  working: 'Đang làm, chưa có báo cáo',
  reported: 'Đã báo cáo, chờ nhận kết quả',
  returned: 'Trả lại, phải làm lại',
  done: 'Xong',
  cancelled: 'Đã hủy',
} as const;

/** One of {@link RESULT_STATES}. */
export type ResultState = keyof typeof RESULT_STATES;

/** What the owner of a conclusion said last. */
export type ResultReport = {
  readonly on: BusinessDate;
  readonly text: string;
  readonly outcome: Outcome;
  /** Who wrote it down for the owner [GV155]; left out where the owner did, and of minutes closed before that was kept. */
  readonly writtenBy?: string;
  /** How many files came with it and with what it supplements. */
  readonly files: number;
  /** The records they name, by their titles [GV86]; minutes closed before that was kept have none. */
  readonly records?: readonly string[];
};

/** What came of one conclusion, or of a difficulty that was given to somebody [GV126], until a day [GV67]; minutes keep it as it is here. */
export type ConclusionResult = {
  /** Its task; minutes closed before this was kept do not say. */
  readonly taskId?: Id | null;
  readonly text: string;
  readonly ownerName: string | null;
  /** Who had it before it was handed over to the owner; null where nobody had. */
  readonly insteadOf: string | null;
  /** Who holds the owner's office since, where that is another [GV132]; left out where it is none, and of minutes closed before this was kept. */
  readonly ownerNow?: string | null;
  readonly dueOn: BusinessDate | null;
  readonly state: ResultState;
  /** Days late, as tasks count them [GV33]; 0 in time. */
  readonly lateDays: number;
  readonly report: ResultReport | null;
  /** Why it was returned or cancelled, where that is what it came to. */
  readonly reason: string | null;
  /** What the figures say, in one sentence; null where they tell nothing [GV44]. */
  readonly figures: string | null;
  /** The report says that it is done, and the figures do not [GV45]. */
  readonly isContradicted: boolean;
};

/** What came of a task of a briefing before the last, and since which it stands open. */
export type EarlierResult = ConclusionResult & { readonly givenOn: BusinessDate };

/** How many tasks of one owner are late. */
export type LateOwner = {
  /** An office by its title with who holds it [GV263]; in minutes closed before that was kept some stand by who held it alone. */
  readonly ownerName: string;
  /** The owner is an office; left out of a body without one, whose name was typed. */
  readonly isOffice?: true;
  readonly late: number;
  readonly mostDays: number;
};

/** What is left of the briefings before the last [GV88], counted apart from its conclusions; minutes keep it as it is here. */
export type EarlierResults = {
  /** Neither accepted nor cancelled. */
  readonly unfinished: number;
  /** Of them still to be done, past their day. */
  readonly late: number;
  /** Those late by owner, the owner of most first. */
  readonly lateBy: readonly LateOwner[];
  /** The longest late of them, ten at most. */
  readonly longest: readonly EarlierResult[];
};

/** What came of the conclusions of the briefing before, as a later one is told. */
export type ResultsBefore = {
  /** The briefing; minutes closed before this was kept do not say. */
  readonly briefingId?: Id;
  readonly heldOn: BusinessDate;
  readonly results: readonly ConclusionResult[];
  /** The same of the difficulties given there, apart from the conclusions [GV126]; left out where there were none, and of minutes closed before this was kept. */
  readonly difficulties?: readonly ConclusionResult[];
  /** What is left of the briefings before it [GV88]; left out where nothing is, and of minutes closed before this was kept. */
  readonly earlier?: EarlierResults;
};

/** An event of a task, as far as a result is read from it. */
export type ResultEvent = {
  readonly version: number;
  readonly kind: TaskEventKind;
  readonly text: string | null;
  readonly outcome: Outcome | null;
  /** The owner's seat and the writer's, with the writer's name. */
  readonly ownerSeat: SeatKey | null;
  readonly bySeat: SeatKey | null;
  readonly byName: string;
  readonly at: Date;
};

/** Where a task stood at the end of a day. */
export type TaskOnDay = {
  readonly state: TaskState;
  readonly lateDays: number;
  readonly report: ResultReport | null;
  readonly reason: string | null;
};

/**
 * Where a task stood at the end of a day, from its events in their order; undefined when it had not been given by then. A paper
 * written later so tells what its meeting could know.
 *
 * @param fileVersions of each file that its reports brought, the version of the report
 * @param records those that its reports name
 */
export function taskOnDay(
  {
    events,
    fileVersions,
    records = [],
  }: {
    readonly events: readonly ResultEvent[];
    readonly fileVersions: readonly number[];
    readonly records?: readonly { readonly version: number; readonly title: string }[];
  },
  { dueOn, on }: { readonly dueOn: BusinessDate; readonly on: BusinessDate },
): TaskOnDay | undefined {
  const until = events.filter(({ at }) => dayInVietnam(at) <= on);
  if (until.length === 0) return undefined;
  const state = stateAfter(until.map(({ kind }) => kind));
  const standing = standingReport(until);
  const reported = until.findLast(({ kind }) => kind === 'reported');
  const report = reported && {
    on: dayInVietnam(reported.at),
    text: reported.text ?? '',
    outcome: reported.outcome ?? 'done',
    ...(isByOwner(reported) ? {} : { writtenBy: reported.byName }),
    files: fileVersions.filter((version) => version <= reported.version).length,
    ...namedUntil(reported.version, records),
  };
  return {
    state,
    lateDays: lateDays({ state, dueOn, reportedOn: standing ? dayInVietnam(standing.at) : null }, on),
    report: report ?? null,
    reason: state === 'returned' || state === 'cancelled' ? (until.at(-1)?.text ?? null) : null,
  };
}

/** Left out where none are named: minutes hash what they keep. */
function namedUntil(
  last: number,
  records: readonly { readonly version: number; readonly title: string }[],
): Pick<ResultReport, 'records'> {
  const titles = records.filter(({ version }) => version <= last).map(({ title }) => title);
  return titles.length === 0 ? {} : { records: [...new Set(titles)] };
}

const STATE_OF: Readonly<Record<Exclude<TaskState, 'handedOver'>, ResultState>> = {
  given: 'unreported',
  received: 'received',
  working: 'working',
  reported: 'reported',
  returned: 'returned',
  accepted: 'done',
  cancelled: 'cancelled',
};

/** What a task's state is called of a conclusion; one that was handed over has a successor, which tells the rest. */
export function resultState(state: Exclude<TaskState, 'handedOver'>): ResultState {
  return STATE_OF[state];
}

/** The day to which results are counted: that on which people meet, and of a meeting still to come today, as nobody knows what is done by then [GV180]. */
export function countedTo(metOn: BusinessDate, today: BusinessDate): BusinessDate {
  return today < metOn ? today : metOn;
}

/** The counts a report begins with; `doneBps` in hundredths of a percent, null where there was nothing to do. */
export type ResultCounts = {
  /** Cancelled ones are none of them [GV38]. */
  readonly given: number;
  readonly done: number;
  /** Reported, and waiting to be accepted or returned. */
  readonly reported: number;
  /** Of which nobody has reported anything yet. */
  readonly unreported: number;
  /** Returned, to be done again. */
  readonly returned: number;
  /** Still to be done, past their day. */
  readonly late: number;
  readonly contradicted: number;
  readonly cancelled: number;
  readonly doneBps: number | null;
};

/** Counts results; the share of what is done is rounded half up. */
export function countResults(results: readonly ConclusionResult[]): ResultCounts {
  const cancelled = results.filter(({ state }) => state === 'cancelled').length;
  const given = results.length - cancelled;
  const of = (is: (result: ConclusionResult) => boolean) =>
    results.filter((result) => result.state !== 'cancelled' && is(result)).length;
  const done = of(({ state }) => state === 'done');
  return {
    given,
    done,
    reported: of(({ state }) => state === 'reported'),
    unreported: of(({ state }) => state === 'unreported' || state === 'received' || state === 'working'),
    returned: of(({ state }) => state === 'returned'),
    late: of((result) => isToBeDone(result) && result.lateDays > 0),
    contradicted: of(({ isContradicted }) => isContradicted),
    cancelled,
    doneBps: given === 0 ? null : Number(roundHalfUp(BigInt(done) * 10_000n, BigInt(given))),
  };
}

function isToBeDone({ state }: Pick<ConclusionResult, 'state'>): boolean {
  return state !== 'done' && state !== 'reported' && state !== 'cancelled';
}
