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
  const plain = plainDigits(text);
  if (plain >= 0) return readNumbers(numbersOf(plain), text, format, evidence);
  const iso = ISO_TEXT.exec(text);
  if (iso) return businessDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const match = DATE_TEXT.exec(text);
  if (!match) return undefined;
  if (match[4] !== undefined) evidence.clockAmPm = true;
  const numbers = { first: Number(match[1]), second: Number(match[2]), year: Number(match[3]) };
  return readNumbers(numbers, text, format, evidence);
}

type DateNumbers = { readonly first: number; readonly second: number; readonly year: number };

function readNumbers(
  { first, second, year }: DateNumbers,
  text: string,
  format: DateFormat,
  evidence: DateEvidence,
): BusinessDate | undefined {
  if (first > 12) evidence.dayFirst = true;
  if (second > 12) evidence.monthFirst = true;
  if (first <= 12 && second <= 12 && first !== second) evidence.ambiguous ??= text;
  return format === 'vietnamese' ? dayOf(year, second, first) : dayOf(year, first, second);
}

const SLASH = 0x2f;
const ZERO = 0x30;
/** Where the digits stand in `31/10/2026`. */
const DIGIT_PLACES = [0, 1, 3, 4, 6, 7, 8, 9] as const;

/**
 * The eight digits of a text like `31/10/2026` as one number; -1 for any other. Nearly every date of the
 * bank's is written so, and there are half a million in a report.
 */
function plainDigits(text: string): number {
  if (text.length !== 10 || text.charCodeAt(2) !== SLASH || text.charCodeAt(5) !== SLASH) return -1;
  let digits = 0;
  for (const place of DIGIT_PLACES) {
    const digit = text.charCodeAt(place) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    digits = digits * 10 + digit;
  }
  return digits;
}

function numbersOf(digits: number): DateNumbers {
  const year = digits % 10_000;
  const second = Math.floor(digits / 10_000) % 100;
  return { first: Math.floor(digits / 1_000_000), second, year };
}

const FIRST_YEAR = 1900;
const YEARS = 200;
const [MONTHS, DAYS] = [12, 31];

/** The days of two centuries, each made when it is first met: a report repeats them by the hundred. */
const KNOWN_DAYS: (BusinessDate | undefined)[] = new Array(YEARS * MONTHS * DAYS).fill(undefined);

function dayOf(year: number, month: number, dayOfMonth: number): BusinessDate | undefined {
  const isNear = year >= FIRST_YEAR && year < FIRST_YEAR + YEARS;
  if (!isNear || month < 1 || month > MONTHS || dayOfMonth < 1 || dayOfMonth > DAYS)
    return businessDate(year, month, dayOfMonth);
  const at = ((year - FIRST_YEAR) * MONTHS + month - 1) * DAYS + dayOfMonth - 1;
  const known = KNOWN_DAYS[at] ?? businessDate(year, month, dayOfMonth);
  KNOWN_DAYS[at] = known;
  return known;
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

/** A column of dates being read under one format. */
export type DateColumn = {
  readonly format: DateFormat;
  readonly evidence: DateEvidence;
  /** Null for an empty cell; undefined for one that is no date in this format. */
  read(cell: Cell): BusinessDate | null | undefined;
};

/** Starts reading a column under a format. */
export function dateColumn(format: DateFormat): DateColumn {
  const evidence = noEvidence();
  return {
    format,
    evidence,
    read: (cell) => {
      if (cell === undefined) return null;
      if (typeof cell === 'object') return cell.day;
      if (typeof cell === 'number') return undefined;
      const text = cell.trim();
      return text === '' ? null : readDateText(text, format, evidence);
    },
  };
}
