import {
  CELL,
  type Layout,
  type LayoutBlock,
  type LayoutLine,
  type LayoutTable,
  textWidthTwips,
} from './layout.ts';
import { textWidth } from './text-width.ts';

/** A stretch of a run: ordinary text, or one that never breaks. */
export type Piece = { readonly text: string; readonly isWhole: boolean };

/** A letter with its marks. */
const LETTERS = /.\p{M}*/gsu;
/** Marks after which typesetting would break a word, and word processors do not. */
const INSIDE = /[^\s-][/.&=,:;][^\s]/;
const AFTER_HYPHEN = /(?<=[^\s-]-)(?=[^\s-])/;

/** See {@link withLineBreaks}. */
export type LayoutWithBreaks = ReturnType<typeof withLineBreaks>;

/**
 * The layout with its texts in pieces that break where word processors break them [DO14]: after spaces and hyphens,
 * never after the slash of a number. A word wider than its line begins a new one and breaks where the line is full.
 */
export function withLineBreaks(layout: Layout) {
  return {
    ...layout,
    sections: layout.sections.map((section) => ({
      ...section,
      blocks: brokenBlocks(section.blocks, textWidthTwips(section.isLandscape)),
    })),
  };
}

/** A line or a table with its texts in pieces, and what stands below the table. */
type BrokenBlock =
  | ReturnType<typeof brokenLine>
  | (ReturnType<typeof brokenTable> & { readonly below: readonly BrokenBlock[] });

function brokenBlocks(blocks: readonly LayoutBlock[], widthTwips: number): BrokenBlock[] {
  return blocks.map((block) =>
    block.set === 'line'
      ? brokenLine(block, widthTwips)
      : { ...brokenTable(block), below: brokenBlocks(block.below, widthTwips) },
  );
}

function brokenTable(block: LayoutTable) {
  const room = block.isRuled ? 2 * CELL.sideTwips : 0;
  const rows = block.rows.map((cells) =>
    cells.map((cell) => {
      const widths = block.widthsTwips.slice(cell.column, cell.column + cell.columns);
      const width = widths.reduce((sum, each) => sum + each, 0) - room;
      return { ...cell, lines: cell.lines.map((line) => brokenLine(line, width)) };
    }),
  );
  return { ...block, rows };
}

function brokenLine(line: LayoutLine, widthTwips: number) {
  const runs = line.runs.map((run, i) => {
    const look = { size: line.sizeHalfPoints * 10, bold: run.bold };
    const fits = (word: string) => textWidth(word, look) <= widthTwips - line.leftTwips;
    return { ...run, pieces: piecesOf(run.text, { fits, isFirst: i === 0 }) };
  });
  return { ...line, runs };
}

/** Text between two spaces at a time; most texts have nothing to hold together and stay in one piece. */
export function piecesOf(
  text: string,
  { fits, isFirst }: { fits: (word: string) => boolean; isFirst: boolean },
): Piece[] {
  if (text.length < 12 && !INSIDE.test(text) && fits(text)) return [{ text, isWhole: false }];
  const pieces: { text: string; isWhole: boolean }[] = [];
  const add = (piece: Piece) => {
    const last = pieces.at(-1);
    if (last && !last.isWhole && !piece.isWhole) last.text += piece.text;
    else pieces.push({ ...piece });
  };
  text.split(/(?<= )|(?= )/).forEach((word, i) => {
    if (!fits(word)) {
      if (!isFirst || i > 0) add({ text: '\n', isWhole: false });
      // Between stretches that never break a line may end: with one letter each it ends where it is full.
      for (const [letter] of word.matchAll(LETTERS)) add({ text: letter, isWhole: true });
    } else if (!INSIDE.test(word)) add({ text: word, isWhole: false });
    else for (const part of word.split(AFTER_HYPHEN)) add({ text: part, isWhole: true });
  });
  return pieces;
}
