import { type DateDecision, type DateFormat, decideFormat, sharedFormat } from './date-column.ts';
import type { DateFormats, Table } from './table.ts';

/** A column of dates that only a person can decide, with an example from it. */
export type DateQuestion = { readonly column: string; readonly example: string };

/** What a table that was read whole says of its date columns. */
export type FormatDecision = {
  /** The formats to read it with. */
  readonly formats: DateFormats;
  /** True when some column was read in another format than these. */
  readonly mustReadAgain: boolean;
  readonly questions: readonly DateQuestion[];
};

/**
 * Decides the format of every date column of a table [EX10, EX11]: by its own cells; else by what a person answered
 * or another file shows; else as all decided columns of the same file; else a person is asked. A column in which both
 * formats are certain is a problem of the file.
 *
 * @param known answers of a person, and what sibling files show, by header
 */
export function decideFormats(table: Table<string>, known: DateFormats): FormatDecision {
  const decisions = new Map<string, DateDecision>();
  for (const [header, column] of table.dateColumns) {
    const own = decideFormat(column.evidence);
    if (own === 'mixed') table.problems.add('dateColumnMixed', { column: header });
    decisions.set(header, own === 'undecided' ? (known.get(header) ?? own) : own);
  }
  const shared = sharedFormat(decisions.values());
  const formats = new Map<string, DateFormat>();
  const questions: DateQuestion[] = [];
  let mustReadAgain = false;
  for (const [header, decision] of decisions) {
    const column = table.dateColumns.get(header);
    const format = decision === 'undecided' ? shared : decision;
    if (format === 'vietnamese' || format === 'american') {
      formats.set(header, format);
      if (column?.format !== format) mustReadAgain = true;
    } else if (decision === 'undecided') {
      questions.push({ column: header, example: column?.evidence.ambiguous ?? '' });
    }
  }
  return { formats, mustReadAgain, questions };
}
