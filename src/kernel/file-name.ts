const LONGEST = 120;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * A file's name as it can be shown: the last part of a path, without control and direction characters and halves of letters, not
 * too long, and not cut within a letter.
 * It is never used as a path.
 */
export function displayFileName(name: string): string {
  const last = name.normalize('NFC').replace(UNSEEN, '').split(/[\\/]/).at(-1)?.trim() ?? '';
  if (last === '') return 'tệp không tên';
  const letters = [...last];
  if (letters.length <= LONGEST) return last;
  return [...letters.slice(0, LONGEST - 11), '…', ...letters.slice(-10)].join('');
}
