import type { InputOf } from '../../kernel/contract.ts';
import type { listParts } from '../../modules/portfolio/contract.ts';

/** What a list can be divided by. */
export type PartKind = InputOf<typeof listParts>['by'];

/** How each way to divide is written in addresses and on pages. */
export const PART_WORDS: Readonly<
  Record<
    PartKind,
    { readonly path: string; readonly noun: string; readonly heading: string; readonly none: string }
  >
> = {
  customer: { path: 'ho-vay', noun: 'hộ vay', heading: 'Hộ vay', none: 'Chưa có mã khách hàng' },
  village: { path: 'thon', noun: 'thôn', heading: 'Thôn', none: 'Chưa có mã thôn' },
  group: { path: 'to', noun: 'tổ', heading: 'Tổ', none: 'Vay trực tiếp, không qua tổ' },
  association: { path: 'hoi', noun: 'hội', heading: 'Hội', none: 'Không qua hội' },
  programme: {
    path: 'chuong-trinh',
    noun: 'chương trình',
    heading: 'Chương trình',
    none: 'Chưa có mã chương trình',
  },
  fundSource: {
    path: 'nguon-von',
    noun: 'nguồn vốn',
    heading: 'Nguồn vốn',
    none: 'Chưa có mã nguồn vốn',
  },
};

/** The way to divide that an address names. */
export function partKindOf(path: string | undefined): PartKind | undefined {
  return (Object.keys(PART_WORDS) as PartKind[]).find((kind) => PART_WORDS[kind].path === path);
}
