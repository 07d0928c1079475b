import { decodeUtf8 } from './xml-text.ts';

/** Texts longer than this are hardly ever repeated. */
const LONGEST = 48;
const SLOTS = 16_384;

/**
 * Remembers short texts by their bytes, so that a code or a commune's name that stands in thousands of cells is one
 * string. Bounded: a slot is simply taken over by the next text that falls on it.
 */
export class TextCache {
  readonly #bytes = new Uint8Array(SLOTS * LONGEST);
  readonly #lengths = new Uint8Array(SLOTS);
  readonly #texts: string[] = new Array(SLOTS).fill('');

  /** The text of these bytes, undefined when they are not UTF-8; `hash` is of them, `isAscii` says that none is above 127. */
  get(bytes: Buffer, start: number, end: number, hash: number, isAscii: boolean): string | undefined {
    const length = end - start;
    if (length > LONGEST) return decode(bytes, start, end, isAscii);
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    if (this.#lengths[slot] === length && this.#holds(slot * LONGEST, bytes, start, end))
      return this.#texts[slot];
    const text = decode(bytes, start, end, isAscii);
    if (text === undefined) return undefined;
    this.#lengths[slot] = length;
    this.#texts[slot] = text;
    const own = this.#bytes;
    for (let at = start, to = slot * LONGEST; at < end; at++, to++) own[to] = bytes[at] ?? 0;
    return text;
  }

  #holds(from: number, bytes: Buffer, start: number, end: number): boolean {
    const own = this.#bytes;
    for (let at = start, to = from; at < end; at++, to++) if (own[to] !== bytes[at]) return false;
    return true;
  }
}

function decode(bytes: Buffer, start: number, end: number, isAscii: boolean): string | undefined {
  return isAscii ? bytes.toString('latin1', start, end) : decodeUtf8(bytes, start, end);
}
