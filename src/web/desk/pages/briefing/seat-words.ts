import { communeParts } from '../../../../kernel/commune-words.ts';
import { BESIDE_TITLES, OFFICE_ABBREVIATIONS, SPELT_OUT } from '../../../../kernel/office-words.ts';
import { fold } from '../../../../kernel/text.ts';
import { seatLabel } from '../../../../modules/governance/domain/seats.ts';

/** What an office is found by; `place`: its commune's kind and name. */
export type Findable = {
  readonly title: string;
  readonly holderName: string | null;
  readonly place?: string;
};

/** Whether an office is one of those that are looked for. */
export type IsFound = (seat: Findable) => boolean;

/** The words of a text in the form in which they are compared. */
export function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(/[\s,]+/)
    .filter(Boolean);
}

type Words = {
  readonly label: readonly string[];
  readonly title: readonly string[];
  /** As people say it: a remark in brackets is no part of a name. */
  readonly holder: readonly string[];
};

/** Kept as long as the page has the offices: with every key all of them are looked through. */
const wordsKept = new WeakMap<Findable, Words>();

/** The words of an office: with its holder, and of each alone. */
export function seatWords(seat: Findable): Words {
  const kept = wordsKept.get(seat);
  if (kept) return kept;
  const words = {
    label: wordsOf(seatLabel(seat)),
    title: wordsOf(seat.title),
    holder: wordsOf((seat.holderName ?? '').replace(REMARK, '')),
  };
  wordsKept.set(seat, words);
  return words;
}

const REMARK = /\(.*?\)/g;

/** Offices with words that begin as each of those typed, in holder or title. */
export function namedSo(typed: readonly string[]): IsFound {
  return (seat) => {
    const known = seatWords(seat).label;
    return typed.every((word) => known.some((name) => name.startsWith(word)));
  };
}

/** Fewer letters are the beginning of too many abbreviations. */
const SHORTEST_ABBREVIATION = 2;

const ABBREVIATIONS = Object.entries(OFFICE_ABBREVIATIONS).map(
  ([short, words]) => [fold(short), wordsOf(words)] as const,
);
const SPELT = SPELT_OUT.map(([long, short]) => [within(fold(long)), within(fold(short))] as const);
const BESIDE = Object.entries(BESIDE_TITLES).map(
  ([start, phrases]) => [start, phrases.map((phrase) => within(fold(phrase)))] as const,
);

/** Whether a word is an abbreviation of a title, whole. */
export function isAbbreviation(word: string): boolean {
  return ABBREVIATIONS.some(([short]) => short === word);
}

/** How much of a word has to be typed. */
type Compared = 'begun' | 'whole';

/**
 * Offices whose titles are meant [GV254], as people abbreviate them or spell them out, with who heads them. A name is never looked for
 * so: `CA` is no An Công.
 */
export function titledSo(typed: readonly string[], compared: Compared = 'begun'): IsFound {
  const fits = (word: string, whole: string) =>
    compared === 'whole' ? whole === word : whole.startsWith(word);
  const readings = (word: string): readonly (readonly string[])[] => [
    [word],
    ...ABBREVIATIONS.filter(([short]) => word.length >= SHORTEST_ABBREVIATION && fits(word, short)).map(
      ([, words]) => words,
    ),
  ];
  // What is beside them depends on how titles begin, of which there are few.
  const meantBy = new Map<string, readonly (readonly (readonly string[])[])[]>();
  return (seat) => {
    const [start, beside] = BESIDE.find(([one]) => seat.title.startsWith(one)) ?? ['', []];
    const meant = meantBy.get(start) ?? withoutBeside(typed, beside).map(readings);
    meantBy.set(start, meant);
    const known = seatWords(seat).title;
    return (
      meant.length > 0 &&
      meant.every((ways) =>
        ways.some((words) => words.every((word) => known.some((name) => fits(word, name)))),
      )
    );
  };
}

/** What was typed, short as titles have it, without what people write beside them. */
function withoutBeside(typed: readonly string[], beside: readonly string[]): readonly string[] {
  const short = SPELT.reduce(
    (text, [long, abbreviation]) => text.replace(long, abbreviation),
    within(typed.join(' ')),
  );
  return beside
    .reduce((text, phrase) => text.replace(phrase, ' '), short)
    .split(' ')
    .filter(Boolean);
}

/** Words between blanks, by which no part of another word is taken for one. */
function within(words: string): string {
  return ` ${words} `;
}

/**
 * What stands before a commune's own name at the end of what was typed [GV253]: behind its kind, in which case the name may be begun only
 * or left out, or the whole name alone. Undefined where there is none, and of another commune's.
 */
export function beforePlace(
  typed: readonly string[],
  place: string,
): { readonly words: readonly string[]; readonly hasKind: boolean } | undefined {
  const { kind, name } = communeParts(place);
  const [ofKind, ofName] = [wordsOf(kind), wordsOf(name)];
  for (let at = 1; at < typed.length; at++) {
    const behind = typed.slice(at);
    const words = typed.slice(0, at);
    const hasKind = ofKind.every((word, i) => behind[i] === word);
    if (hasKind && isBeginning(behind.slice(ofKind.length), ofName)) return { words, hasKind };
    if (ofName.length > 0 && behind.join(' ') === ofName.join(' ')) return { words, hasKind: false };
  }
  return undefined;
}

function isBeginning(typed: readonly string[], words: readonly string[]): boolean {
  const last = typed.length - 1;
  return typed.every((word, i) => (i === last ? words[i]?.startsWith(word) === true : words[i] === word));
}
