import { plainLine } from './plain-text.ts';

const COMBINING_MARKS = /[\u0300-\u036f]/g;

/**
 * The form in which Vietnamese text is compared without diacritics: lower case, no tone or vowel marks, `đ` as
 * `d`, spaces collapsed. `Nguyễn Thị  Ánh` becomes `nguyen thi anh`.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(COMBINING_MARKS, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

const vietnamese = new Intl.Collator('vi');

/** Orders people the Vietnamese way: by given name (the last word), then by the whole name. */
export function compareNames(a: string, b: string): number {
  const given = (name: string) => name.slice(name.lastIndexOf(' ') + 1);
  return vietnamese.compare(given(a), given(b)) || vietnamese.compare(a, b);
}

const OLD_TONES = [
  'òa',
  'óa',
  'ỏa',
  'õa',
  'ọa',
  'òe',
  'óe',
  'ỏe',
  'õe',
  'ọe',
  'ùy',
  'úy',
  'ủy',
  'ũy',
  'ụy',
] as const;
const NEW_TONES = [
  'oà',
  'oá',
  'oả',
  'oã',
  'oạ',
  'oè',
  'oé',
  'oẻ',
  'oẽ',
  'oẹ',
  'uỳ',
  'uý',
  'uỷ',
  'uỹ',
  'uỵ',
] as const;

/** Puts the tone where the newer spelling has it: `hòa` becomes `hoà`, `thúy` becomes `thuý`. Lower-case NFC text. */
export function normaliseTones(text: string): string {
  return OLD_TONES.reduce(
    (spelt, old, i) => spelt.replaceAll(old, NEW_TONES[i] ?? old),
    text.normalize('NFC'),
  );
}

/** The older spelling of the same: `hoà` becomes `hòa`; `hoàn` and `quý`, which have one spelling, stay. */
export function oldToneStyle(text: string): string {
  return NEW_TONES.reduce(
    (spelt, tone, i) => spelt.replaceAll(new RegExp(`(?<!q)${tone}(?!\\p{L})`, 'gu'), OLD_TONES[i] ?? tone),
    normaliseTones(text),
  );
}

/**
 * Whether two names are one as people read them: files and people write the same name with either style of tones, in other capitals, with
 * more blanks, or with letters that nobody sees. Another diacritic is another name.
 */
export function isSameName(one: string, other: string): boolean {
  return one === other || spelling(one) === spelling(other);
}

function spelling(name: string): string {
  return normaliseTones(plainLine(name).toLowerCase());
}
