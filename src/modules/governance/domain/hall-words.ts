/** What stands in the hall for a conclusion about a household, where the rule of the day shows no more of it [GV115]. */
export const ONE_HOUSEHOLD = 'Kết luận về một hộ vay';

/** Struck-out names leave this. */
const STRUCK = '…';

const SAMPLE_REMARK = /\s*\(mẫu\)$/iu;

/** Names that texts are searched for, made into one pattern: a meeting has a hundred lines, and its difficulties as many names. */
export type KnownNames = {
  /** Null: there is no name to look for. */
  readonly pattern: RegExp | null;
  /** The names as they are told, by {@link keyOf}. */
  readonly told: ReadonlyMap<string, string>;
};

/**
 * Reads names once for many texts, without what marks them as samples. A name of one word is passed over: every word like it would be
 * taken for the person.
 */
export function knownNames(names: readonly string[]): KnownNames {
  const bare = names.map(bareName).filter((name) => name.includes(' '));
  return { pattern: patternOf(bare), told: new Map(bare.map((name) => [keyOf(name), name])) };
}

/** Which names stand in a text, each once, in whole words however they are written; of two that begin alike the one that is meant. */
export function namesIn(text: string, { pattern, told }: KnownNames): string[] {
  if (pattern === null) return [];
  const found = Array.from(text.normalize('NFC').matchAll(pattern), ([words]) => bareName(words));
  return [...new Set(found.map((name) => told.get(keyOf(name)) ?? name))];
}

/** A text with these names struck out wherever they stand in whole words. */
export function withoutNames(text: string, names: readonly string[]): string {
  const written = text.normalize('NFC');
  const pattern = patternOf(names.map(bareName).filter((name) => name !== ''));
  return pattern === null ? written : written.replace(pattern, STRUCK);
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
  }: { readonly names: KnownNames; readonly isMeasured: boolean; readonly level: number },
): string | null {
  const named = namesIn(text, names);
  if (named.length === 0 && !isMeasured) return text;
  if (level === 0) return null;
  return level === 1 || named.length === 0 ? ONE_HOUSEHOLD : withoutNames(text, named);
}

function bareName(name: string): string {
  return name.normalize('NFC').trim().replace(SAMPLE_REMARK, '');
}

/** One spelling for all in which a name may stand in a text. */
function keyOf(bare: string): string {
  return bare.replace(/\s+/gu, ' ').replace(/’/gu, "'").toLowerCase();
}

/** All names in one pattern, the longest first: of two that begin alike the shorter would leave the rest of the longer standing. */
function patternOf(bare: readonly string[]): RegExp | null {
  if (bare.length === 0) return null;
  const spellings = [...new Set(bare)].sort((one, other) => other.length - one.length).map(spellingsOf);
  return new RegExp(
    `(?<![\\p{L}\\p{M}])(?:${spellings.join('|')})(?![\\p{L}\\p{M}])(?:\\s*\\(mẫu\\))?`,
    'giu',
  );
}

function spellingsOf(bare: string): string {
  return bare
    .split(/\s+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/['’]/gu, "['’]"))
    .join('\\s+');
}
