/**
 * What people paste into a line is kept as they mean it: letters of every script stay, also those of four bytes; what
 * cannot be seen and turns the reading of a paper around does not: control characters, marks of writing direction and
 * other format characters (but the joiner of emoji), halves of letters.
 */
const INVISIBLE = /(?![\n\t\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** Text in several lines: composed letters, no invisible characters, spaces collapsed within lines, no empty ends. */
export function plainText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, '')
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same in one line. */
export function plainLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ');
}
