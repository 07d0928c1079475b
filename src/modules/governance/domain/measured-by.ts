import type { FigureMeasure } from './task-figures.ts';

/** What of a list a conclusion may be measured by. */
export const MEASURED_PARTS = ['commune', 'association', 'village', 'group', 'customer'] as const;

/** One of {@link MEASURED_PARTS}. */
export type MeasuredPart = (typeof MEASURED_PARTS)[number];

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

/** Whether a part of a list is named by its code, as all parts are but the whole commune; direct loans are no group. */
export function namesItsPart({ part, code }: Pick<MeasuredBy, 'part' | 'code'>): boolean {
  return (part === 'commune') === (code === '');
}

/** The same with its words, as a person reads them: `Nợ quá hạn giảm, danh sách “Nợ quá hạn”, Tổ Lý Đức Trung`. */
export type MeasuredByShown = MeasuredBy & { readonly words: string };
