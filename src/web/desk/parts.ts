import type { InputOf } from '../../kernel/contract.ts';
import type { listParts } from '../../modules/portfolio/contract.ts';
import { PART_KINDS } from '../../modules/portfolio/domain/part-nouns.ts';

/** What a list can be divided by. */
export type PartKind = InputOf<typeof listParts>['by'];

/** How a way to divide is written in addresses. */
export const PART_PATHS: Readonly<Record<PartKind, string>> = {
  customer: 'ho-vay',
  village: 'thon',
  group: 'to',
  association: 'hoi',
  programme: 'chuong-trinh',
  fundSource: 'nguon-von',
};

/** The way to divide that an address names. */
export function partKindOf(path: string | undefined): PartKind | undefined {
  return PART_KINDS.find((kind) => PART_PATHS[kind] === path);
}
