import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Paper } from './domain/paper.ts';
import { buildPaper } from './testing/build.ts';
import { buildMinutes } from './testing/build-minutes.ts';
import { buildGroupTable } from './testing/build-tables.ts';
import { inkBox, linesOf } from './testing/poppler.ts';
import { type Press, print } from './testing/press.ts';

/** Lengths at which the end of a table comes to the end of a page and over it. */
const LENGTHS = [...range(19, 31), ...range(55, 65)];

const HIGH = 'Đã báo từng hộ và lấy chữ ký nhận thông báo, hộ hẹn ngày nộp. '.repeat(11);

const papers = {
  ...Object.fromEntries(LENGTHS.map((length) => [`ended${length}`, endedByTable(length)])),
  ...Object.fromEntries(LENGTHS.map((length) => [`within${length}`, buildMinutes(length)])),
  high: endedByTable(6, HIGH),
};
const names = (kind: string) => Object.keys(papers).filter((name) => name.startsWith(kind));

let press: Press;
const both = (name: string) => {
  const { pdf, converted } = press.printed(name);
  return [pdf, converted] as const;
};

beforeAll(async () => {
  press = await print(papers);
});
afterAll(() => press?.close());

describe('the end of a table near the end of a page', () => {
  it.each(Object.keys(papers))('[DO11] %s: the same lines on the same pages in both formats', (name) => {
    const [ours, converted] = both(name);
    expect(linesOf(converted)).toEqual(linesOf(ours));
  });

  it('[DO21] the total stands below two rows at least, and the head above two', () => {
    for (const file of [...names('ended'), ...names('within')].flatMap(both))
      for (const page of linesOf(file)) {
        if (page.some((line) => line.startsWith('Toàn xã')) || page.some((line) => line.startsWith('TT Tổ')))
          expect(rowsOf(page), file).toBeGreaterThanOrEqual(2);
      }
  });

  it('[DO22] signatures below the sentence that closes a table have two of its rows on their page', () => {
    for (const file of names('ended').flatMap(both)) {
      const last = linesOf(file).at(-1) ?? [];
      expect(last.join(' '), file).toMatch(/Toàn xã .*thực hiện\.\/\..*CHỦ TỊCH.*Lê Minh Toàn/);
      expect(rowsOf(last), file).toBeGreaterThanOrEqual(2);
    }
  });

  it('[DO22] rows of half a page are not taken along, and none runs off its page', () => {
    for (const file of both('high')) {
      const pages = linesOf(file);
      expect(pages.flat().join(' ').match(/nộp\./g)).toHaveLength(66);
      for (const page of pages.keys())
        expect(inkBox(file, { page: page + 1, from: 0, to: 297 }).bottom).toBeLessThanOrEqual(277.1);
    }
  });
});

/** A notice that ends in a table, as those of conclusions do; `inCells` stands in the second column of all rows. */
function endedByTable(length: number, inCells?: string): Paper {
  const table = buildGroupTable(length);
  const rows = table.rows.map((cells) =>
    inCells === undefined ? cells : [cells[0] ?? '', inCells, ...cells.slice(2)],
  );
  const closing = 'Thông báo để các đơn vị, cá nhân biết và thực hiện./.';
  return buildPaper({
    body: [
      { ...table, rows },
      { block: 'paragraph', text: closing },
    ],
  });
}

/** Rows of the table on a page: its own number begins each, and a name. */
function rowsOf(page: readonly string[]): number {
  return page.filter((line) => /^\d+ \p{Lu}/u.test(line)).length;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
