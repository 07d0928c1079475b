import { isUtf8 } from 'node:buffer';
import { ElementMeter } from './element-meter.ts';
import type { ReaderLimits } from './limits.ts';
import { tagName } from './xml-attributes.ts';
import type { XmlListener, XmlTag } from './xml-scanner.ts';
import { decodeUtf8, resolveEntities, trimXml, undoEscapes } from './xml-text.ts';

const FIRST_TEXTS = 1 << 14;
const LT = 0x3c;
const ITEM_START = Buffer.from('<si><t>');
const ITEM_START_KEPT = Buffer.from('<si><t xml:space="preserve">');
const ITEM_END = Buffer.from('</t></si>');
const AMPERSAND = 0x26;
const UNDERSCORE = 0x5f;
const SPACE = 0x20;

/** Excel holds 32,767 characters in a cell; an escape of one character is seven. */
const LONGEST_TEXT = 4 * 32_767;

/** Why a table of shared texts is given up. */
export type SharedTextFault = 'faulty' | 'full' | 'tooLong' | 'cluttered';

/** Listens to the shared texts part: a text is all runs of its `si` joined, without the phonetic ones. */
export class SharedTextScanner implements XmlListener {
  readonly #most: number;
  readonly #meter: ElementMeter;
  readonly #bytes: Buffer;
  #ends = new Uint32Array(FIRST_TEXTS);
  #count = 0;
  /** Texts that are not empty. */
  #filled = 0;
  #used = 0;
  #depth = 0;
  #ignoredBelow = 0;
  #isInText = false;
  #isKept = false;
  #run = '';
  #text = '';
  fault: SharedTextFault | undefined;

  /** For a part of `inflatedBytes`: its texts are never longer than their XML, so their place is taken once. */
  constructor(inflatedBytes: number, limits: ReaderLimits) {
    this.#most = limits.sharedTexts;
    this.#meter = new ElementMeter({ empty: limits.emptyElements, perFilled: limits.elementsPerText });
    this.#bytes = Buffer.alloc(inflatedBytes);
  }

  /** How many texts there are so far. */
  get count(): number {
    return this.#count;
  }

  /** The text with this number, from 0; undefined when there is none. */
  get(index: number): string | undefined {
    if (index >= this.#count) return undefined;
    return this.#bytes.toString(
      'utf8',
      index === 0 ? 0 : (this.#ends[index - 1] ?? 0) + 1,
      this.#ends[index],
    );
  }

  /** Whether all texts are UTF-8: to be asked once, after the last piece. */
  isUtf8(): boolean {
    return isUtf8(this.#bytes.subarray(0, this.#used));
  }

  open(tag: XmlTag): boolean {
    const name = tagName(tag);
    if (this.#depth === 0 && name !== 'sst') return this.#fail('faulty');
    if (this.#isInText) return this.#fail('faulty');
    if (!this.#counted()) return false;
    if (tag.isEmpty) {
      if (this.#depth === 1 && name === 'si') this.#add('');
      return this.fault === undefined;
    }
    this.#depth++;
    if (this.#depth === 2 && name === 'si') this.#text = '';
    if (this.#ignoredBelow === 0 && (name === 'rPh' || (this.#depth === 2 && name !== 'si')))
      this.#ignoredBelow = this.#depth;
    if (this.#ignoredBelow === 0 && name === 't') {
      this.#isInText = true;
      this.#isKept = tag.bytes.toString('latin1', tag.nameEnd, tag.end).includes('preserve');
      this.#run = '';
    }
    return true;
  }

  close(): boolean {
    if (this.#isInText) {
      this.#isInText = false;
      this.#text += undoEscapes(this.#isKept ? this.#run : trimXml(this.#run));
    }
    if (this.#ignoredBelow === this.#depth) this.#ignoredBelow = 0;
    else if (this.#depth === 2) this.#add(this.#text);
    this.#depth--;
    return this.fault === undefined;
  }

  text(bytes: Buffer, start: number, end: number, isCdata: boolean): boolean {
    if (isCdata && !this.#counted()) return false;
    if (!this.#isInText) return true;
    const raw = decodeUtf8(bytes, start, end);
    const text = raw === undefined || isCdata ? raw : resolveEntities(raw);
    if (text === undefined) return this.#fail('faulty');
    this.#run += text;
    return this.#run.length + this.#text.length <= LONGEST_TEXT || this.#fail('tooLong');
  }

  aside(): boolean {
    return this.#counted();
  }

  /** Copies plain items, `<si><t>…</t></si>`, without making strings. */
  leap(bytes: Buffer, from: number, end: number): number {
    let at = from;
    if (this.#depth !== 1) return at;
    for (;;) {
      const isKept = startsWith(bytes, at, ITEM_START_KEPT);
      if (!isKept && !startsWith(bytes, at, ITEM_START)) return at;
      const start = at + (isKept ? ITEM_START_KEPT.length : ITEM_START.length);
      const stop = plainEnd(bytes, start);
      if (stop >= end || !startsWith(bytes, stop, ITEM_END)) return at;
      if (!isKept && stop > start && ((bytes[start] ?? 0) <= SPACE || (bytes[stop - 1] ?? 0) <= SPACE))
        return at;
      bytes.copy(this.#bytes, this.#used, start, stop);
      this.#used += stop - start;
      if (stop > start) this.#filled++;
      this.#end();
      if (this.fault !== undefined) return -1;
      at = stop + ITEM_END.length;
    }
  }

  #add(text: string): void {
    this.#used += this.#bytes.write(text, this.#used, 'utf8');
    if (text !== '') this.#filled++;
    this.#end();
  }

  #end(): void {
    if (this.#count === this.#most) this.#fail('full');
    if (this.#count === this.#ends.length) {
      const larger = new Uint32Array(2 * this.#count);
      larger.set(this.#ends);
      this.#ends = larger;
    }
    this.#ends[this.#count++] = this.#used;
    // A zero between texts keeps a broken last byte of one from joining the next one's first.
    this.#bytes[this.#used++] = 0;
  }

  #counted(): boolean {
    return this.#meter.count(this.#filled) || this.#fail('cluttered');
  }

  #fail(fault: SharedTextFault): false {
    this.fault = fault;
    return false;
  }
}

/** Where a text without entities, escapes and line ends ends: at the first byte that is none of these, or at `<`. */
function plainEnd(bytes: Buffer, start: number): number {
  for (let at = start; ; at++) {
    const byte = bytes[at] ?? LT;
    if (byte === LT || byte === AMPERSAND || byte === UNDERSCORE || byte < SPACE) return at;
  }
}

function startsWith(bytes: Buffer, at: number, wanted: Buffer): boolean {
  for (let index = 0; index < wanted.length; index++) if (bytes[at + index] !== wanted[index]) return false;
  return true;
}
