import { CELL, type LayoutCell, type LayoutTable, type RowsTogether } from './layout.ts';
import { textWidth } from './text-width.ts';

type Rows = LayoutTable['rows'];

/** What of a table is known before its pages are. */
type Measured = {
  readonly rows: Rows;
  readonly widthsTwips: readonly number[];
  readonly headRows: number;
  readonly hasTotal: boolean;
};

/** So many rows of the body begin a table on its first page, and end it on its last. */
const ROWS_TOGETHER = 2;
/** About two fifths of a page: rows that are higher may part, for more white would be left than they are worth. */
const MOST_TOGETHER_TWIPS = 6000;
/** About a quarter: above the first rows stand a heading and a sentence, which go with them to the next page. */
const MOST_TO_BEGIN_TWIPS = 3600;

/**
 * Which rows of a table stay together [DO21]: the first two of the body and its last two with the total, those near the end first; a
 * table that has no more stays whole. Rows that are high together part after all.
 */
export function rowsTogether({ rows, widthsTwips, headRows, hasTotal }: Measured): RowsTogether[] {
  const heights = rows.map((cells) => rowTwips(cells, widthsTwips));
  const room = (from: number, to: number) => heights.slice(from, to + 1).reduce((sum, each) => sum + each, 0);
  const fits = (from: number, to: number, most = MOST_TOGETHER_TWIPS) => room(from, to) <= most;
  const last = rows.length - 1;
  if (last < headRows) return [];
  const wanted = Math.max(headRows, last + 1 - ROWS_TOGETHER - (hasTotal ? 1 : 0));
  let from = last;
  while (from > wanted && fits(from - 1, last)) from--;
  const first = { from: headRows, to: Math.min(headRows + ROWS_TOGETHER, last + 1) - 1 };
  if (first.to >= from)
    return [{ from: fits(headRows, last, MOST_TO_BEGIN_TWIPS) ? headRows : from, to: last }];
  return [...(fits(first.from, first.to, MOST_TO_BEGIN_TWIPS) ? [first] : []), { from, to: last }];
}

/** About how high the head of a table stands with the first row, or with those that stay with that. */
export function beginningTwips({
  rows,
  widthsTwips,
  headRows,
  together,
}: Pick<LayoutTable, 'rows' | 'widthsTwips' | 'headRows' | 'together'>): number {
  const last = together.find(({ from }) => from === headRows)?.to ?? headRows;
  return rows.slice(0, last + 1).reduce((sum, cells) => sum + rowTwips(cells, widthsTwips), 0);
}

/** About how high a row stands: words are taken to fill a line by seven eighths. */
export function rowTwips(cells: readonly LayoutCell[], widthsTwips: readonly number[]): number {
  const inside = cells.map(({ column, columns, lines }) => {
    const width = widthsTwips.slice(column, column + columns).reduce((sum, each) => sum + each, 0);
    return linesTwips(lines, width - 2 * CELL.sideTwips);
  });
  return Math.max(...inside) + 2 * CELL.aboveTwips + CELL.ruleTwips;
}

/** About how high paragraphs stand below each other in that width. */
export function linesTwips(lines: LayoutCell['lines'], widthTwips: number): number {
  return lines.reduce((sum, { runs, sizeHalfPoints, lineTwips, afterTwips }) => {
    const size = sizeHalfPoints * 10;
    const length = runs.reduce((all, run) => all + textWidth(run.text, { size, bold: run.bold }), 0);
    return sum + Math.max(1, Math.ceil((length * 8) / 7 / widthTwips - 1 / 7)) * lineTwips + afterTwips;
  }, 0);
}
