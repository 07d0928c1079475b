import { readProlog } from './xml-prolog.ts';

/** What a scanner found wrong with a part of XML. */
export type XmlFault =
  | { readonly kind: 'malformed' | 'entities' | 'tooLong' }
  | { readonly kind: 'encoding'; readonly encoding: string };

/** A start tag as positions in the scanned bytes; they are valid during the call only. */
export type XmlTag = {
  bytes: Buffer;
  nameStart: number;
  nameEnd: number;
  /** The position of `>` or `/>`. */
  end: number;
  /** `<v/>`: it is opened and has no end tag. */
  isEmpty: boolean;
};

/** What listens to a scanner. Each answers true to go on, false to stop scanning. */
export type XmlListener = {
  /** A start tag. No close follows an empty one. */
  open(tag: XmlTag): boolean;
  /** The end of the element opened last. */
  close(): boolean;
  /** Text between tags, entities unresolved unless it is CDATA. */
  text(bytes: Buffer, start: number, end: number, isCdata: boolean): boolean;
  /** A comment or an instruction, which says nothing. */
  aside(): boolean;
  /**
   * A way past the scanner for the commonest markup: takes what it fully understands from `at` and answers
   * where it stopped, or -1 to stop scanning.
   */
  leap(bytes: Buffer, at: number, end: number): number;
};

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SPACE = 0x20;
const DEEPEST = 64;
/** Room behind the last byte, so that loops which look for `<` need no other end. */
const GUARD_BYTES = 64;

/**
 * Scans XML that arrives in pieces, holding at most one token and one piece. It checks nesting and knows comments, CDATA and instructions; a
 * document type, and with it every entity that is not built in, is a fault. Attributes are left to the listener.
 */
export class XmlScanner {
  readonly #listener: XmlListener;
  readonly #tokenBytes: number;
  readonly #tag: XmlTag;
  readonly #open = new Int32Array(DEEPEST);
  #bytes = Buffer.alloc(0);
  #at = 0;
  #end = 0;
  #depth = 0;
  #isStarted = false;
  #hasRoot = false;
  fault: XmlFault | undefined;
  isStopped = false;

  constructor(listener: XmlListener, tokenBytes: number) {
    this.#listener = listener;
    this.#tokenBytes = tokenBytes;
    this.#tag = { bytes: this.#bytes, nameStart: 0, nameEnd: 0, end: 0, isEmpty: false };
  }

  /** Takes the next piece; false when scanning has ended, by a fault or by the listener. */
  push(chunk: Buffer): boolean {
    this.#append(chunk);
    if (!this.#isStarted && this.#end < 256 && this.#bytes.indexOf(GT) < 0) return true;
    if (!this.#isStarted) this.#start();
    if (this.fault === undefined) this.#scan();
    if (this.fault === undefined && this.#end - this.#at > this.#tokenBytes) this.fault = { kind: 'tooLong' };
    return this.fault === undefined && !this.isStopped;
  }

  /** To be called after the last piece; the fault, if the part has one or does not end. */
  finish(): XmlFault | undefined {
    if (this.isStopped || this.fault !== undefined) return this.fault;
    const rest = this.#bytes.toString('latin1', this.#at, this.#end);
    if (!this.#hasRoot || this.#depth > 0 || rest.trim() !== '') this.fault = { kind: 'malformed' };
    return this.fault;
  }

  #append(chunk: Buffer): void {
    const kept = this.#end - this.#at;
    if (kept + chunk.length + GUARD_BYTES > this.#bytes.length) {
      const larger = Buffer.alloc(2 * (kept + chunk.length) + GUARD_BYTES);
      this.#bytes.copy(larger, 0, this.#at, this.#end);
      this.#bytes = larger;
      this.#tag.bytes = larger;
    } else if (this.#at > 0) {
      this.#bytes.copyWithin(0, this.#at, this.#end);
    }
    chunk.copy(this.#bytes, kept);
    this.#at = 0;
    this.#end = kept + chunk.length;
    this.#bytes.fill(0, this.#end, this.#end + GUARD_BYTES);
    this.#bytes[this.#end] = LT;
  }

  #start(): void {
    this.#isStarted = true;
    const prolog = readProlog(this.#bytes.subarray(0, this.#end));
    if ('encoding' in prolog) this.fault = { kind: 'encoding', encoding: prolog.encoding };
    else this.#at = prolog.start;
  }

  #scan(): void {
    const bytes = this.#bytes;
    for (;;) {
      let at = this.#at;
      if (at >= this.#end) return;
      if (bytes[at] !== LT) {
        if (!this.#text(at)) return;
        continue;
      }
      at = this.#listener.leap(bytes, at, this.#end);
      if (at < 0) {
        this.isStopped = true;
        return;
      }
      if (at > this.#at) this.#at = at;
      else if (!this.#markup(at)) return;
    }
  }

  #text(start: number): boolean {
    const bytes = this.#bytes;
    let end = start;
    while (bytes[end] !== LT) end++;
    if (end >= this.#end) return false;
    this.#at = end;
    if (this.#depth === 0) return isBlank(bytes, start, end) || this.#fail('malformed');
    return this.#answered(this.#listener.text(bytes, start, end, false));
  }

  /** One piece of markup from `<`; false when it is not all there, or scanning has ended. */
  #markup(at: number): boolean {
    const next = this.#bytes[at + 1];
    if (at + 1 >= this.#end) return false;
    if (next === SLASH) return this.#endTag(at);
    if (next === BANG) return this.#declaration(at);
    if (next === QUESTION) return this.#passOver(at, '?>');
    return this.#startTag(at);
  }

  #startTag(at: number): boolean {
    const bytes = this.#bytes;
    const end = this.#tagEnd(at + 1);
    if (end < 0) return false;
    const tag = this.#tag;
    tag.isEmpty = bytes[end - 1] === SLASH;
    tag.end = tag.isEmpty ? end - 1 : end;
    tag.nameStart = at + 1;
    tag.nameEnd = nameEnd(bytes, at + 1, tag.end);
    this.#at = end + 1;
    if (tag.nameEnd === tag.nameStart || (this.#depth === 0 && this.#hasRoot)) return this.#fail('malformed');
    this.#hasRoot = true;
    if (!tag.isEmpty) {
      if (this.#depth === DEEPEST) return this.#fail('malformed');
      this.#open[this.#depth++] = hashOf(bytes, tag.nameStart, tag.nameEnd);
    }
    return this.#answered(this.#listener.open(tag));
  }

  /** The `>` of a tag, which may also stand inside quotes; -1 when it is not there yet. */
  #tagEnd(from: number): number {
    const bytes = this.#bytes;
    const stop = this.#end;
    let quote = 0;
    for (let at = from; at < stop; at++) {
      const byte = bytes[at];
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === GT) return at;
      else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
      else if (byte === LT) {
        this.#fail('malformed');
        return -1;
      }
    }
    return -1;
  }

  #endTag(at: number): boolean {
    const bytes = this.#bytes;
    const end = bytes.indexOf(GT, at);
    if (end < 0 || end >= this.#end) return false;
    const name = hashOf(bytes, at + 2, nameEnd(bytes, at + 2, end));
    this.#at = end + 1;
    if (this.#depth === 0 || this.#open[this.#depth - 1] !== name) return this.#fail('malformed');
    this.#depth--;
    return this.#answered(this.#listener.close());
  }

  #declaration(at: number): boolean {
    if (at + 9 > this.#end) return false;
    const head = this.#bytes.toString('latin1', at, at + 9);
    if (head.startsWith('<!--')) return this.#passOver(at, '-->', at + 4);
    if (head !== '<![CDATA[') return this.#fail('entities');
    const end = this.#bytes.indexOf(']]>', at + 9, 'latin1');
    if (end < 0 || end + 3 > this.#end) return false;
    this.#at = end + 3;
    return this.#depth === 0
      ? this.#fail('malformed')
      : this.#answered(this.#listener.text(this.#bytes, at + 9, end, true));
  }

  #passOver(at: number, terminator: string, from = at): boolean {
    const end = this.#bytes.indexOf(terminator, from, 'latin1');
    if (end < 0 || end + terminator.length > this.#end) return false;
    this.#at = end + terminator.length;
    return this.#answered(this.#listener.aside());
  }

  #answered(goesOn: boolean): boolean {
    if (!goesOn) this.isStopped = true;
    return goesOn;
  }

  #fail(kind: 'malformed' | 'entities'): false {
    this.fault = { kind };
    return false;
  }
}

function nameEnd(bytes: Buffer, start: number, stop: number): number {
  let at = start;
  while (at < stop && (bytes[at] ?? 0) > SPACE) at++;
  return at;
}

function hashOf(bytes: Buffer, start: number, end: number): number {
  let hash = end - start;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 16_777_619);
  return hash;
}

function isBlank(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((bytes[at] ?? 0) > SPACE) return false;
  return true;
}
