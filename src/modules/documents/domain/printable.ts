/** Text as a paper can show it, and what it could not. */
export type Printable = {
  readonly text: string;
  /** What was replaced, each character once as itself, and what was left out, as `U+202E`; in order of appearance. */
  readonly unprintable: readonly string[];
};

/** Stands in for a character that the papers' font does not have; a reader sees that something was there. */
export const REPLACEMENT = '□';

type Range = readonly [from: number, to: number];

/** What the fonts of both formats have: Latin with every mark, Greek, Cyrillic, usual signs. */
export const SHOWN: readonly Range[] = [
  [0x20, 0x7e],
  [0xa0, 0xac],
  [0xae, 0x36f],
  [0x384, 0x38a],
  [0x38c, 0x38c],
  [0x38e, 0x3a1],
  [0x3a3, 0x3ce],
  [0x3d0, 0x513],
  [0x1e00, 0x1e9b],
  [0x1ea0, 0x1ef9],
  [0x2012, 0x2015],
  [0x2018, 0x201e],
  [0x2020, 0x2022],
  [0x2026, 0x2026],
  [0x2030, 0x2030],
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  [0x20ab, 0x20ac],
  [0x2116, 0x2116],
  [0x2122, 0x2122],
  [0x215b, 0x215e],
  [0x2190, 0x2195],
  [0x2211, 0x2212],
  [0x221e, 0x221e],
  [0x2248, 0x2248],
  [0x2260, 0x2260],
  [0x2264, 0x2265],
  [0x25a0, 0x25a1],
  [0x25cf, 0x25cf],
];

/** Blanks and breaks of every kind: one blank each. */
const BLANK: readonly Range[] = [
  [0x09, 0x0d],
  [0x85, 0x85],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
];

/** Hyphens that differ only in what may happen at them. */
const HYPHEN: readonly Range[] = [[0x2010, 0x2011]];

/** Seen by nobody where they are known: controls, joiners, marks of direction, soft hyphens, variations, tags. */
const UNSEEN: readonly Range[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
  [0xe0000, 0xe0fff],
];

/**
 * Text that prints the same in every format [DO13]: composed letters, every kind of blank as one, no character that
 * changes the direction or the meaning of others. A character that the font lacks becomes {@link REPLACEMENT}, one
 * that nobody sees is left out; both are named, so that nothing vanishes unnoticed.
 */
export function printable(raw: string): Printable {
  const unprintable = new Set<string>();
  const kept = Array.from(raw.normalize('NFC'), (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (isIn(BLANK, code)) return ' ';
    if (isIn(HYPHEN, code)) return '-';
    if (isIn(SHOWN, code)) return character;
    const isUnseen = isIn(UNSEEN, code);
    unprintable.add(isUnseen ? `U+${code.toString(16).toUpperCase().padStart(4, '0')}` : character);
    return isUnseen ? '' : REPLACEMENT;
  });
  // What was left out may have stood between a letter and its mark.
  return { text: kept.join('').normalize('NFC').replace(/ {2,}/g, ' '), unprintable: [...unprintable] };
}

/**
 * The letters of a text for which the papers' font has no glyph, each once, in order of appearance: what is typed for a paper says so
 * at once [DO20]. What nobody sees is not among them.
 */
export function lettersWithoutGlyph(text: string): string[] {
  return printable(text).unprintable.filter((character) => !character.startsWith('U+'));
}

function isIn(ranges: readonly Range[], code: number): boolean {
  return ranges.some(([from, to]) => code >= from && code <= to);
}
