import { inVillages } from '../../../../kernel/commune-words.ts';
import type { OutputOf } from '../../../../kernel/contract.ts';
import type { showCommuneMonth } from '../../../../modules/portfolio/contract.ts';

/** The month page's answer. */
export type Month = OutputOf<typeof showCommuneMonth>;

/** A month that has figures: the rest of the page needs no further question whether they are there. */
export type MonthWithFigures = Month & {
  readonly dataDate: NonNullable<Month['dataDate']>;
  readonly now: NonNullable<Month['now']>;
};

/** What the sections of the page are given. */
export type SectionProps = { readonly month: MonthWithFigures; readonly communeCode: string };

const PARTS: Readonly<Record<Exclude<Month['covers'], 'commune'>, string>> = {
  association: 'Phần của hội',
  village: 'Phần của thôn',
  group: 'Phần của tổ',
};

/** What of the commune the figures are, where the reader's office covers a part of it only; else undefined [PF9]. */
export function partOf(month: Pick<Month, 'covers' | 'communeName' | 'heat'>): string | undefined {
  return month.covers === 'commune' ? undefined : monthVillages(PARTS[month.covers], month);
}

/** Words written for `thôn`, as the villages of the page's commune are called [GV190]. */
export function monthVillages(words: string, month: Pick<Month, 'communeName' | 'heat'>): string {
  return inVillages(
    words,
    month.communeName,
    month.heat.villages.map(({ villageName }) => villageName),
  );
}
