import { fold } from '../../../kernel/text.ts';
import { COMMON_WORDS, LOCAL_WORDS } from './guessable-words.ts';

/** Lengths in characters after composition (NFC): `ệ` is one [ID5]. */
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;

/** So much must be left of a password once everything guessable is taken out of it. */
const LEAST_REST = { characters: 6, distinct: 5 } as const;

/** What a person is known by; none of it makes a password. */
export type Known = {
  readonly fullName: string;
  readonly login: string;
  readonly phone: string | null;
  /** Names and codes of offices, provinces, communes and villages around the person. */
  readonly places: readonly string[];
};

/** Why a password cannot be used. */
export type PasswordProblem =
  | { readonly kind: 'tooShort'; readonly length: number }
  | { readonly kind: 'tooLong' }
  | { readonly kind: 'guessable'; readonly why: string };

/**
 * Judges a new password [ID5]: length, then how much of it is left when common, local and own words, runs, years and
 * repetitions are taken out; behind a word, digits are a filling and no rest. Nothing is asked of its composition.
 */
export function passwordProblem(password: string, known: Known): PasswordProblem | undefined {
  const { length } = [...password.normalize('NFC')];
  if (length < PASSWORD_LENGTH.least) return { kind: 'tooShort', length };
  if (length > PASSWORD_LENGTH.most) return { kind: 'tooLong' };
  const plain = unrepeated(compact(password));
  const why = guessable(plain, known) ?? guessable(withoutLeet(plain), known);
  return why === undefined ? undefined : { kind: 'guessable', why };
}

/** The reason first met, when too little is left; undefined when enough is. */
function guessable(text: string, known: Known): string | undefined {
  const { rest: all, reasons, hasWord } = takeOut(text, known);
  const rest = hasWord ? all.replace(/\d/g, '') : all;
  const isEnough = rest.length >= LEAST_REST.characters && new Set(rest).size >= LEAST_REST.distinct;
  return isEnough ? undefined : (reasons[0] ?? 'lặp lại vài ký tự');
}

const GAP = ' ';

type Rest = { readonly rest: string; readonly reasons: readonly string[]; readonly hasWord: boolean };

function takeOut(text: string, known: Known): Rest {
  const steps: { words: readonly string[]; isWord: boolean; why: (word: string) => string }[] = [
    {
      words: ownWords(known),
      isWord: true,
      why: () => 'có tên, số điện thoại hoặc tên đăng nhập của chính mình',
    },
    { words: placeWords(known), isWord: true, why: (word) => `có tên địa phương, nơi làm việc «${word}»` },
    { words: runsIn(text), isWord: false, why: (word) => `có dãy phím hoặc dãy số liền nhau «${word}»` },
    { words: LOCAL_WORDS, isWord: true, why: (word) => `có từ quen thuộc trong ngành «${word}»` },
    { words: COMMON_WORDS, isWord: true, why: (word) => `có từ rất nhiều người dùng «${word}»` },
    { words: text.match(/(19|20)\d\d/g) ?? [], isWord: false, why: (word) => `có năm «${word}»` },
    { words: text.match(/(.)\1{2,}/g) ?? [], isWord: false, why: (word) => `lặp lại ký tự «${word}»` },
  ];
  let rest = text;
  let hasWord = false;
  const reasons: string[] = [];
  for (const { words, isWord, why } of steps)
    for (const word of words)
      if (rest.includes(word)) {
        rest = rest.replaceAll(word, GAP);
        hasWord ||= isWord;
        reasons.push(why(word));
      }
  return { rest: rest.replaceAll(GAP, ''), reasons, hasWord };
}

/** Lower case without diacritics, spaces and the usual separators. */
function compact(text: string): string {
  return fold(text).replace(/[\s._,-]+/g, '');
}

/** `abcabcabc` is no more than `abc`. */
function unrepeated(text: string): string {
  return /^(.+?)\1+$/.exec(text)?.[1] ?? text;
}

const LEET: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

function withoutLeet(text: string): string {
  return text.replace(/[@431!0$57]/g, (sign) => LEET[sign] ?? sign);
}

function ownWords({ fullName, login, phone }: Known): string[] {
  const names = [fullName, login].flatMap((text) => [compact(text), ...text.split(/\s+/).map(compact)]);
  return longestFirst([...names, phone ?? '']);
}

const KINDS_OF_PLACES =
  /^(thanhpho|tinh|phuong|xa|thitran|dackhu|phonggiaodich|pgd|chinhanh|khupho|todanpho|thon|buon|ap)/;

function placeWords({ places }: Known): string[] {
  const names = places.map((name) => compact(name.replace(/\(.*\)/, '')));
  return longestFirst([...names, ...names.map((name) => name.replace(KINDS_OF_PLACES, ''))]);
}

/** Two letters take nothing out: too many good passwords hold them. */
function longestFirst(words: readonly string[]): string[] {
  return words.filter((word) => word.length >= 3).sort((a, b) => b.length - a.length);
}

const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz', '0123456789'];
const COLUMNS = ['1qaz2wsx3edc4rfv5tgb6yhn7ujm', 'qazwsxedcrfvtgbyhnujm'];
const TRACKS = [...ROWS, ...COLUMNS].flatMap((track) => [track, [...track].reverse().join('')]);
const SHORTEST_RUN = 4;

/** The longest pieces of four and more characters that follow a keyboard row, the alphabet or the digits. */
function runsIn(text: string): string[] {
  const runs: string[] = [];
  let start = 0;
  while (start + SHORTEST_RUN <= text.length) {
    let end = start + SHORTEST_RUN;
    if (!isRun(text.slice(start, end))) {
      start += 1;
      continue;
    }
    while (end < text.length && isRun(text.slice(start, end + 1))) end += 1;
    runs.push(text.slice(start, end));
    start = end;
  }
  return longestFirst(runs);
}

function isRun(piece: string): boolean {
  return TRACKS.some((track) => track.includes(piece));
}
