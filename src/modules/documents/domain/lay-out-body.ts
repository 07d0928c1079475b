import { layOutTable } from './lay-out-table.ts';
import type { LayoutBlock, LayoutLine } from './layout.ts';
import { INDENT_TWIPS, line } from './lines.ts';
import { letterLabel, romanLabel } from './official-format.ts';
import type { PaperBlock, Text } from './paper.ts';

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
  return blocks.flatMap((block) => layOutBlock(block, place));
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
        return line(labelled(label, text), INDENTED);
      });
    case 'bullets':
      return block.points.map((text) => line(labelled('-', text), INDENTED));
    case 'table':
      return layOutTable(block, widthTwips);
  }
}

function paragraph(text: Text, align: LayoutLine['align']): LayoutLine {
  return line(text, align === 'justify' ? INDENTED : { align });
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
