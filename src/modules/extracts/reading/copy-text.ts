import type { StagedValue } from '../domain/loan-columns.ts';
import type { StagedTable } from '../domain/staged-tables.ts';

/** Rows of one table in PostgreSQL's COPY text format. The bytes have a buffer of their own, to be given away. */
export type RowPiece = { readonly table: StagedTable; readonly rows: Uint8Array };

/** Gathers rows by table and sends them in pieces. */
export type RowWriter = {
  /** Adds a row: `values`, then `more`, so that nobody need put them together for it. */
  add(table: StagedTable, values: readonly StagedValue[], more?: readonly StagedValue[]): void;
  /** Sends what is left. */
  flush(): void;
  /** Drops what was not sent yet. */
  discard(): void;
};

/** About a quarter MiB of text, so that neither side holds much. */
const PIECE_BYTES = 262_144;

/** Starts a writer; `send` is given full pieces. */
export function rowWriter(send: (piece: RowPiece) => void): RowWriter {
  const gathered = new Map<StagedTable, CopyLines>();
  const sendTable = (table: StagedTable, lines: CopyLines) => {
    gathered.delete(table);
    send({ table, rows: lines.written() });
  };
  return {
    add: (table, values, more) => {
      const lines = gathered.get(table) ?? new CopyLines(PIECE_BYTES);
      lines.add(values, more);
      if (lines.length < PIECE_BYTES) gathered.set(table, lines);
      else sendTable(table, lines);
    },
    flush: () => {
      for (const [table, lines] of [...gathered]) sendTable(table, lines);
    },
    discard: () => gathered.clear(),
  };
}

const TAB = 0x09;
const LINE_END = 0x0a;
const MINUS = 0x2d;
const ZERO = 0x30;
const BACKSLASH = 0x5c;
const [LETTER_N, LETTER_F, LETTER_T] = [0x4e, 0x66, 0x74];

/** A character becomes three bytes at most, an escaped one two; a value is followed by one more byte. */
const BYTES_A_CHARACTER = 3;

const NOTHING: readonly StagedValue[] = [];

/** Characters that stand for themselves as one byte. */
const IS_PLAIN = Uint8Array.from({ length: 128 }, (_, code) =>
  '\\\t\n\r\0'.includes(String.fromCharCode(code)) ? 0 : 1,
);

/** Lines of COPY text, written straight as bytes: strings put together cell by cell would be most of what a reading makes. */
export class CopyLines {
  #bytes: Buffer;
  #at = 0;

  /** @param roomBytes about how much will be written; it grows */
  constructor(roomBytes: number) {
    this.#bytes = Buffer.allocUnsafeSlow(roomBytes + (roomBytes >> 3));
  }

  /** How many bytes were written. */
  get length(): number {
    return this.#at;
  }

  /** Adds one line: `values`, then `more`. */
  add(values: readonly StagedValue[], more: readonly StagedValue[] = NOTHING): void {
    this.#values(values);
    this.#values(more);
    // The last value's separator ends the line.
    this.#bytes[this.#at - 1] = LINE_END;
  }

  /** What was written. */
  written(): Uint8Array {
    return this.#bytes.subarray(0, this.#at);
  }

  #values(values: readonly StagedValue[]): void {
    const { length } = values;
    for (let i = 0; i < length; i++) {
      this.#value(values[i] ?? null);
      this.#bytes[this.#at++] = TAB;
    }
  }

  /** Reserves room for the separator as well. */
  #value(value: StagedValue): void {
    if (typeof value === 'string') this.#text(value);
    else if (value === null) {
      this.#reserve(3);
      this.#bytes[this.#at++] = BACKSLASH;
      this.#bytes[this.#at++] = LETTER_N;
    } else if (typeof value === 'boolean') {
      this.#reserve(2);
      this.#bytes[this.#at++] = value ? LETTER_T : LETTER_F;
    } else this.#number(value);
  }

  #text(text: string): void {
    // Asked once for all its characters: texts come in a dozen kinds, and each asking is a search.
    const { length } = text;
    this.#reserve(length * BYTES_A_CHARACTER + 1);
    const bytes = this.#bytes;
    let at = this.#at;
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code < 0x80 && IS_PLAIN[code] === 1) bytes[at++] = code;
      else if (code >= 0x80 && code < 0x800) {
        bytes[at++] = 0xc0 | (code >> 6);
        bytes[at++] = 0x80 | (code & 0x3f);
      } else if (code >= 0x800 && (code < FIRST_SURROGATE || code > LAST_SURROGATE)) {
        bytes[at++] = 0xe0 | (code >> 12);
        bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
        bytes[at++] = 0x80 | (code & 0x3f);
      } else {
        at += bytes.write(escaped(text.slice(i)), at);
        break;
      }
    }
    this.#at = at;
  }

  /** Digit by digit, as most of a loan are amounts, and most of those nought. */
  #number(value: number | bigint): void {
    const number = Number(value);
    // What a number cannot hold exactly comes out as one that is not safe.
    if (!Number.isSafeInteger(number)) {
      this.#text(String(value));
      return;
    }
    this.#reserve(MOST_DIGITS + 2);
    if (number < 0) this.#bytes[this.#at++] = MINUS;
    let rest = Math.abs(number);
    this.#at += digitsIn(rest);
    let at = this.#at;
    do {
      const tens = Math.floor(rest / 10);
      this.#bytes[--at] = ZERO + (rest - tens * 10);
      rest = tens;
    } while (rest > 0);
  }

  #reserve(bytes: number): void {
    if (this.#at + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * (this.#at + bytes));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }
}

const [FIRST_SURROGATE, LAST_SURROGATE] = [0xd800, 0xdfff];
/** Of a safe integer. */
const MOST_DIGITS = 16;

function digitsIn(number: number): number {
  let digits = 1;
  for (let least = 10; least <= number; least *= 10) digits++;
  return digits;
}

const SPECIAL = /[\\\t\n\r\0]/;
const ALL_SPECIAL = /[\\\t\n\r\0]/g;
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** PostgreSQL holds no NUL in text; no cell has one but by damage. */
function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(ALL_SPECIAL, (character) => ESCAPED[character] ?? '') : text;
}
