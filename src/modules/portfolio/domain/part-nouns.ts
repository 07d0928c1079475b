import { inVillages } from '../../../kernel/commune-words.ts';

const PART_NOUNS = {
  customer: { noun: 'hộ vay', heading: 'Hộ vay', none: 'Chưa có mã khách hàng' },
  village: { noun: 'thôn', heading: 'Thôn', none: 'Chưa có mã thôn' },
  group: { noun: 'tổ', heading: 'Tổ', none: 'Vay trực tiếp, không qua tổ' },
  association: { noun: 'hội', heading: 'Hội', none: 'Không qua hội' },
  programme: { noun: 'chương trình', heading: 'Chương trình', none: 'Chưa có mã chương trình' },
  fundSource: { noun: 'nguồn vốn', heading: 'Nguồn vốn', none: 'Chưa có mã nguồn vốn' },
} as const;

/** What a list can be divided by. */
export type PartNoun = keyof typeof PART_NOUNS;

/** All of {@link PartNoun}, in the order in which pages offer them. */
export const PART_KINDS = Object.keys(PART_NOUNS) as readonly PartNoun[];

/** How a way to divide is called; `none`: what has no code. */
export type PartWords = { readonly noun: string; readonly heading: string; readonly none: string };

/**
 * How pages, papers and files call a way to divide. Of one commune its villages are called as they are there [GV190]; without its name,
 * as of several, they are `thôn`.
 */
export function partWords(kind: PartNoun, communeName?: string): PartWords {
  const { noun, heading, none } = PART_NOUNS[kind];
  if (communeName === undefined) return { noun, heading, none };
  const there = (words: string) => inVillages(words, communeName);
  return { noun: there(noun), heading: there(heading), none: there(none) };
}
