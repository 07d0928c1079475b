import { type DateDecision, type DateFormat, decideFormat, sharedFormat } from './date-column.ts';
import { decideNumbers } from './number-column.ts';
import type { DateFormats, Table } from './table.ts';

/** A column of dates, or of numbers written as text, that only a person can decide, with an example from it. */
export type DateQuestion = {
  readonly kind: 'date' | 'number';
  readonly column: string;
  readonly example: string;
};

/** What a table that was read whole says of its columns of dates and of numbers. */
export type FormatDecision = {
  /** The formats to read it with. */
  readonly formats: DateFormats;
  /** True when some column was read in another format than these. */
  readonly mustReadAgain: boolean;
  readonly questions: readonly DateQuestion[];
};

/**
 * Decides the format of every column of dates [EX10, EX11] and of numbers written as text [EX24]: by its own cells; else by what a
 * person answered or another file shows; else as all decided columns of the same file, dates and numbers apart; else a
 * person is asked. A column in which both formats are certain is a problem of the file.
 *
 * @param known answers of a person, and what sibling files show, by header
 */
export function decideFormats(table: Table<string>, known: DateFormats): FormatDecision {
  const dates = decideColumns(datesOf(table), known);
  const numbers = decideColumns(numbersOf(table), known);
  for (const column of dates.mixed) table.problems.add('dateColumnMixed', { column });
  for (const column of numbers.mixed) table.problems.add('numberColumnMixed', { column });
  return {
    formats: new Map([...dates.formats, ...numbers.formats]),
    mustReadAgain: dates.mustReadAgain || numbers.mustReadAgain,
    questions: [...dates.questions, ...numbers.questions],
  };
}

/** A column as far as its format matters. */
type Column = Pick<DateQuestion, 'kind' | 'column'> & {
  readonly own: DateDecision;
  readonly format: DateFormat;
  readonly ambiguous: string | undefined;
  /** True where nothing in it depends on the format: only lent to others. */
  readonly isClear: boolean;
};

function datesOf(table: Table<string>): Column[] {
  return [...table.dateColumns].map(([column, { format, evidence }]) => ({
    ...{ kind: 'date', column, format, ambiguous: evidence.ambiguous, isClear: false },
    own: decideFormat(evidence),
  }));
}

/** A number that can be read one way only is read so in whichever format. */
function numbersOf(table: Table<string>): Column[] {
  return [...table.numberColumns].map(([column, { format, evidence }]) => ({
    ...{ kind: 'number', column, format, ambiguous: evidence.ambiguous },
    ...{ isClear: evidence.ambiguous === undefined, own: decideNumbers(evidence) },
  }));
}

function decideColumns(columns: readonly Column[], known: DateFormats) {
  const decided = columns.map((column) => {
    const { own } = column;
    return { ...column, decision: own === 'undecided' ? (known.get(column.column) ?? own) : own };
  });
  const shared = sharedFormat(decided.map(({ decision }) => decision));
  const formats = new Map<string, DateFormat>();
  const questions: DateQuestion[] = [];
  let mustReadAgain = false;
  for (const { kind, column, decision, format: readAs, ambiguous, isClear } of decided) {
    const format = decision === 'undecided' ? shared : decision;
    if (format === 'vietnamese' || format === 'american') {
      formats.set(column, format);
      if (readAs !== format && !isClear) mustReadAgain = true;
    } else if (decision === 'undecided') {
      questions.push({ kind, column, example: ambiguous ?? '' });
    }
  }
  const mixed = decided.filter(({ decision }) => decision === 'mixed').map(({ column }) => column);
  return { formats, mustReadAgain, questions, mixed };
}
