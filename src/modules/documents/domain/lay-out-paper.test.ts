import { describe, expect, it } from 'vitest';
import { buildPaper } from '../testing/build.ts';
import { buildGroupTable } from '../testing/build-tables.ts';
import { layOutPaper, layOutPapers } from './lay-out-paper.ts';
import type { LayoutBlock, LayoutLine, LayoutTable } from './layout.ts';
import type { Paper, PaperTable } from './paper.ts';

const linesOf = (block: LayoutBlock): readonly LayoutLine[] =>
  block.set === 'line'
    ? [block]
    : [...block.rows.flat().flatMap((cell) => cell.lines), ...block.below.flatMap(linesOf)];
const textOf = (line: LayoutLine) =>
  line.runs
    .map((run) => run.text)
    .join('')
    .replaceAll('\u00a0', ' ');
const textsOf = (paper: Paper) =>
  layOutPaper(paper).layout.sections.map((section) =>
    section.blocks.flatMap(linesOf).map(textOf).filter(Boolean),
  );
const tableOf = (table: PaperTable): LayoutTable => {
  const { layout } = layOutPaper(buildPaper({ body: [table] }));
  const found = layout.sections[0]?.blocks.find((block) => block.set === 'table' && block.isRuled);
  if (found?.set !== 'table') throw new Error('no table was set');
  return found;
};

describe('a paper as it is set', () => {
  it('[DO6] headings count by level, lower ones anew below each higher one, on over turned pages', () => {
    const heading = (level: 1 | 2 | 3, text: string) => ({ block: 'heading', level, text }) as const;
    const paper = buildPaper({
      body: [
        ...[heading(1, 'M'), heading(2, 'N'), heading(2, 'O'), heading(3, 'P'), heading(3, 'Q')],
        { block: 'landscape', blocks: [heading(2, 'R')] },
        ...[heading(1, 'S'), heading(2, 'T')],
      ],
    });
    const labelled = textsOf(paper)
      .flat()
      .filter((text) => /^\S+ [M-T]$/.test(text));
    expect(labelled).toEqual(['I. M', '1. N', '2. O', 'a) P', 'b) Q', '3. R', 'II. S', '1. T']);
  });

  it('[DO9] recipients are closed by semicolons, the last by a full stop', () => {
    const texts = textsOf(buildPaper({ recipients: ['Như trên', 'Lưu: VT'] })).flat();
    expect(texts).toEqual(expect.arrayContaining(['Nơi nhận:', '- Như trên;', '- Lưu: VT.']));
  });

  it('[DO8] the line before a signature stays with it, unless it is too long to move', () => {
    const lineBefore = (text: string) => {
      const { layout } = layOutPaper(buildPaper({ body: [{ block: 'paragraph', text }] }));
      return layout.sections[0]?.blocks.flatMap(linesOf).find((line) => textOf(line) === text);
    };
    expect(lineBefore('Hết./.')?.isKept).toBe(true);
    expect(lineBefore('dài '.repeat(200).trim())?.isKept).toBe(false);
  });

  it('[DO8] the last paragraph stays with a signature, up to two before it while there are less than two lines; a table or a long one ends that', () => {
    const keptOf = (texts: readonly string[]) => {
      const body = texts.map((text) => ({ block: 'paragraph' as const, text }));
      const { layout } = layOutPaper(buildPaper({ body }));
      const lines = layout.sections[0]?.blocks.flatMap(linesOf) ?? [];
      return texts.map((text) => lines.find((line) => textOf(line) === text)?.isKept);
    };
    const long = 'dài '.repeat(174).trim();
    expect(keptOf(['Một.', 'Hai.', 'Ba.', 'Bốn.'])).toEqual([false, true, true, true]);
    expect(keptOf(['Một.', 'Hai.', long, 'Bốn.'])).toEqual([false, false, true, true]);
    expect(keptOf([long, `${long} nữa`])).toEqual([false, true]);
    const [line, twoLines] = ['dài '.repeat(29).trim(), 'dài '.repeat(30)];
    expect(keptOf(['Một.', 'Hai.', `${line}.`])).toEqual([false, true, true]);
    expect(keptOf(['Một.', 'Hai.', `${twoLines}.`])).toEqual([false, false, true]);
    const { layout } = layOutPaper(
      buildPaper({
        body: [
          { block: 'paragraph', text: 'Đầu' },
          { block: 'paragraph', text: 'Trên' },
          buildGroupTable(1),
          { block: 'paragraph', text: 'Hết.' },
        ],
      }),
    );
    const kept = layout.sections[0]?.blocks.flatMap(linesOf).filter(({ isKept }) => isKept) ?? [];
    expect(kept.map(textOf)).toContain('Hết.');
    expect(kept.map(textOf)).not.toContain('Đầu');
  });

  it('[DO15] each annex is a section that counts anew; several are numbered', () => {
    const annex = { title: 'Số liệu', belongsTo: 'Kèm theo …', isLandscape: true, blocks: [] };
    const { layout } = layOutPaper(buildPaper({ annexes: [annex, annex] }));
    expect(layout.sections.map(({ isLandscape, isCountedAnew }) => [isLandscape, isCountedAnew])).toEqual([
      [false, true],
      [true, true],
      [true, true],
    ]);
    const [, first, second] = textsOf(buildPaper({ annexes: [annex, annex] }));
    expect([first?.[0], second?.[0]]).toEqual(['Phụ lục I', 'Phụ lục II']);
    expect(textsOf(buildPaper({ annexes: [annex] }))[1]?.slice(0, 2)).toEqual(['Phụ lục', 'SỐ LIỆU']);
  });

  it('[DO10] cells below one that spans rows move on; widths make up the whole', () => {
    const { rows, headRows, widthsTwips } = tableOf(buildGroupTable(1));
    expect(headRows).toBe(2);
    expect(rows[1]?.map((cell) => cell.column)).toEqual([4, 5, 6]);
    expect(rows.at(-1)?.map((cell) => [cell.column, cell.columns])[0]).toEqual([0, 3]);
    expect(widthsTwips.reduce((sum, width) => sum + width, 0)).toBe(9355);
  });

  it('[DO10] a row with too few or too many cells is a defect', () => {
    const table = { ...buildGroupTable(1), rows: [['1']] };
    expect(() => tableOf(table)).toThrow(RangeError);
    expect(() => tableOf({ ...table, rows: [Array<string>(9).fill('x')] })).toThrow(RangeError);
  });

  it('[DO13] what had to give way anywhere in a paper is named', () => {
    const paper = buildPaper({
      abstract: 'Kết luận 😀',
      signatures: [{ lines: ['CHỦ TỊCH'], name: 'Lê\u202e Minh Toàn' }],
    });
    expect(layOutPaper(paper).unprintable).toEqual(['😀', 'U+202E']);
  });

  it('[DO16] [DO17] mark and note go onto every page when they are there', () => {
    const { layout } = layOutPaper(buildPaper({ isSample: true, footNote: 'Đầu chuỗi' }));
    expect([layout.mark, layout.footNote]).toEqual(['DỮ LIỆU MẪU', 'Đầu chuỗi']);
    expect(layOutPaper(buildPaper()).layout.mark).toBeNull();
  });

  it('[DO18] papers printed together are one file, each counting its own pages', () => {
    const { layout, unprintable } = layOutPapers([
      buildPaper({ abstract: 'Một' }),
      buildPaper({ abstract: 'Hai 😀' }),
    ]);
    expect(layout.title).toBe('THÔNG BÁO - Một');
    expect(layout.sections.map(({ isCountedAnew }) => isCountedAnew)).toEqual([true, true]);
    expect(unprintable).toEqual(['😀']);
    expect(() => layOutPapers([])).toThrow(RangeError);
  });

  it('[DO19] [DO16] a draft says so across its pages, beside the mark of samples', () => {
    const markOf = (paper: Partial<Paper>) => layOutPaper(buildPaper(paper)).layout.mark;
    expect(markOf({})).toBeNull();
    expect(markOf({ isDraft: true })).toBe('DỰ THẢO');
    expect(markOf({ isDraft: true, isSample: true })).toBe('DỰ THẢO - DỮ LIỆU MẪU');
  });
});
