import type { StagedValue } from '../domain/loan-columns.ts';
import type { StagedTable } from '../domain/staged-tables.ts';

/** Rows of one table in PostgreSQL's COPY text format. */
export type RowPiece = { readonly table: StagedTable; readonly rows: Uint8Array };

/** Gathers rows by table and sends them in pieces. */
export type RowWriter = {
  add(table: StagedTable, values: readonly StagedValue[]): void;
  /** Sends what is left. */
  flush(): void;
  /** Drops what was not sent yet. */
  discard(): void;
};

/** About a quarter MiB of text, so that neither side holds much. */
const PIECE_CHARACTERS = 262_144;

/** Starts a writer; `send` is given full pieces. */
export function rowWriter(send: (piece: RowPiece) => void): RowWriter {
  const gathered = new Map<StagedTable, { lines: string[]; characters: number }>();
  const encoder = new TextEncoder();
  const sendTable = (table: StagedTable, lines: readonly string[]) => {
    gathered.delete(table);
    send({ table, rows: encoder.encode(lines.join('')) });
  };
  return {
    add: (table, values) => {
      const line = copyLine(values);
      const of = gathered.get(table) ?? { lines: [], characters: 0 };
      of.lines.push(line);
      of.characters += line.length;
      if (of.characters < PIECE_CHARACTERS) gathered.set(table, of);
      else sendTable(table, of.lines);
    },
    flush: () => {
      for (const [table, { lines }] of [...gathered]) sendTable(table, lines);
    },
    discard: () => gathered.clear(),
  };
}

/** One line of COPY text. */
export function copyLine(values: readonly StagedValue[]): string {
  let line = '';
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? null;
    if (i > 0) line += '\t';
    if (value === null) line += '\\N';
    else if (typeof value === 'string') line += escaped(value);
    else if (typeof value === 'boolean') line += value ? 't' : 'f';
    else line += value;
  }
  return `${line}\n`;
}

const SPECIAL = /[\\\t\n\r\0]/;
const ALL_SPECIAL = /[\\\t\n\r\0]/g;
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** PostgreSQL holds no NUL in text; no cell has one but by damage. */
function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(ALL_SPECIAL, (character) => ESCAPED[character] ?? '') : text;
}
