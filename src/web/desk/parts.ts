import type { InputOf } from '../../kernel/contract.ts';
import type { listParts } from '../../modules/portfolio/contract.ts';
import { PART_NOUNS } from '../../modules/portfolio/domain/part-nouns.ts';

/** What a list can be divided by. */
export type PartKind = InputOf<typeof listParts>['by'];

const PATHS: Readonly<Record<PartKind, string>> = {
  customer: 'ho-vay',
  village: 'thon',
  group: 'to',
  association: 'hoi',
  programme: 'chuong-trinh',
  fundSource: 'nguon-von',
};

/** How a way to divide is written in addresses and on pages. */
type PartWords = {
  readonly path: string;
  readonly noun: string;
  readonly heading: string;
  readonly none: string;
};

/** The words of each way to divide. */
export const PART_WORDS = Object.fromEntries(
  Object.entries(PART_NOUNS).map(([kind, words]) => [kind, { ...words, path: PATHS[kind as PartKind] }]),
) as Readonly<Record<PartKind, PartWords>>;

/** The way to divide that an address names. */
export function partKindOf(path: string | undefined): PartKind | undefined {
  return (Object.keys(PART_WORDS) as PartKind[]).find((kind) => PART_WORDS[kind].path === path);
}
