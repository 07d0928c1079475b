import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { TableTop, WrittenRow } from './table-sheet.ts';
import { type TableStart, writeTable } from './write-table.ts';

const top: TableTop = {
  head: ['Nợ quá hạn'],
  columns: [
    { heading: 'Mã', kind: 'text', width: 10 },
    { heading: 'Tiền', kind: 'number', width: 10 },
  ],
};
const start = (format: TableStart['format']): TableStart => ({ top, format, isMarked: false });

/** So many rows, three at a time. */
async function* slicesOf(rows: number): AsyncGenerator<readonly WrittenRow[]> {
  for (let at = 0; at < rows; at += 3)
    yield Array.from({ length: Math.min(3, rows - at) }, (_, i) => [`0${at + i}`, BigInt(at + i)]);
}

/** The sheet of a workbook, which is the last of its parts. */
function sheetOf(workbook: Uint8Array): string {
  const [bytes, path] = [Buffer.from(workbook), 'xl/worksheets/sheet1.xml'];
  return inflateRawSync(bytes.subarray(bytes.indexOf(path) + path.length)).toString('utf8');
}

describe('a table written beside the thread that answers', { timeout: 30_000 }, () => {
  it('has the rows of all its slices in order, whatever else is written meanwhile', async () => {
    const [seven, two] = await Promise.all([
      writeTable(start('csv'), slicesOf(7)),
      writeTable(start('csv'), slicesOf(2)),
    ]);
    const linesOf = (bytes: Uint8Array) =>
      Buffer.from(bytes).toString('utf8').trimEnd().split('\r\n').slice(2);
    expect(linesOf(seven)).toEqual(Array.from({ length: 7 }, (_, i) => `0${i};${i}`));
    expect(linesOf(two)).toEqual(['00;0', '01;1']);
  });

  it('[PF40] a workbook is one sheet, however many slices it came in, and the same rows are the same bytes', async () => {
    const bytes = await writeTable(start('xlsx'), slicesOf(7));
    const sheet = sheetOf(bytes);
    expect([...sheet.matchAll(/<row r="(\d+)">/g)].map(([, number]) => Number(number))).toEqual(
      Array.from({ length: 9 }, (_, i) => i + 1),
    );
    expect(sheet).toContain('<c r="A9" s="4" t="inlineStr"><is><t xml:space="preserve">06</t></is></c>');
    expect(sheet).toContain('<autoFilter ref="A2:B9"/>');
    expect(await writeTable(start('xlsx'), slicesOf(7))).toEqual(bytes);
  });

  it('what fetching the rows throws is thrown, and the next file is written', async () => {
    async function* broken(): AsyncGenerator<readonly WrittenRow[]> {
      yield [['0', 0n]];
      throw new Error('the connection is gone');
    }
    await expect(writeTable(start('csv'), broken())).rejects.toThrow('the connection is gone');
    expect(Buffer.from(await writeTable(start('csv'), slicesOf(1))).toString('utf8')).toMatch(/00;0\r\n$/);
  });
});
