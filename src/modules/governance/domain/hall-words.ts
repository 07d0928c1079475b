import { fold, normaliseTones } from '../../../kernel/text.ts';
import type { DifficultyAbout } from './difficulty.ts';

/** What stands in the hall for a conclusion about a household, where the rule of the day shows no more of it [GV115]. */
export const ONE_HOUSEHOLD = 'Kết luận về một hộ vay';

/** The same for a difficulty [GV91]. */
export const ONE_DIFFICULTY = 'Khó khăn của một hộ vay';

/** The same for the other sentences that people write for a meeting [GV87]. */
export const ONE_SENTENCE = {
  point: 'Điểm cần nêu về một hộ vay',
  note: 'Nội dung về một hộ vay',
  reason: 'Lý do về một hộ vay',
} as const;

/** Struck-out names leave this. */
const STRUCK = '…';

const WORDS = /[\p{L}\p{M}]+/gu;

const SAMPLE_REMARK = /\s*\(mẫu\)$/iu;
const SAMPLE_REMARK_NEXT = /\s*\(mẫu\)/iuy;

/** Names that texts are searched for: a meeting has a hundred lines, and its commune some thousand borrowers. */
export type KnownNames = {
  /** Those of them that begin with these words without diacritics, two of them or the only one. */
  readonly beginningWith: (words: string) => NamesAlike | undefined;
  /** Of those, by their words without diacritics, the ones that somebody who is at the meeting or does something has too [GV122]. */
  readonly ofOfficials: ReadonlySet<string>;
};

/** Names that begin alike. */
type NamesAlike = {
  /** As they are told, by their words without diacritics. */
  readonly byFolded: ReadonlyMap<string, readonly string[]>;
  /** Words of the longest. */
  readonly longest: number;
};

/** A word of a text: where it stands, without diacritics, and whether it goes on from the word before it. */
type Word = {
  readonly text: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  readonly goesOn: boolean;
};

/** A name found in a text, with what marks it as a sample. */
type Found = { readonly name: string; readonly start: number; readonly end: number };

/**
 * Reads names once for many texts, without what marks them as samples. A name of one word is passed over: every word like it would be
 * taken for the person.
 *
 * @param officials names that stand in a text for whoever has an office, unless it says that a household is meant [GV122]
 */
export function knownNames(names: readonly string[], officials: readonly string[] = []): KnownNames {
  return namesOfAtLeast(2, names, officials);
}

/** Which names stand in a text, each once, in whole words, however they are written: with diacritics or without [GV122]. */
export function namesIn(text: string, known: KnownNames): string[] {
  return [...new Set(findNames(text.normalize('NFC'), known).map(({ name }) => name))];
}

/** A text with these names struck out wherever they stand in whole words. */
export function withoutNames(text: string, names: readonly string[]): string {
  return struckOut(text, namesOfAtLeast(1, names, []));
}

/**
 * A text of a meeting as the hall may show it [GV115]: whole where it is about no household; of one, by the dated rule, nothing (0), that
 * there is one (1), or what it says without the name (2). Null: the hall does not show it. A text that is known to be about a household,
 * but not under what name, says no more than that.
 *
 * @param names of the households that may be meant
 * @param isMeasured its result is told by the figures of one household
 * @param oneHousehold what stands for one: {@link ONE_HOUSEHOLD} of a conclusion
 */
export function hallTextOf(
  text: string,
  {
    names,
    isMeasured,
    level,
    oneHousehold = ONE_HOUSEHOLD,
  }: {
    readonly names: KnownNames;
    readonly isMeasured: boolean;
    readonly level: number;
    readonly oneHousehold?: string;
  },
): string | null {
  const isNamed = namesIn(text, names).length > 0;
  if (!isNamed && !isMeasured) return text;
  if (level === 0) return null;
  return level === 1 || !isNamed ? oneHousehold : struckOut(text, names);
}

/**
 * A difficulty as the hall may show it [GV91]: of a household, by the dated rule, nothing (0), that there is one (1), or what was said
 * without its name (2); of a group or a matter as {@link hallTextOf}, since people name households in these too. Null: nothing.
 */
export function difficultyInHall(
  {
    about,
    text,
    personName,
  }: { readonly about: DifficultyAbout; readonly text: string; readonly personName: string | null },
  { names, level }: { readonly names: KnownNames; readonly level: number },
): string | null {
  const isAboutHousehold = about === 'household';
  const own = isAboutHousehold && personName !== null ? withoutNames(text, [personName]) : text;
  const rule = { names, level, oneHousehold: ONE_DIFFICULTY };
  if (!isAboutHousehold || level < 2) return hallTextOf(own, { ...rule, isMeasured: isAboutHousehold });
  return hallTextOf(own, { ...rule, isMeasured: false });
}

/** A text with the names struck out that are looked for in it, those of officials staying [GV122]. */
export function struckOut(text: string, known: KnownNames): string {
  const whole = text.normalize('NFC');
  let from = 0;
  const kept = findNames(whole, known).map(({ start, end }) => {
    const before = whole.slice(from, start);
    from = end;
    return `${before}${STRUCK}`;
  });
  return `${kept.join('')}${whole.slice(from)}`;
}

function namesOfAtLeast(
  fewestWords: number,
  names: readonly string[],
  officials: readonly string[],
): KnownNames {
  const foldedWords = foldingOnce();
  const beginnings = groupByBeginning(names, foldedWords);
  const read = new Map<string, NamesAlike>();
  const ofOfficials = new Set(officials.map((name) => foldedWords(bareName(name)).join(' ')));
  return {
    ofOfficials,
    beginningWith: (words) => {
      const alike = beginnings.get(words);
      if (alike === undefined) return undefined;
      const known = read.get(words) ?? readNames(alike, fewestWords, foldedWords);
      read.set(words, known);
      return known;
    },
  };
}

/**
 * Names by the words without diacritics that they begin with: two of them or the only one. Ten thousand names begin in some hundred ways,
 * and only those are read as a whole whose beginning stands in a text.
 */
function groupByBeginning(
  names: readonly string[],
  foldedWords: (name: string) => string[],
): ReadonlyMap<string, readonly string[]> {
  const byWords = new Map<string, string[]>();
  const byLetters = new Map<string, string[]>();
  const groupOf = (name: string) => {
    const [first = '', second] = foldedWords(bareName(name));
    const words = second === undefined ? first : `${first} ${second}`;
    const group = byWords.get(words) ?? [];
    byWords.set(words, group);
    return { group, isShort: second === undefined };
  };
  for (const name of names) {
    const letters = upToSecondBlank(name);
    const known = byLetters.get(letters);
    if (known) {
      known.push(name);
      continue;
    }
    const { group, isShort } = groupOf(letters);
    // Less than two words stand there: a remark, a second blank. Of such a name everything is read.
    if (isShort) groupOf(name).group.push(name);
    else {
      byLetters.set(letters, group);
      group.push(name);
    }
  }
  return byWords;
}

function upToSecondBlank(name: string): string {
  const end = name.indexOf(' ', name.indexOf(' ') + 1);
  return end === -1 ? name : name.slice(0, end);
}

function readNames(
  names: readonly string[],
  fewestWords: number,
  foldedWords: (name: string) => string[],
): NamesAlike {
  const byFolded = new Map<string, string[]>();
  let longest = 0;
  for (const name of names) {
    const told = bareName(name);
    const words = foldedWords(told);
    if (words.length < fewestWords) continue;
    longest = Math.max(longest, words.length);
    const folded = words.join(' ');
    const alike = byFolded.get(folded) ?? [];
    if (!alike.includes(told)) byFolded.set(folded, [...alike, told]);
  }
  return { byFolded, longest };
}

/** Reads the words of names without diacritics. A commune's thousand names are made of a few hundred words: each is folded once. */
function foldingOnce(): (name: string) => string[] {
  const folds = new Map<string, string>();
  const foldedOf = (word: string) => {
    const known = folds.get(word) ?? fold(word);
    folds.set(word, known);
    return known;
  };
  return (name) => (name.match(WORDS) ?? []).map(foldedOf);
}

function bareName(name: string): string {
  return name.normalize('NFC').trim().replace(SAMPLE_REMARK, '');
}

/** The words of a text in NFC; blanks, apostrophes and hyphens stand within a name, nothing else does. */
function wordsOf(text: string): Word[] {
  let before = 0;
  return Array.from(text.matchAll(WORDS), ({ 0: word, index: start }) => {
    const goesOn = /^[\s'’-]+$/u.test(text.slice(before, start));
    before = start + word.length;
    return { text: word, folded: fold(word), start, end: before, goesOn };
  });
}

/** The names in a text from left to right; of two that begin alike the longer. */
function findNames(text: string, known: KnownNames): Found[] {
  const words = wordsOf(text);
  const found: Found[] = [];
  for (let at = 0; at < words.length; ) {
    const named = longestFrom(words, at, known);
    const last = words[at + (named?.words ?? 0) - 1];
    if (named && last) found.push({ name: named.name, start: words[at]?.start ?? 0, end: last.end });
    at += named?.words ?? 1;
  }
  return found.map((one) => ({ ...one, end: endWithRemark(text, one.end) }));
}

function longestFrom(
  words: readonly Word[],
  at: number,
  known: KnownNames,
): { readonly name: string; readonly words: number } | undefined {
  const [first, second] = [words[at]?.folded ?? '', words[at + 1]];
  const beginnings = second?.goesOn ? [`${first} ${second.folded}`, first] : [first];
  for (const beginning of beginnings) {
    const named = longestAlike(words, at, known.beginningWith(beginning));
    if (!named) continue;
    const { folded, ...found } = named;
    return known.ofOfficials.has(folded) && !isCalledHousehold(words, at) ? undefined : found;
  }
  return undefined;
}

function longestAlike(words: readonly Word[], at: number, alike: NamesAlike | undefined) {
  if (!alike) return undefined;
  const run = words.slice(at, at + alike.longest);
  const end = run.findIndex(({ goesOn }, i) => i > 0 && !goesOn);
  for (let count = end === -1 ? run.length : end; count > 0; count -= 1) {
    const some = run.slice(0, count);
    const folded = some.map((word) => word.folded).join(' ');
    const name = alike.byFolded.get(folded)?.find((told) => isSpelt(some, told));
    if (name !== undefined) return { name, folded, words: count };
  }
  return undefined;
}

/** Whether words are a name: each as the name has it, in either style of tones, or without its diacritics. */
function isSpelt(words: readonly Word[], told: string): boolean {
  const spelling = (word: string) => normaliseTones(word.toLowerCase());
  const names = told.match(WORDS) ?? [];
  return words.every(({ text, folded }, i) => {
    const named = names[i] ?? '';
    return text.toLowerCase() === folded || spelling(text) === spelling(named);
  });
}

/** What people put between `hộ` and a name. */
const TITLES: readonly string[] = ['ông', 'bà', 'anh', 'chị', 'cô', 'chú', 'bác', 'em', 'vay'];

/** Whether a text says `hộ` before a word, or `hộ ông`: then a household is meant, whoever else is called so. */
function isCalledHousehold(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  const isTitle = before !== undefined && TITLES.includes(before.text.toLowerCase());
  const word = isTitle ? words[at - 2] : before;
  return ['hộ', 'ho'].includes(word?.text.toLowerCase() ?? '');
}

function endWithRemark(text: string, end: number): number {
  SAMPLE_REMARK_NEXT.lastIndex = end;
  return SAMPLE_REMARK_NEXT.test(text) ? SAMPLE_REMARK_NEXT.lastIndex : end;
}
