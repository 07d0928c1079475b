/**
 * What people paste into a line is kept as they mean it: letters of every script stay, also those of four bytes; what
 * cannot be seen and turns the reading of a paper around does not: control characters, marks of writing direction and
 * other format characters (but the joiner between emoji), halves of letters.
 */
const INVISIBLE =
  /(?![\n\t\u200d])[\p{Cc}\p{Cf}\p{Cs}]|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d/gu;

/** Text in several lines: composed letters, no invisible characters, spaces collapsed within lines, no empty ends. */
export function plainText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      .replace(INVISIBLE, '')
      // Now that nothing unseen stands between a letter and its marks.
      .normalize('NFC')
      .split('\n')
      .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}

/** Composed letters of Vietnamese and its neighbours, single spaces between them: as nearly every name of a file is written. */
const PLAIN_ALREADY = /^[!-~\u00c0-\u024f\u1ea0-\u1eff]+(?: [!-~\u00c0-\u024f\u1ea0-\u1eff]+)*$/;

/** The same in one line. */
export function plainLine(text: string): string {
  // Files hold hundreds of thousands of names: what needs no cleaning is told by one look.
  if (PLAIN_ALREADY.test(text)) return text;
  return plainText(text).replace(/\s+/g, ' ');
}
