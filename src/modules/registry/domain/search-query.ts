import { digitsOfPhone } from '../../../kernel/phone.ts';
import { fold, normaliseTones, oldToneStyle } from '../../../kernel/text.ts';

/** What was typed into the search, read: a number or words of a name [RG12]. */
export type SearchQuery =
  | { readonly kind: 'digits'; readonly digits: string }
  | { readonly kind: 'words'; readonly words: readonly SearchWord[] }
  | { readonly kind: 'tooShort' };

/** One word of a name. */
export type SearchWord = {
  /** Letters a–z and digits only: safe inside a LIKE pattern. */
  readonly folded: string;
  /** The word as typed, in the spellings a name may have it: tone old and new style, lower, Title and UPPER case. */
  readonly spellings: readonly string[];
};

const MOST_WORDS = 8;
const FEWEST_DIGITS = 3;
const FEWEST_LETTERS = 2;

/** What somebody is told who typed too little: the numbers are those that {@link readSearch} goes by. */
export const SEARCH_TOO_SHORT = `Gõ ít nhất ${FEWEST_LETTERS} chữ của tên, hoặc ${FEWEST_DIGITS} số của điện thoại.`;

/** Reads the text of a search. */
export function readSearch(text: string): SearchQuery {
  if (!/\p{L}/u.test(text)) {
    const digits = digitsOfPhone(text);
    return digits.length < FEWEST_DIGITS ? { kind: 'tooShort' } : { kind: 'digits', digits };
  }
  const words = text
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(searchWord)
    .filter((word) => word.folded !== '')
    .slice(0, MOST_WORDS);
  const letters = words.reduce((sum, word) => sum + word.folded.length, 0);
  return letters < FEWEST_LETTERS ? { kind: 'tooShort' } : { kind: 'words', words };
}

function searchWord(word: string): SearchWord {
  const lower = word.toLowerCase();
  const styles = [normaliseTones(lower), oldToneStyle(lower)];
  const spellings = styles.flatMap((style) => [
    style,
    style.slice(0, 1).toUpperCase() + style.slice(1),
    style.toUpperCase(),
  ]);
  return { folded: fold(word).replace(/[^a-z0-9]/g, ''), spellings: [...new Set(spellings)] };
}
