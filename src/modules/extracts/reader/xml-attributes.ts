import type { XmlTag } from './xml-scanner.ts';
import { resolveEntities } from './xml-text.ts';

const ATTRIBUTE = /\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gy;

/** The attributes of a tag by their name without prefix; undefined when they are not written as XML. For tags that are rare. */
export function readAttributes(tag: XmlTag): ReadonlyMap<string, string> | undefined {
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

/** The name of a tag without its prefix: `x:row` is `row`. */
export function tagName(tag: XmlTag): string {
  return localName(tag.bytes.toString('latin1', tag.nameStart, tag.nameEnd));
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
