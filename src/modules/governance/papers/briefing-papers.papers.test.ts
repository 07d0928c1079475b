import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COUNTRY } from '../../documents/domain/lay-out-header.ts';
import type { Paper } from '../../documents/index.ts';
import { fontsOf, inkBox, linesOf, pageSize, sizedTexts, wordsOf } from '../../documents/testing/poppler.ts';
import { type Press, print } from '../../documents/testing/press.ts';
import { PAPER_KIND_NAMES, type PaperKind } from '../domain/papers/paper-kinds.ts';
import { buildSources, largeMinutes, withTemplate } from '../testing/build-sources.ts';
import { letterOfMoved } from '../testing/letter-of-moved.ts';
import type { PaperSources } from './gather-papers.ts';
import { writePapers } from './write-papers.ts';

/** What could be taken for an instruction by one of the formats, in parts that an office writes. */
const INSTRUCTIONS = ['#pagebreak()', '$x^2$', '*đậm* _nghiêng_', '<w:br/>&amp;', '= Tiêu đề', ']]>'];

/** So many who stayed away that the first page is filled to a third, or nearly to its end. */
const EXCUSED = [0, 5, 10, 15, 20];

const large = buildSources({ minutes: largeMinutes({ groups: 60, conclusions: 12 }) });
const many = buildSources({ minutes: largeMinutes({ groups: 1, conclusions: 500 }) });
const crowd = buildSources({
  attendees: Array.from({ length: 70 }, (_, i) => ({
    ...(buildSources().attendees[1] as PaperSources['attendees'][number]),
    fullName: `Nguyễn Thị Hoàng Oanh ${i}`,
    capacity: `Tổ trưởng tổ ${26_000 + i}, khu phố Ngọc Phước ${i}`,
  })),
});
const hostile = withTemplate(buildSources(), 'conclusions', {
  opening: INSTRUCTIONS.join(' '),
  issuer: ['#let x = 1', '<b>{ĐƠN VỊ}</b>'],
  recipients: ['@ai', 'Lưu: $VT$'],
});
const draft = buildSources({ closed: null, numbers: [], isSample: true });

const of = (sources: PaperSources, kind: PaperKind, form: 'list' | 'both' = 'list'): readonly Paper[] =>
  writePapers(sources, kind, form);
const papers: Readonly<Record<string, readonly Paper[]>> = {
  ...Object.fromEntries(PAPER_KIND_NAMES.map((kind) => [kind, of(large, kind)])),
  crowd: of(crowd, 'invitation', 'both'),
  manyMinutes: of(many, 'minutes'),
  manyConclusions: of(many, 'conclusions'),
  ...Object.fromEntries(EXCUSED.map((excused) => [`results${excused}`, of(longResults(excused), 'minutes')])),
  moved: [letterOfMoved()],
  hostile: of(hostile, 'conclusions'),
  draft: of(draft, 'minutes'),
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

describe('the papers of a briefing, printed', () => {
  it.each(Object.keys(papers))(
    '[GV60] [DO11] %s: the same lines on the same pages in both formats',
    (name) => {
      const { pdf, converted, pages } = press.printed(name);
      expect(linesOf(converted)).toEqual(linesOf(pdf));
      expect(linesOf(pdf)).toHaveLength(pages);
    },
  );

  it('[GV218] a letter of which all has changed since the one before stands on one page', () => {
    for (const file of both('moved')) {
      const [first = '', ...others] = pagesOf(file);
      expect(others).toEqual([]);
      expect(first).toMatch(
        /đổi ngày họp từ .*; đổi giờ họp từ .*; đổi nơi họp từ .*; đổi tài liệu mang theo.*4. Nội dung: Điểm danh \(8 phút\); /,
      );
    }
  });

  it.each(PAPER_KIND_NAMES)(
    '[DO4] [DO9] [DO17] %s: text of 14 points, header and tables of 12 and 13; smaller are recipients and the note at the foot alone',
    (kind) => {
      for (const file of both(kind)) {
        const texts = sizedTexts(file).filter(({ text }) => text !== '');
        const sizes = new Set(texts.map(({ points }) => points));
        sizes.delete(9);
        expect([...sizes].toSorted()).toEqual([11, 12, 13, 14]);
        const textsOf = (size: number) => texts.flatMap(({ text, points }) => (points === size ? text : []));
        for (const text of textsOf(11)) expect(text).toMatch(/^- .+[;.]$/);
        for (const text of textsOf(9)) expect(text).toMatch(/^Đầu chuỗi nhật ký: /);
      }
    },
  );

  it.each(PAPER_KIND_NAMES)(
    '[GV60] [DO5] %s: A4, its two header blocks centred where they belong',
    (kind) => {
      for (const file of both(kind)) {
        expect(pageSize(file, 1).map(Math.round)).toEqual([210, 297]);
        const words = wordsOf(file)[0] ?? [];
        expect(Math.abs(centreOf(words, COUNTRY) - 150)).toBeLessThanOrEqual(1);
        const number = kind === 'minutes' ? 'Số: 05/BB-NHCS' : 'Số: 05/';
        const issuer =
          kind === 'assignment' || kind === 'results' ? 'XÃ BÌNH NGỌC' : 'PHÒNG GIAO DỊCH TUY HÒA';
        expect(Math.abs(centreOf(words, issuer) - 67.5), issuer).toBeLessThanOrEqual(1);
        expect(pagesOf(file)[0]).toContain(number);
        const left = Math.min(...wordsOf(file).flatMap((page) => page.map((word) => word.left)));
        const right = Math.max(...wordsOf(file).flatMap((page) => page.map((word) => word.right)));
        expect(left).toBeGreaterThanOrEqual(29);
        expect(right).toBeLessThanOrEqual(196);
      }
    },
  );

  it('[DO4] every font is embedded', () => {
    for (const kind of PAPER_KIND_NAMES)
      expect(fontsOf(press.printed(kind).pdf).filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
  });

  it('[DO7] the first page has no number, the others have theirs', () => {
    for (const file of both('minutes')) {
      const heads = wordsOf(file).map((words) =>
        words.filter((word) => word.bottom < 20).map(({ text }) => text),
      );
      expect(heads.length).toBeGreaterThan(3);
      expect(heads).toEqual(heads.map((_, i) => (i === 0 ? [] : [String(i + 1)])));
    }
  });

  it('[DO10] 60 groups, some with long names: no row is broken, the head is on every page of the table', () => {
    for (const file of both('minutes')) {
      const pages = pagesOf(file);
      for (let row = 0; row < 60; row++) {
        const [first, last] = [`đầu${row}`, `cuối${row},`].map((mark) =>
          pages.findIndex((page) => page.split(' ').includes(mark)),
        );
        expect(first, `row ${row}`).toBeGreaterThanOrEqual(0);
        expect(last, `row ${row}`).toBe(first);
      }
      const withRows = pages.filter((page) => /đầu\d/.test(page));
      expect(withRows.length).toBeGreaterThan(1);
      for (const page of withRows) expect(page).toContain('Tổ trưởng, mã tổ');
    }
  });

  it('[DO21] [DO8] results of many words leave no third of a page empty, unless the signatures alone find no room there', () => {
    for (const file of EXCUSED.flatMap((excused) => both(`results${excused}`))) {
      const pages = pagesOf(file);
      const isBeforeEnding = (page: number) =>
        /^(\d+ )?Buổi giao ban kết thúc(?!.*Mã kiểm tra)/.test(pages[page] ?? '');
      for (let page = 1; page < pages.length; page++) {
        const { bottom } = inkBox(file, { page, from: 0, to: 277 });
        if (!isBeforeEnding(page)) expect(bottom, `${file}, ${page}`).toBeGreaterThan(277 - 257 / 3);
      }
    }
  });

  it('[GV60] 500 conclusions are all there, in minutes and notice', () => {
    for (const name of ['manyMinutes', 'manyConclusions'])
      for (const file of both(name)) {
        const text = pagesOf(file).join(' ');
        const found = new Set([...text.matchAll(/Việc (\d+):/g)].map(([, number]) => Number(number)));
        expect(found.size).toBe(500);
      }
  });

  it('[GV64] [DO18] 70 people: the list first, then one page for each, none with a number', () => {
    for (const file of both('crowd')) {
      const pages = pagesOf(file);
      const each = pages.filter((page) => page.includes('Kính gửi: Ông (bà)'));
      expect(each).toHaveLength(70);
      expect(pages.at(-1)).toContain('Oanh 69');
    }
  });

  it('[GV63] [DO13] what an office writes is shown as written, never read as an instruction', () => {
    for (const file of both('hostile')) {
      const text = wordsOf(file)
        .flat()
        .map(({ text: word }) => word)
        .join('');
      for (const written of INSTRUCTIONS) expect(text).toContain(written.replaceAll(' ', ''));
      expect(text).toContain('<b>PHÒNGGIAODỊCHTUYHÒA</b>');
      expect(text).toContain('Lưu:$VT$.');
    }
  });
});

/** What came of a briefing before whose reports, reasons and figures say much, as those of a year's meetings do. */
function longResults(excused: number): PaperSources {
  const { before, minutes } = buildSources();
  const [result] = before?.results ?? [];
  const [attendee] = minutes.attendees;
  if (!before || !result || !attendee) throw new Error('the sample has neither results nor attendees');
  const long = {
    ...result,
    text: 'Kiểm tra sử dụng vốn các món giải ngân trong 30 ngày theo mẫu 06/TD, nộp phiếu về tổ giao dịch',
    ownerName: 'Trần Thị Mai (mẫu), Chủ tịch Hội Liên hiệp Phụ nữ',
    state: 'returned' as const,
    lateDays: 7,
    report: {
      ...{ on: before.heldOn, outcome: 'partly' as const, files: 2 },
      text: 'Đã kiểm tra 3 món, hai hộ đi vắng, con trai hẹn cuối tháng về; '.repeat(3),
    },
    reason: 'Còn hai hộ chưa kiểm tra, gặp lại hộ và nộp phiếu còn thiếu trước giao ban tới',
    figures: 'Theo báo cáo: 3/5 món đã kiểm tra 06/TD',
  };
  const away = {
    ...attendee,
    presence: 'excused',
    fullName: 'Nguyễn Thị Hoàng Oanh (mẫu)',
    note: 'đi tập huấn',
  };
  return buildSources({
    minutes: {
      before: { ...before, results: Array.from({ length: 5 }, () => long) },
      attendees: [...minutes.attendees, ...Array.from({ length: excused }, () => away)],
    },
  });
}

type Word = ReturnType<typeof wordsOf>[number][number];

function centreOf(words: readonly Word[], text: string): number {
  const wanted = text.split(' ');
  const start = words.findIndex((_, i) => wanted.every((word, j) => words[i + j]?.text === word));
  if (start < 0) throw new Error(`“${text}” is not on the page`);
  return ((words[start]?.left ?? 0) + (words[start + wanted.length - 1]?.right ?? 0)) / 2;
}
