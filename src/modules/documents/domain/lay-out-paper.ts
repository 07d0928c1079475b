import { endingTogether } from './ending-together.ts';
import { layOutBlocks } from './lay-out-body.ts';
import { layOutEnding } from './lay-out-ending.ts';
import { layOutHeader } from './lay-out-header.ts';
import { type Layout, type LayoutBlock, type LayoutSection, textWidthTwips } from './layout.ts';
import { gap, line } from './lines.ts';
import { PAPER_TYPES, romanLabel } from './official-format.ts';
import type { Annex, Paper, PaperBlock } from './paper.ts';
import { printablePaper } from './printable-paper.ts';

const SAMPLE_MARK = 'DỮ LIỆU MẪU';
const DRAFT_MARK = 'DỰ THẢO';

type UprightBlock = Exclude<PaperBlock, { block: 'landscape' }>;

/** A paper ready for both formats, and the characters of its text that had to give way. */
export type LaidOutPaper = { readonly layout: Layout; readonly unprintable: readonly string[] };

/**
 * Sets papers that are printed together, as the invitations of one meeting: each begins a page and counts its own
 * [DO18]. Title, issuer, day, mark and note of the file are those of the first.
 *
 * @throws RangeError when there is no paper, and as {@link layOutPaper}
 */
export function layOutPapers(papers: readonly Paper[]): LaidOutPaper {
  const laidOut = papers.map(layOutPaper);
  const [first] = laidOut;
  if (first === undefined) throw new RangeError('no paper to set');
  return {
    layout: { ...first.layout, sections: laidOut.flatMap(({ layout }) => layout.sections) },
    unprintable: [...new Set(laidOut.flatMap(({ unprintable }) => unprintable))],
  };
}

/**
 * Sets a paper by the rules for administrative papers: the one place that decides how papers look, so that both
 * formats show the same text in the same order at the same places [DO11].
 *
 * @throws RangeError when a row of a table does not fill its columns
 */
export function layOutPaper(raw: Paper): LaidOutPaper {
  const { paper, unprintable } = printablePaper(raw);
  const annexes = paper.annexes.map((annex, i) => layOutAnnex(annex, i, paper.annexes.length));
  const layout: Layout = {
    title: [PAPER_TYPES[paper.type].name, paper.abstract].filter(Boolean).join(' - '),
    issuer: paper.header.issuer.join(' '),
    on: paper.on,
    mark: markOf(paper),
    footNote: paper.footNote,
    sections: [...layOutMain(paper), ...annexes],
  };
  return { layout, unprintable };
}

/** What stands across every page: that the paper is a draft, that its data are samples, or both [DO16] [DO19]. */
function markOf({ isDraft, isSample }: Paper): string | null {
  const marks = [...(isDraft ? [DRAFT_MARK] : []), ...(isSample ? [SAMPLE_MARK] : [])];
  return marks.length === 0 ? null : marks.join(' - ');
}

/** The paper itself: wherever it turns its pages, a new section begins. */
function layOutMain(paper: Paper): LayoutSection[] {
  const places: number[] = [];
  const stretches = stretchesOf(paper.body).map(({ isLandscape, blocks }) => ({
    isLandscape,
    blocks: layOutBlocks(blocks, { widthTwips: textWidthTwips(isLandscape), places }),
  }));
  const grounds = paper.grounds.map((text) =>
    line(text, { align: 'justify', italic: true, firstLineTwips: 720 }),
  );
  const last = stretches.length - 1;
  return stretches.map(({ isLandscape, blocks }, i) => ({
    isLandscape,
    isCountedAnew: i === 0,
    blocks: [
      ...(i === 0 ? [...layOutHeader(paper), ...grounds] : []),
      ...(i === last ? endingTogether(blocks, layOutEnding(paper)) : blocks),
    ],
  }));
}

type Stretch = { readonly isLandscape: boolean; readonly blocks: UprightBlock[] };

/** The body cut where pages turn; it begins and ends upright, as header and signatures do. */
function stretchesOf(body: readonly PaperBlock[]): Stretch[] {
  const stretches: Stretch[] = [{ isLandscape: false, blocks: [] }];
  for (const block of body) {
    if (block.block !== 'landscape') stretches.at(-1)?.blocks.push(block);
    else stretches.push({ isLandscape: true, blocks: [...block.blocks] }, { isLandscape: false, blocks: [] });
  }
  return stretches;
}

function layOutAnnex(annex: Annex, index: number, count: number): LayoutSection {
  const label = count === 1 ? 'Phụ lục' : `Phụ lục ${romanLabel(index + 1)}`;
  const centred = { align: 'center', isKept: true, afterTwips: 0 } as const;
  const head: LayoutBlock[] = [
    line(label, { ...centred, bold: true }),
    line(annex.title.toLocaleUpperCase('vi'), { ...centred, bold: true }),
    line(`(${annex.belongsTo})`, { ...centred, italic: true }),
    gap(240, { isKept: true }),
  ];
  return {
    isLandscape: annex.isLandscape,
    isCountedAnew: true,
    blocks: [
      ...head,
      ...layOutBlocks(annex.blocks, { widthTwips: textWidthTwips(annex.isLandscape), places: [] }),
    ],
  };
}
