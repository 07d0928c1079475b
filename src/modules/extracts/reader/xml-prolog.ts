/** How the bytes of an XML part begin: where its markup starts, or the encoding that is not UTF-8. */
export type Prolog = { readonly start: number } | { readonly encoding: string };

const DECLARATION = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/;

/** Looks at the first bytes of a part: byte order mark, UTF-16 without one, and the declared encoding. */
export function readProlog(bytes: Buffer): Prolog {
  const [a, b, c] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return { encoding: 'UTF-16' };
  if ((a === 0 && b === 0x3c) || (a === 0x3c && b === 0)) return { encoding: 'UTF-16' };
  if (a === 0 && b === 0) return { encoding: 'UTF-32' };
  const start = a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
  const declared = DECLARATION.exec(bytes.toString('latin1', start, 256))?.[1]?.toLowerCase();
  const isRight =
    declared === undefined || declared === 'utf-8' || declared === 'utf8' || declared === 'us-ascii';
  return isRight ? { start } : { encoding: declared.slice(0, 20) };
}
