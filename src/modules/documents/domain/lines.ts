import type { LayoutLine, LayoutRun, LayoutTable } from './layout.ts';
import { RULE_TWIPS } from './layout.ts';
import type { Text } from './paper.ts';
import { textWidth } from './text-width.ts';

/** Sizes of text: half points, the exact height of its lines and the room after a paragraph, in twips. */
type Size = { readonly sizeHalfPoints: number; readonly lineTwips: number; readonly afterTwips: number };

/** The text of papers: 14 points, lines of 18, 6 between paragraphs [DO4]. */
export const BODY: Size = { sizeHalfPoints: 28, lineTwips: 360, afterTwips: 120 };
/** Capitals of the header, and tables. */
export const SMALL: Size = { sizeHalfPoints: 24, lineTwips: 290, afterTwips: 0 };
/** Motto, number, place and date. */
export const MIDDLE: Size = { sizeHalfPoints: 26, lineTwips: 310, afterTwips: 0 };
/** Recipients. */
export const FINE: Size = { sizeHalfPoints: 22, lineTwips: 270, afterTwips: 0 };

/** The indent of a first line: 1.27 cm [DO4]. */
export const INDENT_TWIPS = 720;

/** Paragraphs of more letters than this may part from what follows: whole, they might not find room on any page. */
export const MOST_KEPT = 700;

/** Text that is wider runs over several lines, whose last may be short; its rule is that of a short one. */
const MOST_RULED_TWIPS = 5600;

const LINE: LayoutLine = {
  set: 'line',
  runs: [],
  align: 'left',
  ...BODY,
  leftTwips: 0,
  firstLineTwips: 0,
  isKept: false,
  ruleTwips: 0,
};

/** How a line differs from a plain one of the body. */
type LineLook = Partial<Omit<LayoutLine, 'set' | 'runs'>> & {
  readonly bold?: boolean;
  readonly italic?: boolean;
};

/** A paragraph; `bold` and `italic` hold for all of it. */
export function line(text: Text, { bold = false, italic = false, ...look }: LineLook = {}): LayoutLine {
  const pieces = typeof text === 'string' ? [{ text }] : text;
  const runs: LayoutRun[] = pieces
    .map((piece) => ({
      text: piece.text,
      bold: bold || ('bold' in piece && piece.bold === true),
      italic: italic || ('italic' in piece && piece.italic === true),
    }))
    .filter((run) => run.text !== '');
  const length = runs.reduce((sum, run) => sum + run.text.length, 0);
  return { ...LINE, ...look, isKept: look.isKept === true && length <= MOST_KEPT, runs };
}

/** Empty room of that height. */
export function gap(twips: number, { isKept = false }: { isKept?: boolean } = {}): LayoutLine {
  return { ...LINE, sizeHalfPoints: 2, lineTwips: twips, afterTwips: 0, isKept };
}

/** The rule below a line of text: `share` of the line's own length, centred [DO5]. */
export function ruleBelow(
  text: string,
  share: number,
  look: { sizeHalfPoints: number; bold: boolean },
): LayoutLine {
  const size = look.sizeHalfPoints * 10;
  const textTwips = Math.min(MOST_RULED_TWIPS, textWidth(text, { size, bold: look.bold }));
  const ruleTwips = Math.round(textTwips * share);
  return { ...gap(60 - RULE_TWIPS, { isKept: true }), ruleTwips };
}

/** Columns of lines side by side, without rules; the whole never breaks over two pages. */
export function sideBySide(
  widthsTwips: readonly number[],
  rows: readonly (readonly (readonly LayoutLine[])[])[],
): LayoutTable {
  return {
    set: 'table',
    isRuled: false,
    isKept: (rows.at(-1) ?? []).flat().every((each) => each.isKept),
    widthsTwips,
    headRows: 0,
    rows: rows.map((cells) =>
      cells.map((lines, column) => ({ column, columns: 1, rows: 1, isMiddle: false, lines })),
    ),
    together: [],
    below: [],
    isShort: true,
  };
}
