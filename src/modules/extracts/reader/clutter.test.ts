import { describe, expect, it } from 'vitest';
import { isRefusal, refusalText } from '../../../kernel/refusal.ts';
import { DEFAULT_LIMITS, type ReaderLimits } from './limits.ts';
import { READER_REFUSALS } from './refusals.ts';
import { readAll } from './testing/read-all.ts';
import { workbookFiles, writeWorkbook } from './testing/workbook-writer.ts';
import { writeZip } from './testing/zip-writer.ts';

const SMALL: ReaderLimits = { ...DEFAULT_LIMITS, emptyElements: 1000, smallPartElements: 1000 };

function rows(xml: string): Buffer {
  return writeWorkbook([{ name: 'BCQUERY', xml: `<worksheet><sheetData>${xml}</sheetData></worksheet>` }]);
}

function withPart(name: string, content: string): Buffer {
  const files = workbookFiles([{ name: 'BCQUERY', rows: new Map([[1, ['Mã xã', 540101]]]) }]);
  return writeZip(files.map((file) => (file.name === name ? { ...file, content } : file)));
}

/** The sentence of the refusal; 'read' when there is none. */
async function answer(content: Buffer, limits?: ReaderLimits): Promise<string> {
  const outcome = await readAll(content, 0, limits);
  return isRefusal(outcome) ? refusalText(READER_REFUSALS, outcome) : 'read';
}

const CLUTTERED_SHEET = /^Trang “BCQUERY”.*: phần phụ .* nhiều hơn hẳn số liệu/;
const CELL = '<c><v>1</v></c>';

describe('a sheet of wrapping without figures', () => {
  it('is refused at the limits of every day, near the row where it became too much', async () => {
    const content = rows(`<row>${CELL}${'<z/>'.repeat(60)}</row>`.repeat(5_000));
    expect(await answer(content)).toMatch(/^Trang “BCQUERY” gần dòng 4\d{3}: phần phụ/);
  });

  it.each([
    ['foreign elements', '<z/>'],
    ['foreign elements with content', '<z>a</z>'],
    ['foreign elements in a cell', '<c><z/></c>'],
    ['comments', '<!---->'],
    ['instructions', '<?a?>'],
    ['empty CDATA', '<c><v><![CDATA[]]></v></c>'],
    ['empty runs', '<c t="inlineStr"><is><r></r></is></c>'],
    ['empty texts', '<c t="inlineStr"><is><t/></is></c>'],
    ['empty values', '<c><v/></c>'],
    ['empty cells in odd writing', '<c ></c>'],
  ])('%s are counted', async (_, piece) => {
    const content = rows(`<row>${piece.repeat(50)}</row>`.repeat(30));
    expect(await answer(content, SMALL)).toMatch(CLUTTERED_SHEET);
    expect(await answer(content)).toBe('read');
  });

  it('is what has more elements than its filled cells allow, not one more', async () => {
    const limits = { ...DEFAULT_LIMITS, emptyElements: 10, elementsPerFilled: 5 };
    // The filled cell is taken at one leap and allows five; worksheet and sheetData are two.
    const content = (elements: number) => rows(`<row>${CELL}${'<z/>'.repeat(elements)}</row>`);
    expect(await answer(content(13), limits)).toBe('read');
    expect(await answer(content(14), limits)).toMatch(CLUTTERED_SHEET);
  });

  it('is what has more bytes than its filled cells allow: blanks, and cells that are empty', async () => {
    // Bytes are weighed a piece of 256 KiB at a time.
    const limits = { ...DEFAULT_LIMITS, emptyBytes: 300_000, bytesPerFilled: 128 };
    const filledWith = (text: string) =>
      rows(`<row>${text.repeat(40)}</row>`.repeat(600_000 / (40 * text.length)));
    expect(await answer(filledWith('     '), limits)).toMatch(CLUTTERED_SHEET);
    expect(await answer(filledWith('<c s="1"/>'), limits)).toMatch(CLUTTERED_SHEET);
    expect(await answer(filledWith(CELL), limits)).toBe('read');
  });
});

describe('another part of wrapping', () => {
  it.each([
    ['xl/sharedStrings.xml', `<sst>${`<si>${'<r/>'.repeat(20)}</si>`.repeat(100)}</sst>`],
    ['xl/sharedStrings.xml', `<sst>${'<si/>'.repeat(2000)}</sst>`],
    ['xl/sharedStrings.xml', `<sst>${'<!---->'.repeat(2000)}</sst>`],
    ['xl/styles.xml', `<styleSheet><cellXfs>${'<xf/>'.repeat(2000)}</cellXfs></styleSheet>`],
    ['xl/workbook.xml', `<workbook><sheets>${'<sheet/>'.repeat(2000)}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', `<Relationships>${'<!---->'.repeat(2000)}</Relationships>`],
  ])('%s is refused by its place', async (name, content) => {
    expect(await answer(withPart(name, content), SMALL)).toBe(
      `${name} có quá nhiều phần phụ so với nội dung. Tệp này không an toàn nên không mở. Xuất lại từ chương trình của ngân hàng.`,
    );
  });

  it('one shared text that is longer than a cell holds is refused by its number', async () => {
    const run = `<r><t>${'a'.repeat(50_000)}</t></r>`;
    const content = withPart('xl/sharedStrings.xml', `<sst><si><t>a</t></si><si>${run.repeat(3)}</si></sst>`);
    expect(await answer(content)).toMatch(/^Bảng chữ dùng chung, chữ thứ 2: dài quá mức của một ô/);
  });

  it('a tag of endless attributes is not looked at', async () => {
    const attributes = Array.from({ length: 4000 }, (_, n) => ` a${n}=""`).join('');
    expect(await answer(rows(`<row${attributes}/>`))).toMatch(/viết sai cấu trúc/);
  });
});
