const LONGEST = 120;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * A file's name as it can be shown: the last part of a path, without control and direction characters, not too long.
 * It is never used as a path.
 */
export function displayFileName(name: string): string {
  const last = name.normalize('NFC').replace(UNSEEN, '').split(/[\\/]/).at(-1)?.trim() ?? '';
  if (last === '') return 'tệp không tên';
  return last.length <= LONGEST ? last : `${last.slice(0, LONGEST - 11)}…${last.slice(-10)}`;
}
