import type { FigureMeasure } from './task-figures.ts';

/** What of a list a conclusion may be measured by. */
export const MEASURED_PARTS = {
  commune: 'Cả xã',
  association: 'Hội',
  village: 'Thôn',
  group: 'Tổ',
  customer: 'Hộ',
} as const;

/** One of {@link MEASURED_PARTS}. */
export type MeasuredPart = keyof typeof MEASURED_PARTS;

/** By which figures a conclusion will be told [GV82]. */
export type MeasuredBy = {
  /** What is to change. */
  readonly figure: FigureMeasure;
  /** The list whose loans it is about. */
  readonly list: string;
  readonly part: MeasuredPart;
  /** Of the part; empty for the whole commune. */
  readonly code: string;
};

/** The same with its words, as a person reads them: `Nợ quá hạn giảm, danh sách “Nợ quá hạn”, Tổ Lý Đức Trung`. */
export type MeasuredByShown = MeasuredBy & { readonly words: string };
