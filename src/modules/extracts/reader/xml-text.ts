import { isUtf8 } from 'node:buffer';

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const REFERENCE = /&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-z]{2,4});/g;
const ESCAPED_CHARACTER = /_x([0-9A-Fa-f]{4})_/g;
const LINE_END = /\r\n?/g;

/** Bytes of UTF-8 as text; undefined when they are not UTF-8. */
export function decodeUtf8(bytes: Buffer, start: number, end: number): string | undefined {
  const text = bytes.toString('utf8', start, end);
  // The replacement character is what a wrong byte becomes; a right file may hold one too, so only then look closer.
  return text.includes('\ufffd') && !isUtf8(bytes.subarray(start, end)) ? undefined : text;
}

/** Resolves the five named entities and character references; undefined when there is any other, or a `&` alone. */
export function resolveEntities(text: string): string | undefined {
  if (!text.includes('&')) return text.includes('\r') ? text.replace(LINE_END, '\n') : text;
  let isRight = true;
  let copied = 0;
  const resolved = text
    .replace(LINE_END, '\n')
    .replace(REFERENCE, (whole, reference: string, at: number, source: string) => {
      if (source.slice(copied, at).includes('&')) isRight = false;
      copied = at + whole.length;
      const char = reference.startsWith('#') ? referred(reference) : NAMED[reference];
      if (char === undefined) isRight = false;
      return char ?? '';
    });
  if (text.replace(LINE_END, '\n').slice(copied).includes('&')) isRight = false;
  return isRight ? resolved : undefined;
}

function referred(reference: string): string | undefined {
  const code =
    reference[1] === 'x' ? Number.parseInt(reference.slice(2), 16) : Number.parseInt(reference.slice(1), 10);
  const isCharacter =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff));
  return isCharacter && code !== 0xfffe && code !== 0xffff ? String.fromCodePoint(code) : undefined;
}

/** Undoes the workbook's own escape of characters that XML cannot hold: `_x000D_` is a carriage return (ECMA-376, ST_Xstring). */
export function undoEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPED_CHARACTER, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Text without XML's white space at both ends, which a `t` without xml:space="preserve" does not keep. */
export function trimXml(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}
