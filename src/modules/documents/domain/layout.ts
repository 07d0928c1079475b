import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Align } from './paper.ts';

// A paper as it is set: the last thing both formats share. Every length is a whole number of twips (1/20 point), the
// unit in which word processors reckon, so that both formats come to the same lines and pages.

/** A paper set in lines, rows and sections. */
export type Layout = {
  readonly title: string;
  readonly issuer: string;
  readonly on: BusinessDate;
  readonly mark: string | null;
  readonly footNote: string | null;
  readonly sections: readonly LayoutSection[];
};

/** Pages of one direction. */
export type LayoutSection = {
  readonly isLandscape: boolean;
  /** Counts its pages from 1 and hides the first number, as the paper itself and each annex do. */
  readonly isCountedAnew: boolean;
  readonly blocks: readonly LayoutBlock[];
};

/** What stands on a page, from top to bottom. */
export type LayoutBlock = LayoutLine | LayoutTable;

/** A paragraph. Its lines are exactly `lineTwips` high, whatever they hold. */
export type LayoutLine = {
  readonly set: 'line';
  readonly runs: readonly LayoutRun[];
  readonly align: Align;
  /** Half points, as word processors count sizes. */
  readonly sizeHalfPoints: number;
  readonly lineTwips: number;
  readonly afterTwips: number;
  readonly leftTwips: number;
  readonly firstLineTwips: number;
  /** Never breaks, and stays on the page of what follows. */
  readonly isKept: boolean;
  /** A short rule instead of text, centred, this long; 0 for none. */
  readonly ruleTwips: number;
};

/** A piece of a paragraph in one look. */
export type LayoutRun = { readonly text: string; readonly bold: boolean; readonly italic: boolean };

/** A table: with rules and room around its text, or without both, to put things side by side. */
export type LayoutTable = {
  readonly set: 'table';
  readonly isRuled: boolean;
  /** Stays on the page of what follows; its last lines then say so too. */
  readonly isKept: boolean;
  readonly widthsTwips: readonly number[];
  /** Rows of the head come first and repeat on every page. */
  readonly headRows: number;
  readonly rows: readonly (readonly LayoutCell[])[];
  /** From top to bottom, none within another; see `rowsTogether`. */
  readonly together: readonly RowsTogether[];
  /** What stands below the table on the page of those of its rows that stay together last. */
  readonly below: readonly LayoutBlock[];
  /** The table and what stands below it are no higher than a page. */
  readonly isShort: boolean;
};

/** Rows that are never parted by the end of a page: the first and the last of them, counted from 0 with those of the head. */
export type RowsTogether = { readonly from: number; readonly to: number };

/** A cell; covered ones (by a cell above that spans rows) are not named. */
export type LayoutCell = {
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly isMiddle: boolean;
  readonly lines: readonly LayoutLine[];
};

/** Sizes of an A4 page and its margins [DO4]. */
export const PAGE = {
  widthTwips: 11_906,
  heightTwips: 16_838,
  topTwips: 1134,
  bottomTwips: 1134,
  leftTwips: 1701,
  rightTwips: 850,
  /** From the edge of the sheet to the page number above and the note below. */
  headTwips: 567,
  numberHalfPoints: 26,
  noteHalfPoints: 18,
} as const;

/** Room in the cells of ruled tables: beside, and above and below. */
export const CELL = { sideTwips: 80, aboveTwips: 30, ruleTwips: 10 } as const;

/** The thickness of short rules. */
export const RULE_TWIPS = 15;

/** The height of the letters of a mark across the page: two marks side by side are set lower, so that they fit. */
export function markTwips(mark: string): number {
  return mark.length > 12 ? 580 : 930;
}

/** Between the left and the right margin. */
export function textWidthTwips(isLandscape: boolean): number {
  return (isLandscape ? PAGE.heightTwips : PAGE.widthTwips) - PAGE.leftTwips - PAGE.rightTwips;
}
