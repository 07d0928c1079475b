import { describe, expect, it } from 'vitest';
import { buildGroupTable } from '../testing/build-tables.ts';
import { layOutTable } from './lay-out-table.ts';
import type { PaperTable } from './paper.ts';

/** Rows of the body that stay together, counted from 1; the head has two rows. */
function togetherOf(table: PaperTable): (readonly [number, number])[] {
  const [, set] = layOutTable(table, 9355);
  if (set?.set !== 'table') throw new Error('no table was set');
  return set.together.map(({ from, to }) => [from - 1, to - 1]);
}

const HIGH = 'Đã báo từng hộ và lấy chữ ký nhận thông báo. '.repeat(5);

/** The table with its rows of those numbers about twelve lines high. */
function withHigh(table: PaperTable, ...high: readonly number[]): PaperTable {
  const rows = table.rows.map((cells, i) =>
    high.includes(i + 1) ? [cells[0] ?? '', HIGH, ...cells.slice(2)] : cells,
  );
  return { ...table, rows };
}

function withoutTotal({ total, ...table }: PaperTable): PaperTable {
  return total === undefined ? table : { ...table };
}

describe('rows that stay together', () => {
  it('[DO21] the first two rows, and the last two with the total', () => {
    expect(togetherOf(buildGroupTable(10))).toEqual([
      [1, 2],
      [9, 11],
    ]);
    expect(togetherOf(withoutTotal(buildGroupTable(10)))).toEqual([
      [1, 2],
      [9, 10],
    ]);
  });

  it('[DO21] a table with no more than those stays whole, one without rows has nothing to keep', () => {
    expect(togetherOf(buildGroupTable(4))).toEqual([
      [1, 2],
      [3, 5],
    ]);
    expect(togetherOf(buildGroupTable(3))).toEqual([[1, 4]]);
    expect(togetherOf(buildGroupTable(1))).toEqual([[1, 2]]);
    expect(togetherOf(withoutTotal(buildGroupTable(0)))).toEqual([]);
  });

  it('[DO21] rows that are high together part, those near the end stay before those of the beginning', () => {
    expect(togetherOf(withHigh(buildGroupTable(10), 1, 2))).toEqual([[9, 11]]);
    expect(togetherOf(withHigh(buildGroupTable(10), 9, 10))).toEqual([
      [1, 2],
      [10, 11],
    ]);
    expect(togetherOf(withHigh(buildGroupTable(3), 1, 2, 3))).toEqual([[3, 4]]);
  });

  it('[DO21] the beginning parts at a quarter of a page: what leads to the table goes with it', () => {
    const rows = (lines: number) =>
      buildGroupTable(10).rows.map((cells) => [
        cells[0] ?? '',
        'Đã báo từng hộ '.repeat(lines),
        ...cells.slice(2),
      ]);
    expect(togetherOf({ ...buildGroupTable(10), rows: rows(3) })).toHaveLength(2);
    expect(togetherOf({ ...buildGroupTable(10), rows: rows(8) })).toHaveLength(1);
  });

  it('[DO21] a table of three high rows begins where it is led to, its last two stay together', () => {
    const results = (words: number) =>
      withoutTotal({
        ...buildGroupTable(3),
        rows: buildGroupTable(3).rows.map((cells) => [
          cells[0] ?? '',
          'Đã báo từng hộ '.repeat(words),
          ...cells.slice(2),
        ]),
      });
    expect(togetherOf(results(2))).toEqual([[1, 3]]);
    expect(togetherOf(results(6))).toEqual([[2, 3]]);
  });
});
