import { type LayoutBlock, type LayoutTable, textWidthTwips } from './layout.ts';
import { MOST_KEPT } from './lines.ts';
import { linesTwips, rowTwips } from './rows-together.ts';

/** At most so many paragraphs are taken to the page of a signature. */
const PARAGRAPHS_KEPT = 3;
/** About two lines: fewer above a signature look left over, and more leave the page before white for nothing. */
const LETTERS_ENOUGH = 120;
/** About three quarters of a page: an ending that is longer is not held to the rows above it, nor one table to a page. */
const MOST_TOGETHER_TWIPS = 11_000;

/**
 * The last blocks of a paper and its ending, so that no signature is alone on a page: the last paragraph is taken to its page, and
 * those before it until two lines stand there [DO8]; where the last table comes before that, its last rows are taken too [DO22].
 */
export function endingTogether(
  blocks: readonly LayoutBlock[],
  ending: readonly LayoutBlock[],
): LayoutBlock[] {
  const first = blocks.length - paragraphsKept(blocks);
  const last = [...blocks.slice(first).map((block) => ({ ...block, isKept: true })), ...ending];
  const [table, gap] = blocks.slice(0, first).slice(-2);
  if (blocks.length - first < PARAGRAPHS_KEPT && table?.set === 'table' && gap !== undefined) {
    const below = [{ ...gap, isKept: true }, ...last];
    const held = withBelow(table, below);
    if (held !== null) return [...blocks.slice(0, first - 2), held];
  }
  return [...blocks.slice(0, first), ...last];
}

/** Null where what would stand together is too high for a page. */
function withBelow(table: LayoutTable, below: readonly LayoutBlock[]): LayoutTable | null {
  const heights = table.rows.map((cells) => rowTwips(cells, table.widthsTwips));
  const belowTwips = heightTwips(below);
  const sum = (rows: readonly number[]) => rows.reduce((all, row) => all + row, belowTwips);
  // On a page of their own the last rows stand below the head.
  const from = table.together.at(-1)?.from ?? table.rows.length;
  if (sum([...heights.slice(0, table.headRows), ...heights.slice(from)]) > MOST_TOGETHER_TWIPS) return null;
  return { ...table, below, isShort: sum(heights) <= MOST_TOGETHER_TWIPS };
}

/** How many of the last paragraphs are taken along, as far as they are not too long to move; the room below a table is none of them. */
function paragraphsKept(blocks: readonly LayoutBlock[]): number {
  let letters = 0;
  let kept = 0;
  for (const block of blocks.slice(-PARAGRAPHS_KEPT).toReversed()) {
    if (block.set !== 'line' || block.runs.length === 0 || letters >= LETTERS_ENOUGH) break;
    letters += block.runs.reduce((sum, run) => sum + run.text.length, 0);
    if (letters > MOST_KEPT) break;
    kept += 1;
  }
  return kept;
}

/** About how high blocks without rules stand below each other. */
function heightTwips(blocks: readonly LayoutBlock[]): number {
  return blocks.reduce((sum, block) => {
    if (block.set === 'line') return sum + linesTwips([block], textWidthTwips(false));
    const rows = block.rows.map((cells) =>
      Math.max(...cells.map(({ column, lines }) => linesTwips(lines, block.widthsTwips[column] ?? 0))),
    );
    return sum + rows.reduce((all, row) => all + row, 0);
  }, 0);
}
