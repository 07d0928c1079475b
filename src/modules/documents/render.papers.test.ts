import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COUNTRY, MOTTO } from './domain/lay-out-header.ts';
import type { Paper, PaperTable } from './domain/paper.ts';
import { buildPaper } from './testing/build.ts';
import { buildAssignment } from './testing/build-assignment.ts';
import { buildConclusions } from './testing/build-conclusions.ts';
import { buildInvitation } from './testing/build-invitation.ts';
import { buildMinutes } from './testing/build-minutes.ts';
import { buildResults } from './testing/build-results.ts';
import { buildGroupTable } from './testing/build-tables.ts';
import {
  fontsOf,
  inkBox,
  inkShare,
  linesOf,
  type PlacedWord,
  pageSize,
  pdfInfo,
  rulesOf,
  wordsOf,
} from './testing/poppler.ts';
import { type Press, print } from './testing/press.ts';

/** What could be taken for an instruction by one of the formats. */
const INSTRUCTIONS = [
  '#let x = 1',
  '#pagebreak()',
  '$x^2$',
  '*đậm*',
  '_nghiêng_',
  '@tham-chiếu',
  '= Tiêu đề',
  '- gạch đầu dòng',
  '`mã`',
  '<w:br/>',
  '&amp;',
  ']]>',
  '\\u{61}',
  '/* ẩn */',
  '// ẩn',
  '"nháy"',
];
const LONG_WORD = 'dàikhôngdứt'.repeat(30);
const LONG_NAME = 'Nguyễn Thị Hoàng Oanh '.repeat(23).trim();

const papers = {
  invitation: buildInvitation(),
  minutes: buildMinutes(),
  conclusions: { ...buildConclusions(), isSample: false },
  sample: buildConclusions(),
  assignment: buildAssignment(),
  results: buildResults(70),
  hostile: hostilePaper(),
  tall: buildPaper({ body: [tallTable()] }),
  ...manyLengths(),
};

let press: Press;
const both = (name: string) => {
  const { pdf, converted } = press.printed(name);
  return [pdf, converted] as const;
};

const pagesOf = (file: string) => linesOf(file).map((lines) => lines.join(' '));

beforeAll(async () => {
  press = await print(papers);
});
afterAll(() => press?.close());

describe('the pages of papers in both formats', () => {
  it.each(['tall', 'text70'])('[DO4] %s: A4, left 30, right 15, top and bottom 20 mm', (name) => {
    for (const file of both(name)) {
      expectNear(pageSize(file, 1), [210, 297]);
      const { left, right, top, bottom } = inkBox(file, { page: 1, from: 0, to: 297 });
      // Capitals begin a millimetre below the top of their line.
      expectNear([left, right, top], [30, 195, 21]);
      expect(bottom).toBeLessThanOrEqual(277.1);
      expect(bottom).toBeGreaterThan(265);
    }
  });

  it('[DO4] sideways pages have the same margins', () => {
    for (const file of both('results')) {
      expectNear(pageSize(file, 2), [297, 210]);
      const { left, right, top } = inkBox(file, { page: 2, from: 18, to: 190 });
      expectNear([left, right, top], [30, 282, 21]);
    }
  });

  it('[DO5] issuer and number on the left, country, motto, place and day on the right, each centred', () => {
    for (const file of both('invitation')) {
      const words = wordsOf(file)[0] ?? [];
      expectNear(
        [centreOf(words, 'PHÒNG GIAO DỊCH TUY HÒA'), centreOf(words, 'Số: 05/GM-NHCS')],
        [67.5, 67.5],
      );
      expectNear(
        [COUNTRY, MOTTO, 'Bình Ngọc, ngày 05 tháng 02 năm 2027'].map((text) => centreOf(words, text)),
        [150, 150, 150],
      );
      expectNear([centreOf(words, 'GIẤY MỜI')], [112.5]);
    }
  });

  it('[DO5] the motto has a rule of its own length, issuer and abstract one of a third to half of theirs', () => {
    for (const file of both('invitation')) {
      const words = wordsOf(file)[0] ?? [];
      const widthOf = (text: string) => {
        const found = phrase(words, text);
        return (found.at(-1)?.right ?? 0) - (found[0]?.left ?? 0);
      };
      const [first, second, third, ...more] = rulesOf(file, 70).toSorted((a, b) => a.length - b.length);
      expect(more).toEqual([]);
      const shares = [
        (first?.length ?? 0) / widthOf('PHÒNG GIAO DỊCH TUY HÒA'),
        (second?.length ?? 0) / widthOf('Giao ban tháng 02 năm 2027 tại xã Bình Ngọc'),
      ];
      for (const share of shares) {
        expect(share).toBeGreaterThan(1 / 3);
        expect(share).toBeLessThan(1 / 2);
      }
      expect(Math.abs((third?.length ?? 0) - widthOf(MOTTO))).toBeLessThan(2);
    }
  });

  it('[DO7] numbers are centred in the top margin from the second page on; the first has none', () => {
    for (const file of both('minutes')) {
      const heads = wordsOf(file).map((words) => words.filter((word) => word.bottom < 20));
      expect(heads.map((words) => words.map(({ text }) => text))).toEqual([[], ['2'], ['3'], ['4']]);
      for (const [word] of heads.slice(1))
        expectNear([((word?.left ?? 0) + (word?.right ?? 0)) / 2], [112.5]);
    }
  });

  it('[DO15] an annex counts its own pages, the first unnumbered', () => {
    for (const file of both('results')) {
      const pages = wordsOf(file);
      const heads = pages.map((words) => words.filter((word) => word.bottom < 20).map(({ text }) => text));
      const annex = pages.findIndex((words) => phrase(words, 'Phụ lục').length > 0);
      expect(annex).toBe(3);
      expect(heads.flat()).toEqual(['2', '3', '2', '3']);
      expect(heads[annex]).toEqual([]);
    }
  });

  it('[DO17] the note stands at the foot of every page, in the bottom margin', () => {
    for (const file of both('minutes')) {
      const feet = wordsOf(file).map((words) => words.filter((word) => word.top > 277));
      expect(
        feet.map((words) =>
          words
            .map(({ text }) => text)
            .slice(0, 4)
            .join(' '),
        ),
      ).toEqual(Array(4).fill('Đầu chuỗi nhật ký:'));
    }
  });

  it('[DO4] every font is embedded, and no other than that of the paper', () => {
    const { pdf } = press.printed('minutes');
    expect(fontsOf(pdf)).toEqual(
      expect.arrayContaining(
        ['Tinos-Regular', 'Tinos-Bold', 'Tinos-Italic', 'Tinos-BoldItalic'].map((name) => ({
          name,
          isEmbedded: true,
        })),
      ),
    );
    expect(fontsOf(pdf).filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
  });

  it('[DO12] metadata carry title, issuer, language and the day of the paper', () => {
    const { pdf } = press.printed('invitation');
    const info = pdfInfo(pdf);
    expect(info.Title).toBe('GIẤY MỜI - Giao ban tháng 02 năm 2027 tại xã Bình Ngọc');
    expect(info.Author).toBe('PHÒNG GIAO DỊCH TUY HÒA');
    expect(info.CreationDate).toContain('2027');
    expect(readFileSync(pdf).toString('latin1')).toMatch(/\/Lang\s*\(vi-VN\)/);
  });

  it('[DO16] the mark of samples is on the page of both, the text as without it', () => {
    const [ours, converted] = both('sample');
    expect(inkShare(ours)).toBeGreaterThan(1.15 * inkShare(press.printed('conclusions').pdf));
    expect(inkShare(converted)).toBeGreaterThan(1.15 * inkShare(press.printed('conclusions').converted));
    expect(linesOf(converted)).toEqual(linesOf(press.printed('conclusions').converted));
  });
});

describe('the same in both formats', () => {
  const same = ['invitation', 'minutes', 'conclusions', 'assignment', 'results', 'tall'] as const;

  it.each(same)('[DO11] %s: the same lines on the same pages', (name) => {
    const { pdf, converted, pages } = press.printed(name);
    expect(linesOf(converted)).toEqual(linesOf(pdf));
    expect(linesOf(pdf)).toHaveLength(pages);
  });

  it.each(same)('[DO11] %s: every word within a millimetre', (name) => {
    const [ours = [], converted = []] = both(name).map((file) =>
      wordsOf(file).map((words) => words.toSorted(inOrder)),
    );
    ours.forEach((words, page) => {
      words.forEach((word, i) => {
        const other = converted[page]?.[i];
        expect(other?.text).toBe(word.text);
        expectNear([other?.left ?? 0, other?.bottom ?? 0], [word.left, word.bottom]);
      });
    });
  });

  it('[DO11] the same number of pages at every length of a table and of a text', () => {
    const lengths = Object.keys(manyLengths());
    const counted = lengths.map((name) => [name, ...both(name).map((file) => linesOf(file).length)]);
    expect(counted.filter(([, ours, converted]) => ours !== converted)).toEqual([]);
    expect(new Set(counted.map(([, pages]) => pages)).size).toBeGreaterThan(3);
  });

  it('[DO8] the page of a signature has the line before it too', () => {
    const isSigned = (page: string) => /TM\. ỦY BAN NHÂN DÂN|CHỦ TRÌ/.test(page);
    for (const file of Object.keys(manyLengths()).flatMap(both))
      expect(pagesOf(file).find(isSigned), file).toContain('./.');
  });

  it('[DO8] minutes of any length end on a page with two lines above the signatures; some with no more, some with all that finds room', () => {
    const minutes = Object.keys(manyLengths()).filter((name) => name.startsWith('table'));
    const ends = minutes.flatMap(both).map((file) => pagesOf(file).at(-1) ?? '');
    for (const end of ends) expect(end).toMatch(/Buổi giao ban kết thúc .* ký tên dưới đây\.\/\..*CHỦ TRÌ/);
    const isEndingAlone = (end: string) => /^(\d+ )?Buổi giao ban kết thúc/.test(end);
    expect(new Set(ends.map(isEndingAlone))).toEqual(new Set([true, false]));
  });
});

describe('tables over several pages', () => {
  it('[DO10] no row is broken, the head is on every page, the total on the last', () => {
    for (const file of both('tall')) {
      const pages = linesOf(file).map((lines) => lines.join(' '));
      expect(pages.length).toBeGreaterThan(3);
      for (let row = 1; row <= 60; row++) {
        const marks = [`đầu${row}`, `giữa${row}`, `cuối${row}`].map((mark) =>
          pages.findIndex((page) => page.split(' ').includes(mark)),
        );
        expect(new Set(marks).size, `row ${row}`).toBe(1);
        expect(marks[0]).toBeGreaterThanOrEqual(0);
      }
      expect(pages.filter((page) => page.includes('Tổ trưởng'))).toHaveLength(pages.length);
      expect(pages.at(-1)).toContain('Toàn xã');
    }
  });
});

describe('hostile text', () => {
  it('[DO13] stands on the page as it was written, in both formats', () => {
    for (const file of both('hostile')) {
      const text = spaceless(wordsOf(file));
      for (const written of INSTRUCTIONS) expect(text).toContain(written.replace(/\s/g, ''));
      expect(text).toContain('emoji□hết');
      expect(text).toContain('xoaychiềuhết');
    }
  });

  it('[DO14] a word without end and a name of 500 letters are all there, within the margins', () => {
    for (const file of both('hostile')) {
      const words = wordsOf(file);
      expect(spaceless(words)).toContain(LONG_WORD);
      expect(words.flat().filter(({ text }) => text === 'Oanh').length).toBeGreaterThanOrEqual(46);
      expect(Math.max(...words.flat().map(({ right }) => right))).toBeLessThanOrEqual(196);
    }
  });

  it('[DO11] changes no number of pages', () => {
    const { pages, converted } = press.printed('hostile');
    expect(linesOf(converted)).toHaveLength(pages);
  });
});

function hostilePaper(): Paper {
  return buildPaper({
    abstract: '#let tiêu-đề = [*a*] $',
    body: [
      { block: 'bullets', points: INSTRUCTIONS },
      { block: 'paragraph', text: 'emoji\u{1f600}hết xoay\u202echiều\u0007\u200dhết' },
      { block: 'paragraph', text: `trước ${LONG_WORD} sau` },
      {
        ...buildGroupTable(0),
        rows: [
          ['1', LONG_NAME, LONG_WORD.slice(0, 66), '1', '2', '3', '4', '#x'],
          ...buildGroupTable(2).rows,
        ],
      },
      { block: 'paragraph', text: LONG_NAME },
    ],
    signatures: [{ lines: ['CHỦ TỊCH #1'], name: '=*_`$' }],
    recipients: ['@ai', ...INSTRUCTIONS],
  });
}

/** Rows of three lines each, which a page cannot hold without a rest. */
function tallTable(): PaperTable {
  const { rows, ...table } = buildGroupTable(60);
  return {
    ...table,
    rows: rows.map(([place = '', , hamlet = '', ...others]) => [
      place,
      `đầu${place} Nguyễn Thị Hoàng Oanh giữa${place} con ông Đặng Ngọc Hạnh cuối${place}`,
      hamlet,
      ...others,
    ]),
  };
}

function manyLengths() {
  const sentence = 'Hội Liên hiệp Phụ nữ xã phối hợp Công an xã xác minh nơi ở theo Thông báo 05/TB-UBND. ';
  const lengths = Array.from({ length: 24 }, (_, i) => i * 3 + 1);
  const tables = lengths.map((length) => [`table${length}`, buildMinutes(length)] as const);
  const texts = lengths.map((length) => {
    const body = Array.from({ length }, (_, i) => ({
      block: 'paragraph' as const,
      text: `${sentence.repeat(1 + ((i * 7) % 4))}${i === length - 1 ? './.' : ''}`,
    }));
    return [`text${length}`, buildPaper({ body })] as const;
  });
  return Object.fromEntries([...tables, ...texts]);
}

function expectNear(values: readonly number[], wanted: readonly number[]): void {
  values.forEach((value, i) => {
    expect(Math.abs(value - (wanted[i] ?? Number.NaN)), `${value} for ${wanted[i]}`).toBeLessThanOrEqual(1);
  });
}

/** The words of a phrase where they stand together. */
function phrase(words: readonly PlacedWord[], text: string): PlacedWord[] {
  const wanted = text.split(' ');
  const start = words.findIndex((_, i) => wanted.every((word, j) => words[i + j]?.text === word));
  return start < 0 ? [] : words.slice(start, start + wanted.length);
}

function centreOf(words: readonly PlacedWord[], text: string): number {
  const found = phrase(words, text);
  return ((found[0]?.left ?? 0) + (found.at(-1)?.right ?? 0)) / 2;
}

function inOrder(a: PlacedWord, b: PlacedWord): number {
  return a.text < b.text ? -1 : a.text > b.text ? 1 : Math.round(a.top - b.top) || a.left - b.left;
}

function spaceless(pages: readonly (readonly PlacedWord[])[]): string {
  return pages
    .flat()
    .map(({ text }) => text)
    .join('');
}
