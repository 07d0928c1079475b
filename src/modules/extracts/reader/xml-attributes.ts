import type { XmlTag } from './xml-scanner.ts';
import { resolveEntities } from './xml-text.ts';

const ATTRIBUTE = /\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gy;

/** The longest tag whose attributes are looked at: no element of a workbook that the reader needs has a tenth of it. */
const MOST_BYTES = 16 * 1024;

/** The attributes of a tag by their name without prefix; undefined when they are endless or not written as XML. For tags that are rare. */
export function readAttributes(tag: XmlTag): ReadonlyMap<string, string> | undefined {
  if (tag.end - tag.nameEnd > MOST_BYTES) return undefined;
  const text = tag.bytes.toString('utf8', tag.nameEnd, tag.end);
  const attributes = new Map<string, string>();
  let at = 0;
  for (const match of text.matchAll(ATTRIBUTE)) {
    const value = resolveEntities(match[2] ?? match[3] ?? '');
    if (value === undefined) return undefined;
    attributes.set(localName(match[1] ?? ''), value);
    at = (match.index ?? 0) + match[0].length;
  }
  return text.slice(at).trim() === '' ? attributes : undefined;
}

const [SPACE, EQUALS, QUOTE, ZERO, NINE] = [0x20, 0x3d, 0x22, 0x30, 0x39];
const LETTER_R = 0x72;

/**
 * The number of a row whose tag says nothing else, as ` r="12"`; undefined for every other, which {@link
 * readAttributes} reads. A report has one for each of its rows.
 */
export function onlyRowNumber({ bytes, nameEnd, end }: XmlTag): string | undefined {
  const start = nameEnd + 4;
  if (bytes[nameEnd] !== SPACE || bytes[nameEnd + 1] !== LETTER_R || bytes[nameEnd + 2] !== EQUALS)
    return undefined;
  if (bytes[nameEnd + 3] !== QUOTE || bytes[end - 1] !== QUOTE || end - 1 <= start) return undefined;
  for (let at = start; at < end - 1; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < ZERO || byte > NINE) return undefined;
  }
  return bytes.toString('latin1', start, end - 1);
}

/** The name of a tag without its prefix: `x:row` is `row`. */
export function tagName(tag: XmlTag): string {
  return localName(tag.bytes.toString('latin1', tag.nameStart, tag.nameEnd));
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
