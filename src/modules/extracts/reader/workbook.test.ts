import { readFileSync } from 'node:fs';
import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Cell } from './cell.ts';
import { readRight } from './testing/read-all.ts';
import { workbookFiles, writeWorkbook } from './testing/workbook-writer.ts';
import { writeZip } from './testing/zip-writer.ts';
import { columnName, openWorkbook, readSheet, type Workbook } from './workbook.ts';

const fixture = (name: string): Buffer => readFileSync(new URL(`./fixtures/${name}`, import.meta.url));

function opened(content: Uint8Array): Workbook {
  const workbook = openWorkbook(content);
  if (isRefusal(workbook)) throw new Error(`refused: ${workbook.refused}`);
  return workbook;
}

async function cellsOf(xml: string): Promise<readonly Cell[]> {
  const content = writeWorkbook([{ xml: `<worksheet><sheetData>${xml}</sheetData></worksheet>` }]);
  return (await readRight(content)).rows.get(1) ?? [];
}

describe('workbooks of other programs', () => {
  it('a file of the bank and the same file saved again by LibreOffice give the same cells', async () => {
    const bank = await readRight(fixture('group-leaders-bank.xlsx'));
    const again = await readRight(fixture('group-leaders-libreoffice.xlsx'));
    expect([...again.rows]).toEqual([...bank.rows]);
    expect(bank.rows.size).toBe(42);
    expect(bank.rows.get(6)?.slice(1, 5)).toEqual(['004820', '540101', 'Xã Bình Ngọc', 'TXN054010101']);
  });

  it('a workbook written by another library gives what was written', async () => {
    const content = await writeXlsx({
      sheets: [
        {
          name: 'BCQUERY',
          rows: [
            ['Mã xã', 'Dư nợ', 'Ngày vay', 'Tỷ lệ'],
            ['0540101', 50_000_000, new Date(Date.UTC(2026, 9, 31)), 6.6],
            [' Nguyễn & <An> ', -1, null, true],
          ],
        },
      ],
    });
    const { rows, reading } = await readRight(content);
    expect([...rows.values()]).toEqual([
      ['Mã xã', 'Dư nợ', 'Ngày vay', 'Tỷ lệ'],
      ['0540101', 50_000_000, { day: '2026-10-31' }, 6.6],
      [' Nguyễn & <An> ', -1, undefined, 1],
    ]);
    expect(reading.usedRange).toBe('A1:D3');
  });
});

describe('sheets', () => {
  it('come in the order of the workbook, through its relationships, hidden ones marked', async () => {
    const content = writeWorkbook([
      { name: 'Đầu', rows: new Map([[1, ['một']]]) },
      { name: 'Ẩn', state: 'hidden', rows: new Map([[1, ['hai']]]) },
      { name: 'Rất ẩn', state: 'veryHidden', rows: new Map([[1, ['ba']]]) },
    ]);
    expect(opened(content).sheets).toEqual([
      { name: 'Đầu', isHidden: false },
      { name: 'Ẩn', isHidden: true },
      { name: 'Rất ẩn', isHidden: true },
    ]);
    expect((await readRight(content, 1)).rows.get(1)).toEqual(['hai']);
    expect((await readRight(content, 2)).rows.get(1)).toEqual(['ba']);
  });

  it('a wrong declared range is reported and not believed', async () => {
    const rows = new Map(
      Array.from({ length: 369 }, (_, index) => [index + 3, [undefined, index, 'tổ']] as const),
    );
    const { rows: read, reading } = await readRight(writeWorkbook([{ dimension: 'A1:C6', rows }]));
    expect(read.size).toBe(369);
    expect(reading).toEqual({ rows: 369, declaredRange: 'A1:C6', usedRange: 'B3:C371', isStopped: false });
  });

  it('a sheet without rows reads as none', async () => {
    const { reading } = await readRight(writeWorkbook([{}]));
    expect(reading).toEqual({ rows: 0, declaredRange: undefined, usedRange: undefined, isStopped: false });
  });

  it('a reader of rows can stop, and can narrow what is decoded', async () => {
    const rows = new Map(Array.from({ length: 9 }, (_, index) => [index + 1, ['a', index, 'c']] as const));
    const seen: (readonly Cell[])[] = [];
    const reading = await readSheet(opened(writeWorkbook([{ rows }])), 0, ({ number, cells }) => {
      seen.push(cells.slice(0, 3));
      if (number === 1) return { only: new Set([1]) };
      return number === 3 ? 'stop' : undefined;
    });
    expect(seen).toEqual([
      ['a', 0, 'c'],
      [undefined, 1, undefined],
      [undefined, 2, undefined],
    ]);
    expect(reading).toMatchObject({ rows: 3, usedRange: 'A1:C3', isStopped: true });
  });

  it('a mistake in the reader of rows is not taken for a fault of the file', async () => {
    const workbook = opened(writeWorkbook([{ rows: new Map([[1, ['a']]]) }]));
    const reading = readSheet(workbook, 0, () => {
      throw new Error('defect');
    });
    await expect(reading).rejects.toThrow('defect');
  });

  it('files packed without compression, with a comment in the archive, read alike', async () => {
    const files = workbookFiles([{ rows: new Map([[1, ['a', 1]]]) }]);
    const stored = writeZip(files.map((file) => ({ ...file, isStored: true })));
    const comment = Buffer.from('ghi chú');
    stored.writeUInt16LE(comment.length, stored.length - 2);
    expect((await readRight(Buffer.concat([stored, comment]))).rows.get(1)).toEqual(['a', 1]);
  });
});

describe('cells', () => {
  it.each<[string, string, Cell]>([
    ['a whole number with a decimal tail', '<v>280274.0</v>', 280_274],
    ['a number with an exponent', '<v>1.5E-3</v>', 0.0015],
    ['a number of 17 digits, rounded as written', '<v>0.30000000000000004</v>', 0.1 + 0.2],
    ['blanks round a number', '<v> 12 </v>', 12],
    ['minus zero', '<v>-0</v>', 0],
    ['a number that is none stays text', '<v>12 345</v>', '12 345'],
    ['hexadecimal is no number', '<v>0x10</v>', '0x10'],
    ['an empty value', '<v></v>', undefined],
    ['a value that is not there', '', undefined],
    ['a formula with its stored number', '<f>SUM(A1:A9)</f><v>9</v>', 9],
    ['a comment in a value', '<v>1<!-- </c> -->2</v>', 12],
  ])('%s', async (_, inside, expected) => {
    expect(await cellsOf(`<row r="1"><c r="A1">${inside}</c><c r="B1"><v>1</v></c></row>`)).toEqual([
      expected,
      1,
    ]);
  });

  it.each<[string, string, string, Cell]>([
    ['a boolean is 1 or 0', 'b', '<v>1</v>', 1],
    ['an error stays visible as text', 'e', '<v>#N/A</v>', '#N/A'],
    ['a text of a formula', 'str', '<f>A1</f><v>0540101</v>', '0540101'],
    ['a number as text stays text', 'inlineStr', '<is><t>0540101</t></is>', '0540101'],
    ['an ISO day', 'd', '<v>2026-10-31T00:00:00</v>', { day: day('2026-10-31') }],
    [
      'runs are joined',
      'inlineStr',
      '<is><r><t>Xã </t></r><r><t xml:space="preserve"> Bình</t></r></is>',
      'Xã Bình',
    ],
    ['phonetic runs are left out', 'inlineStr', '<is><t>Xã</t><rPh sb="0" eb="1"><t>xx</t></rPh></is>', 'Xã'],
    ['blanks go where they are not preserved', 'inlineStr', '<is><t>\n  Xã </t></is>', 'Xã'],
    [
      'blanks stay where they are preserved',
      'inlineStr',
      '<is><t xml:space="preserve"> Xã </t></is>',
      ' Xã ',
    ],
    ['an empty text is an empty cell', 'inlineStr', '<is><t></t></is>', undefined],
    [
      'entities and references',
      'inlineStr',
      '<is><t>&lt;&amp;&gt;&quot;&apos;&#273;&#x1EBF;</t></is>',
      '<&>"\'đế',
    ],
    ['escaped characters', 'inlineStr', '<is><t>a_x000D_b_x005F_x000D_</t></is>', 'a\rb_x000D_'],
  ])('%s', async (_, type, inside, expected) => {
    expect(
      await cellsOf(`<row r="1"><c r="A1" t="${type}">${inside}</c><c r="B1"><v>1</v></c></row>`),
    ).toEqual([expected, 1]);
  });

  it('texts in many cells are the same string, and a near miss is not', async () => {
    const rows = new Map(
      Array.from(
        { length: 50 },
        (_, row) => [row + 1, ['Xã Bình Ngọc', `Xã ${row}`, 'Xã Bình Ngoc']] as const,
      ),
    );
    const { rows: read } = await readRight(writeWorkbook([{ rows }]));
    expect([...read]).toEqual([...rows]);
  });

  it('days come from styles, in both date systems', async () => {
    const days: Cell[] = ['1904-01-02', '1980-02-29', '2000-02-29', '2026-10-31', '9999-12-31'].map(
      (text) => ({ day: day(text) }),
    );
    for (const is1904 of [false, true]) {
      const content = writeWorkbook([{ rows: new Map([[1, days]]) }], { is1904 });
      expect((await readRight(content)).rows.get(1)).toEqual(days);
    }
  });

  it('a number with a style of another kind stays a number', async () => {
    expect(
      await cellsOf('<row r="1"><c r="A1" s="2"><v>46000</v></c><c r="B1" s="1"><v>46000</v></c></row>'),
    ).toEqual([46_000, { day: day('2025-12-09') }]);
  });

  it('columns are named as in Excel', () => {
    expect([0, 25, 26, 701, 702, 16_383].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
  });
});
