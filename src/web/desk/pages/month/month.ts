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
