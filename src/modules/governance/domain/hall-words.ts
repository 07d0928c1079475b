/** What stands in the hall for a conclusion about a household, where the rule of the day shows no more of it [GV115]. */
export const ONE_HOUSEHOLD = 'Kết luận về một hộ vay';

/** Struck-out names leave this. */
const STRUCK = '…';

const SAMPLE_REMARK = /\s*\(mẫu\)$/u;

/**
 * Which of these names stand in a text, in whole words however they are written, without what marks them as samples. A name of one
 * word is passed over: every word like it would be taken for the person.
 */
export function namesIn(text: string, names: readonly string[]): string[] {
  const bare = names.map(bareName).filter((name) => name.includes(' '));
  return [...new Set(bare)].filter((name) => patternOf(name).test(text.normalize('NFC')));
}

/** A text with these names struck out wherever they stand in whole words. */
export function withoutNames(text: string, names: readonly string[]): string {
  return names.reduce((left, name) => left.replace(patternOf(bareName(name)), STRUCK), text.normalize('NFC'));
}

/**
 * A conclusion as the hall may show it [GV115]: whole where it is about no household; of one, by the dated rule, nothing (0), that there
 * is one (1), or what it says without the name (2). Null: the hall does not show it. A line that is known to be about a household, but
 * not under what name, says no more than that.
 *
 * @param names of the households that are talked about
 * @param isMeasured its result is told by the figures of one household
 */
export function hallTextOf(
  text: string,
  {
    names,
    isMeasured,
    level,
  }: { readonly names: readonly string[]; readonly isMeasured: boolean; readonly level: number },
): string | null {
  const named = namesIn(text, names);
  if (named.length === 0 && !isMeasured) return text;
  if (level === 0) return null;
  return level === 1 || named.length === 0 ? ONE_HOUSEHOLD : withoutNames(text, named);
}

function bareName(name: string): string {
  return name.normalize('NFC').trim().replace(SAMPLE_REMARK, '');
}

function patternOf(bare: string): RegExp {
  const words = bare
    .split(/\s+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/['’]/gu, "['’]"));
  return new RegExp(`(?<![\\p{L}\\p{M}])${words.join('\\s+')}(?![\\p{L}\\p{M}])(?:\\s*\\(mẫu\\))?`, 'giu');
}
