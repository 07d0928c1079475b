import type { Cell } from './cell.ts';
import { MOST_COLUMNS } from './cell-reference.ts';
import {
  CELL_TYPE,
  type CellContext,
  type CellType,
  cellFromText,
  MISSING,
  numberOrDay,
  sharedText,
} from './cell-value.ts';
import type { RowSink } from './row-sink.ts';
import { TextCache } from './text-cache.ts';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const QUESTION = 0x3f;
const QUOTE = 0x22;
const EQUALS = 0x3d;
const SPACE = 0x20;
const MINUS = 0x2d;
const DOT = 0x2e;
const [ZERO, NINE, LETTER_A, LETTER_Z] = [0x30, 0x39, 0x41, 0x5a];
const [NAME_C, NAME_R, NAME_S, NAME_T] = [0x63, 0x72, 0x73, 0x74];
const [TYPE_B, TYPE_I] = [0x62, 0x69];

const VALUE_START = Buffer.from('<v>');
const VALUE_END = Buffer.from('</v></c>');
const INLINE_START = Buffer.from('<is><t>');
const INLINE_START_KEPT = Buffer.from('<is><t xml:space="preserve">');
const INLINE_END = Buffer.from('</t></is></c>');

/** Classes of bytes in a text: above ASCII, and those that need the slow way (entity, escape, line end). */
const NOT_ASCII = 1;
const SPECIAL = 2;
const CLASSES = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte > 127 ? NOT_ASCII : '&_\r'.includes(String.fromCharCode(byte)) ? SPECIAL : 0,
);

/** Excel's own limit for a cell; the listener decides about longer ones. */
const LONGEST_TEXT = 32_767;

/** Numbers of up to 15 digits, and powers of ten up to 22, are exact, so one division rounds as it should. */
const EXACT_DIGITS = 15;
const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, power) => 10 ** power);

/**
 * Reads whole cells in the form nearly every program writes them, straight from the bytes, and steps over
 * columns that nobody wants without looking inside. A cell that is written in any other way, or is at fault,
 * or is not all there yet, is left to the listener, which knows every form: so this may give up at any byte,
 * and has changed nothing by then.
 */
export class CellLeap {
  readonly #sink: RowSink;
  readonly #context: CellContext;
  readonly #texts = new TextCache();
  #column = 0;
  #style = 0;
  #type: CellType = CELL_TYPE.number;
  #next = 0;
  #isFilled = false;

  constructor(sink: RowSink, context: CellContext) {
    this.#sink = sink;
    this.#context = context;
  }

  /** Reads cells from `from` on; answers where the first one stands that it left. */
  run(bytes: Buffer, from: number, end: number): number {
    const sink = this.#sink;
    let at = from;
    while (bytes[at] === LT && bytes[at + 1] === NAME_C) {
      this.#style = 0;
      this.#type = CELL_TYPE.number;
      this.#column = sink.column + 1;
      const head = this.#head(bytes, at + 2);
      const column = this.#column;
      if (head < 0 || head >= end || column <= sink.column || column >= MOST_COLUMNS) return at;
      if (bytes[head] === SLASH) {
        if (bytes[head + 1] !== GT || head + 1 >= end) return at;
        sink.column = column;
        at = head + 2;
      } else if (sink.wanted[column] === 1) {
        if (!this.#value(bytes, head + 1, end)) return at;
        at = this.#next;
      } else {
        const next = this.#passCell(bytes, head + 1, end);
        if (next < 0) return at;
        sink.pass(column, this.#isFilled);
        at = next;
      }
    }
    return at;
  }

  /** The attributes `r`, `s` and `t` of a cell; answers where `>` or `/` stands, or -1. */
  #head(bytes: Buffer, from: number): number {
    let at = from;
    while (bytes[at] === SPACE) {
      if (bytes[at + 2] !== EQUALS || bytes[at + 3] !== QUOTE) return -1;
      const name = bytes[at + 1];
      if (name === NAME_R) at = this.#reference(bytes, at + 4);
      else if (name === NAME_S) at = this.#styleNumber(bytes, at + 4);
      else if (name === NAME_T) at = this.#typeName(bytes, at + 4);
      else return -1;
      if (bytes[at] !== QUOTE) return -1;
      at++;
    }
    return bytes[at] === GT || bytes[at] === SLASH ? at : -1;
  }

  #reference(bytes: Buffer, from: number): number {
    let at = from;
    let column = 0;
    let byte = bytes[at] ?? 0;
    while (byte >= LETTER_A && byte <= LETTER_Z) {
      column = column * 26 + byte - LETTER_A + 1;
      byte = bytes[++at] ?? 0;
    }
    let row = 0;
    while (byte >= ZERO && byte <= NINE) {
      row = row * 10 + byte - ZERO;
      byte = bytes[++at] ?? 0;
    }
    if (row !== this.#sink.row || column === 0) return -1;
    this.#column = column - 1;
    return at;
  }

  #styleNumber(bytes: Buffer, from: number): number {
    let at = from;
    let style = 0;
    for (let byte = bytes[at] ?? 0; byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? 0)
      style = style * 10 + byte - ZERO;
    this.#style = style;
    return at;
  }

  #typeName(bytes: Buffer, at: number): number {
    const first = bytes[at];
    if (first === NAME_S && bytes[at + 1] === QUOTE) return this.#typed(CELL_TYPE.shared, at + 1);
    if (first === NAME_S) return this.#typed(CELL_TYPE.text, at + 3);
    if (first === TYPE_I) return this.#typed(CELL_TYPE.inline, at + 9);
    if (first === TYPE_B) return this.#typed(CELL_TYPE.boolean, at + 1);
    return first === 0x6e ? this.#typed(CELL_TYPE.number, at + 1) : -1;
  }

  #typed(type: CellType, end: number): number {
    this.#type = type;
    return end;
  }

  /** Reads what a wanted cell holds and puts it; false when it is left to the listener. */
  #value(bytes: Buffer, at: number, end: number): boolean {
    if (startsWith(bytes, at, VALUE_START)) {
      if (this.#type === CELL_TYPE.inline) return false;
      if (this.#type === CELL_TYPE.text) return this.#text(bytes, at + VALUE_START.length, end, VALUE_END);
      return this.#number(bytes, at + VALUE_START.length, end);
    }
    if (startsWith(bytes, at, INLINE_START_KEPT))
      return this.#text(bytes, at + INLINE_START_KEPT.length, end, INLINE_END);
    if (!startsWith(bytes, at, INLINE_START)) return false;
    const start = at + INLINE_START.length;
    return (bytes[start] ?? 0) > SPACE && this.#text(bytes, start, end, INLINE_END, true);
  }

  #text(bytes: Buffer, start: number, end: number, closing: Buffer, isTrimmed = false): boolean {
    let classes = 0;
    let hash = 0;
    let at = start;
    for (let byte = bytes[at] ?? LT; byte !== LT; byte = bytes[++at] ?? LT) {
      classes |= CLASSES[byte] ?? 0;
      hash = Math.imul(hash ^ byte, 16_777_619);
    }
    if (at - start > LONGEST_TEXT) return false;
    if (at + closing.length > end || classes & SPECIAL || !startsWith(bytes, at, closing)) return false;
    if (isTrimmed && (bytes[at - 1] ?? 0) <= SPACE) return false;
    const text = this.#texts.get(bytes, start, at, hash, classes === 0);
    return text !== undefined && this.#put(text === '' ? undefined : text, at + closing.length);
  }

  #number(bytes: Buffer, start: number, end: number): boolean {
    let at = start;
    const isNegative = bytes[at] === MINUS;
    if (isNegative) at++;
    let value = 0;
    let digits = 0;
    let point = -1;
    for (let byte = bytes[at] ?? LT; byte !== LT; byte = bytes[++at] ?? LT) {
      if (byte >= ZERO && byte <= NINE) {
        value = value * 10 + byte - ZERO;
        digits++;
      } else if (byte === DOT && point < 0) point = digits;
      else digits = EXACT_DIGITS + 1;
    }
    if (at + VALUE_END.length > end || !startsWith(bytes, at, VALUE_END)) return false;
    const next = at + VALUE_END.length;
    if (digits === 0 || digits > EXACT_DIGITS) return this.#odd(bytes, start, at, next);
    if (point >= 0 && digits > point) value /= POWERS[digits - point] ?? 1;
    if (this.#type === CELL_TYPE.shared) {
      const cell = isNegative || point >= 0 ? MISSING : sharedText(value, this.#context);
      return cell !== MISSING && this.#put(cell, next);
    }
    return this.#put(numberOrDay(isNegative ? -value : value, this.#style, this.#context), next);
  }

  /** A number that is written with an exponent or many digits, or is none. */
  #odd(bytes: Buffer, start: number, stop: number, next: number): boolean {
    for (let at = start; at < stop; at++) if (CLASSES[bytes[at] ?? 0] !== 0) return false;
    const cell = cellFromText(bytes.toString('latin1', start, stop), this.#type, this.#style, this.#context);
    return cell !== MISSING && this.#put(cell, next);
  }

  /** Steps over what a cell holds to behind its `</c>`; -1 when that is not there, or a comment or CDATA could hide it. */
  #passCell(bytes: Buffer, from: number, end: number): number {
    this.#isFilled = false;
    // A long start is stepped over at once, so that the unwanted texts cost no more than their length.
    const start =
      bytes[from + 1] === TYPE_I && startsWith(bytes, from, INLINE_START_KEPT)
        ? from + INLINE_START_KEPT.length
        : from;
    for (let at = start; ; at += 2) {
      while (bytes[at] !== LT) at++;
      if (at + 4 > end) return -1;
      const next = bytes[at + 1] ?? 0;
      if (next === SLASH) {
        if (bytes[at + 2] === NAME_C && bytes[at + 3] === GT) return at + 4;
        // Text stands right before an end tag, markup does not.
        if (bytes[at - 1] !== GT) this.#isFilled = true;
      } else if (next < SLASH || next === QUESTION) return -1;
    }
  }

  #put(cell: Cell, next: number): boolean {
    this.#sink.put(this.#column, cell);
    this.#next = next;
    return true;
  }
}

function startsWith(bytes: Buffer, at: number, wanted: Buffer): boolean {
  for (let index = 0; index < wanted.length; index++) if (bytes[at + index] !== wanted[index]) return false;
  return true;
}
