import type { TaskMeasure } from '../../../../modules/governance/domain/task.ts';

type MeasureWords = {
  /** The word of the address. */
  readonly loc: string;
  /** Over a column of counts. */
  readonly heading: string;
  /** After a number: `3 chờ nhận kết quả`. */
  readonly said: string;
  /** Over the list of such tasks. */
  readonly title: string;
};

/** What tasks are counted by [GV38], said once for tables, lists and addresses; in the order of the columns. */
export const TASK_MEASURES: Readonly<Record<TaskMeasure, MeasureWords>> = {
  given: { loc: 'tat-ca', heading: 'Đã giao', said: 'đã giao', title: 'Mọi việc đã giao' },
  done: { loc: 'xong', heading: 'Đã xong', said: 'đã xong', title: 'Việc đã xong' },
  waiting: {
    loc: 'cho-nhan',
    heading: 'Chờ nhận',
    said: 'chờ nhận kết quả',
    title: 'Việc chờ nhận kết quả',
  },
  returned: { loc: 'tra-lai', heading: 'Trả lại', said: 'bị trả lại', title: 'Việc bị trả lại' },
  late: { loc: 'tre', heading: 'Trễ hạn', said: 'trễ hạn', title: 'Việc trễ hạn' },
};

/** The measures in the order of the columns. */
export const MEASURES = Object.keys(TASK_MEASURES) as readonly TaskMeasure[];

/** The measure that the word of an address names; undefined where it names none. */
export function measureOf(loc: string | undefined): TaskMeasure | undefined {
  return MEASURES.find((measure) => TASK_MEASURES[measure].loc === loc);
}
