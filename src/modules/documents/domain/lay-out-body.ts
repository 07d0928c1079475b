import { layOutTable } from './lay-out-table.ts';
import type { LayoutBlock, LayoutLine } from './layout.ts';
import { INDENT_TWIPS, line } from './lines.ts';
import { letterLabel, romanLabel } from './official-format.ts';
import type { PaperBlock, Text } from './paper.ts';
import { beginningTwips } from './rows-together.ts';

type UprightBlock = Exclude<PaperBlock, { block: 'landscape' }>;

const INDENTED = { align: 'justify', firstLineTwips: INDENT_TWIPS } as const;

/** Where blocks stand. */
type Place = {
  readonly widthTwips: number;
  /** The places that headings of each level have come to: carried over when pages turn in between. */
  readonly places: number[];
};

/** Blocks of the body in the order they were given; headings are labelled by their place among their like [DO6]. */
export function layOutBlocks(blocks: readonly UprightBlock[], place: Place): LayoutBlock[] {
  const sets = blocks.map((block) => layOutBlock(block, place));
  return sets.flatMap((set, i) =>
    leadsTo(blocks[i], blocks[i + 1], sets[i + 1] ?? [])
      ? set.map((each) => ({ ...each, isKept: true }))
      : set,
  );
}

/** A sentence that leads to a table or to points, of which the first stand on its page [DO23]. */
const MOST_LEADING = 400;
/** About a sixth of a page: with a higher beginning of a table, a sentence that says all itself would leave half of it white. */
const MOST_LED_TWIPS = 2400;

function leadsTo(
  block: UprightBlock | undefined,
  next: UprightBlock | undefined,
  set: readonly LayoutBlock[],
): boolean {
  if (block?.block !== 'paragraph' || next === undefined) return false;
  const text = (
    typeof block.text === 'string' ? block.text : block.text.map((run) => run.text).join('')
  ).trim();
  if (text.length > MOST_LEADING) return false;
  if (next.block === 'points' || next.block === 'bullets') return text.endsWith(':');
  const [table] = set.filter((each) => each.set === 'table');
  return table !== undefined && !(text.endsWith('.') && beginningTwips(table) > MOST_LED_TWIPS);
}

function layOutBlock(block: UprightBlock, { widthTwips, places }: Place): LayoutBlock[] {
  switch (block.block) {
    case 'paragraph':
      return [paragraph(block.text, block.align ?? 'justify')];
    case 'heading':
      return [heading(block, places)];
    case 'points':
      return block.points.map((text, i) => {
        const label = block.labels === 'numbers' ? `${i + 1}.` : `${letterLabel(i + 1)})`;
        return line(bound(labelled(label, text)), INDENTED);
      });
    case 'bullets':
      return block.points.map((text) => line(bound(labelled('-', text)), INDENTED));
    case 'table':
      return layOutTable(block, widthTwips);
  }
}

function paragraph(text: Text, align: LayoutLine['align']): LayoutLine {
  return line(bound(text), align === 'justify' ? INDENTED : { align });
}

function heading({ level, text }: { level: 1 | 2 | 3; text: string }, places: number[]): LayoutLine {
  const place = (places[level - 1] ?? 0) + 1;
  places[level - 1] = place;
  places.length = level;
  const labels = { 1: `${romanLabel(place)}.`, 2: `${place}.`, 3: `${letterLabel(place)})` };
  return line(`${labels[level]} ${text}`, { ...INDENTED, bold: true, italic: level === 3, isKept: true });
}

function labelled(label: string, text: Text): Text {
  return typeof text === 'string' ? `${label} ${text}` : [{ text: `${label} ` }, ...text];
}

/** The end of a text whose last word is short: a line of its own would hold nothing but that. */
const SHORT_END = / (?=[^ ]{0,4}\p{P}*$)/u;
const NO_BREAK = '\u00a0';

/** The text with a short last word bound to the one before it [DO23]. */
function bound(text: Text): Text {
  if (typeof text === 'string') return text.replace(SHORT_END, NO_BREAK);
  return text.map((run, i) =>
    i === text.length - 1 ? { ...run, text: run.text.replace(SHORT_END, NO_BREAK) } : run,
  );
}
