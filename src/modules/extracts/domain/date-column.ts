import { type BusinessDate, businessDate } from '../../../kernel/dates.ts';
import type { Cell } from './cell.ts';

/** How the dates of one column are written: `31/10/2026`, or the English `10/31/2026 12:00:00 AM`. */
export type DateFormat = 'vietnamese' | 'american';

/** What the cells of one column say about its format, together [EX10]. */
export type DateEvidence = {
  /** A first number above 12: it can only be a day. */
  dayFirst: boolean;
  /** A second number above 12: it can only be a day. */
  monthFirst: boolean;
  /** A time with AM or PM, as English spreadsheets write it. */
  clockAmPm: boolean;
  /** Some date reads differently either way; one of them, to show when a person is asked. */
  ambiguous: string | undefined;
};

/** `mixed`: some cells are surely Vietnamese and some surely American. `any`: nothing in the column depends on it. */
export type DateDecision = DateFormat | 'mixed' | 'undecided' | 'any';

const DATE_TEXT =
  /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: *([AaPp][Mm]))?)?$/;
const ISO_TEXT = /^(\d{4})-(\d{2})-(\d{2})(?:[ T].*)?$/;

/** Nothing seen yet. */
export function noEvidence(): DateEvidence {
  return { dayFirst: false, monthFirst: false, clockAmPm: false, ambiguous: undefined };
}

/** Reads one date text in a format, and adds what it says about the format. Undefined when it is no date in it. */
export function readDateText(
  text: string,
  format: DateFormat,
  evidence: DateEvidence,
): BusinessDate | undefined {
  const iso = ISO_TEXT.exec(text);
  if (iso) return businessDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const match = DATE_TEXT.exec(text);
  if (!match) return undefined;
  const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (first > 12) evidence.dayFirst = true;
  if (second > 12) evidence.monthFirst = true;
  if (match[4] !== undefined) evidence.clockAmPm = true;
  if (first <= 12 && second <= 12 && first !== second) evidence.ambiguous ??= text;
  return format === 'vietnamese' ? businessDate(year, second, first) : businessDate(year, first, second);
}

/** What one column alone decides [EX10]. */
export function decideFormat(evidence: DateEvidence): DateDecision {
  if (evidence.dayFirst && evidence.monthFirst) return 'mixed';
  if (evidence.dayFirst) return 'vietnamese';
  if (evidence.monthFirst || evidence.clockAmPm) return 'american';
  return evidence.ambiguous === undefined ? 'any' : 'undecided';
}

/** The format that all decided columns of a file share; undefined when none is decided or they differ [EX11]. */
export function sharedFormat(decisions: Iterable<DateDecision>): DateFormat | undefined {
  const decided = new Set([...decisions].filter((one) => one === 'vietnamese' || one === 'american'));
  if (decided.size !== 1) return undefined;
  const [only] = decided;
  return only;
}

/** A column of dates being read under one format. Texts repeat, so each is read once. */
export type DateColumn = {
  readonly format: DateFormat;
  readonly evidence: DateEvidence;
  /** Null for an empty cell; undefined for one that is no date in this format. */
  read(cell: Cell): BusinessDate | null | undefined;
};

/** Bounds the memory of texts already read: the dates of a hundred years. */
const REMEMBERED_TEXTS = 36_600;

/** Starts reading a column under a format. */
export function dateColumn(format: DateFormat): DateColumn {
  const evidence = noEvidence();
  const known = new Map<string, BusinessDate>();
  return {
    format,
    evidence,
    read: (cell) => {
      if (cell === undefined) return null;
      if (typeof cell === 'object') return cell.day;
      if (typeof cell === 'number') return undefined;
      const before = known.get(cell);
      if (before !== undefined) return before;
      const text = cell.trim();
      if (text === '') return null;
      const date = readDateText(text, format, evidence);
      if (date !== undefined && known.size < REMEMBERED_TEXTS) known.set(cell, date);
      return date;
    },
  };
}
