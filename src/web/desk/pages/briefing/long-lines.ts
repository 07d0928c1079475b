import { isFound } from '../../../shared/find.ts';
import { formatInteger } from '../../../shared/format.ts';

/** More lines than these are looked through by words; so many are read faster than words are typed. */
export const READ_AT_A_GLANCE = 20;

/** What somebody looks for among lines. */
export type Sought = {
  readonly words: string;
  /** Only what their own office is to do. */
  readonly isOwnOnly: boolean;
};

/** What decides whether a line is one of those looked for. */
export type LineToFind = {
  /** By which words it is found. */
  readonly texts: readonly (string | null)[];
  readonly isOwn: boolean;
};

/** Whether anything is looked for. */
export function isLooking({ words, isOwnOnly }: Sought): boolean {
  return isOwnOnly || words !== '';
}

/** Whether a line is one of those looked for. */
export function isSought(line: LineToFind, { words, isOwnOnly }: Sought): boolean {
  return (!isOwnOnly || line.isOwn) && isFound(words, line.texts);
}

/** `12 trong 500 kết luận, chỉ của tôi.`; empty while nothing is looked for. */
export function foundWords(sought: Sought, { found, total }: { found: number; total: number }): string {
  const { words, isOwnOnly } = sought;
  if (!isLooking(sought)) return '';
  if (found > 0)
    return `${formatInteger(found)} trong ${formatInteger(total)} kết luận${isOwnOnly ? ', chỉ của tôi' : ''}.`;
  return `Không có kết luận nào${isOwnOnly ? ' của tôi' : ''}${words === '' ? '' : ` khớp “${words}”`}.`;
}
