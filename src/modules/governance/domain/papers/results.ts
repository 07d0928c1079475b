import { type BusinessDate, daysBetween } from '../../../../kernel/dates.ts';

/** How far what was concluded has come. `unreported`: nobody has said anything yet. */
export const RESULT_STATES = {
  unreported: 'Chưa có báo cáo',
  working: 'Đang làm',
  reported: 'Đã báo cáo, chờ nghiệm thu',
  returned: 'Phải làm lại',
  done: 'Xong',
} as const;

/** One of {@link RESULT_STATES}. */
export type ResultState = keyof typeof RESULT_STATES;

/** What came of one conclusion. */
export type ConclusionResult = {
  readonly text: string;
  readonly ownerName: string | null;
  readonly dueOn: BusinessDate | null;
  readonly state: ResultState;
  /** What shows it: a report in a few words, or what the figures say. */
  readonly evidence: string | null;
};

/** The counts a report begins with; `doneBps` in hundredths of a percent, null where there was nothing to do. */
export type ResultCounts = {
  readonly given: number;
  readonly done: number;
  readonly unreported: number;
  readonly late: number;
  readonly doneBps: number | null;
};

/** Days past its day on `on`; 0 for what is done, not yet due, or without a day. */
export function lateDays(
  { state, dueOn }: Pick<ConclusionResult, 'state' | 'dueOn'>,
  on: BusinessDate,
): number {
  if (state === 'done' || dueOn === null) return 0;
  return Math.max(0, daysBetween(dueOn, on));
}

/** Counts results on a day; the share of what is done is rounded half up. */
export function countResults(results: readonly ConclusionResult[], on: BusinessDate): ResultCounts {
  const given = results.length;
  const done = results.filter(({ state }) => state === 'done').length;
  return {
    given,
    done,
    unreported: results.filter(({ state }) => state === 'unreported').length,
    late: results.filter((result) => lateDays(result, on) > 0).length,
    doneBps: given === 0 ? null : Math.floor((2 * done * 10_000 + given) / (2 * given)),
  };
}
