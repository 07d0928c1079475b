import { describe, expect, it } from 'vitest';
import type { Cell } from '../reader/workbook.ts';
import { keptRefusalText } from '../refusal-texts.ts';
import { bankFiles, fileNamed } from '../testing/bank-files.ts';
import { changedFile, columnOf, type EditableRows } from '../testing/changed-file.ts';
import { readInProcess } from '../testing/read-in-process.ts';

const { files } = bankFiles({ loans: 80, communes: 2 });
const report = fileNamed(files, 'bao-cao-31');

const setCell = (row: number, header: string, value: Cell) => (rows: EditableRows) => {
  (rows.get(row) ?? [])[columnOf(rows, header)] = value;
};

const cellsRefused: readonly [header: string, value: Cell, code: string][] = [
  ['Tổng dư nợ', 'năm triệu', 'cellUnreadable'],
  ['Tổng dư nợ', 1_000_000.5, 'cellUnreadable'],
  ['Ngày vay', '31/02/2026', 'cellUnreadable'],
  ['Ngày vay', 46_000, 'cellUnreadable'],
  ['Lãi suất', 'cao', 'cellUnreadable'],
  ['Tình trạng món vay', 'TREO', 'cellUnreadable'],
  ['Nguồn vốn', '7', 'cellUnreadable'],
  ['Ngày GDXA', 32, 'cellUnreadable'],
  ['Mã chương trình', undefined, 'cellUnreadable'],
  ['Số khế ước', 6_600_000_700_000_001, 'contractRounded'],
  ['Mã KH', undefined, 'rowWithoutKey'],
  ['Mã xã', undefined, 'rowWithoutKey'],
  ['Dư nợ quá hạn', 1, 'partsDoNotAddUp'],
  ['Mã PGD', '004821', 'twoOffices'],
  ['Ngày số liệu', '30/09/2026', 'twoDataDates'],
];

describe('a file that cannot be used', { timeout: 60_000 }, () => {
  it.each(cellsRefused)(
    '[EX9] %s = %s is refused as %s with file, sheet, row and column',
    async (header, value, code) => {
      const reading = await readInProcess([await changedFile(report, setCell(8, header, value))]);
      expect(reading.codes).toContain(code);
      expect(reading.summary).toBeUndefined();
      const [refusal] = reading.files[0]?.refusals.filter((one) => one.code === code) ?? [];
      const text = refusal ? keptRefusalText(refusal, report.name) : '';
      expect(text).toContain(report.name);
      expect(text).toContain('BCQUERY');
      expect(text).toMatch(/dòng 8\b/);
      expect(text).not.toContain('{');
    },
  );

  it.each(['Lãi tồn QH', 'Thu nợ khoanh tháng', 'Gốc đã trả', 'Ngày giao dịch gần nhất'])(
    '[EX8] without the column %s a figure or a list would stand at zero: the file is refused',
    async (header) => {
      const without = await changedFile(report, (rows) => {
        const at = columnOf(rows, header);
        for (const [number, cells] of rows) if (number >= 5) cells.splice(at, 1);
      });
      const [file] = (await readInProcess([without])).files;
      expect(file?.refusals).toMatchObject([{ code: 'columnsMissing', data: { columns: header } }]);
    },
  );

  it('[EX9] an unreadable balance is told once, not again as a sum that does not add up', async () => {
    for (const header of ['Tổng dư nợ', 'Dư nợ trong hạn']) {
      const reading = await readInProcess([await changedFile(report, setCell(8, header, 'năm triệu'))]);
      expect(reading.codes).toEqual(['cellUnreadable']);
    }
  });

  it('[EX9] a report 31 without a row below its header says so', async () => {
    const empty = await changedFile(report, (rows) => {
      for (const number of [...rows.keys()]) if (number > 5) rows.delete(number);
    });
    const reading = await readInProcess([empty]);
    expect(reading.codes).toEqual(['noDataRows']);
    expect(reading.summary).toBeUndefined();
  });

  it('[EX9] the refusal of a cell never tells a name', async () => {
    const reading = await readInProcess([
      await changedFile(report, setCell(8, 'Ngày sinh', 'Nguyễn Văn 12')),
    ]);
    expect(JSON.stringify(reading.files[0]?.refusals)).not.toContain('Nguyễn');
    expect(reading.files[0]?.refusals[0]?.data.shape).toBe('ghi chữ (13 ký tự)');
  });

  it.each<[string, Cell, string]>([
    ['Ngày vay', 'Nguyễn Văn 12', 'ghi chữ (13 ký tự)'],
    ['Ngày vay', '31/02/2026', 'ghi “31/02/2026”'],
    ['Mức vay', '50.000.000,5', 'ghi “50.000.000,5”'],
    ['Ngày sinh', '31/02/1970', 'ghi “99/99/9999” (mỗi số 9 thay một chữ số)'],
    ['Ngày vay', '054185123451', 'ghi “999999999999” (mỗi số 9 thay một chữ số)'],
    ['Ngày vay', '0912 345 678', 'ghi “9999 999 999” (mỗi số 9 thay một chữ số)'],
  ])('[EX9] in %s, %s is told as: %s', async (header, value, shape) => {
    const reading = await readInProcess([await changedFile(report, setCell(8, header, value))]);
    expect(reading.files[0]?.refusals[0]?.data.shape).toBe(shape);
  });

  it('[EX9] files beside a refused report do not claim that its contracts are missing there', async () => {
    const frozen = fileNamed(files, 'no-khoanh');
    const broken = await changedFile(report, setCell(8, 'Mã PGD', '004821'));
    const dated = fileNamed(files, 'bcdhtd-011');
    const [, beside] = (await readInProcess([broken, frozen, dated])).files;
    expect(beside).toMatchObject({ state: 'read', rowsMatched: null, notes: [] });
    const [, beforeThat] = (await readInProcess([report, frozen])).files;
    expect(beforeThat?.rowsMatched).toBe(beforeThat?.rows);
  });

  it('[EX9] two rows of a contract with different balances are refused', async () => {
    const twice = await changedFile(report, (rows) => {
      const cells = [...(rows.get(6) ?? [])];
      for (const header of ['Tổng dư nợ', 'Dư nợ trong hạn']) cells[columnOf(rows, header)] = 1;
      rows.set(9_000, cells);
    });
    expect((await readInProcess([twice])).codes).toEqual(['duplicateDiffers']);
  });

  it('[EX9] two different files of a kind are refused, naming both', async () => {
    const other = await changedFile(report, setCell(8, 'Địa chỉ', 'Nơi khác'));
    const reading = await readInProcess([report, { ...other, name: 'khac.xlsx' }]);
    expect(reading.codes).toEqual(['twoOfAKind']);
    expect(reading.files[1]?.refusals[0]?.data).toMatchObject({ file: 'khac.xlsx', other: report.name });
  });

  it('[EX9] [EX7] two reports of two dates say both dates', async () => {
    const september = bankFiles({ date: '2026-09-30', loans: 80, communes: 2 }).files;
    const reading = await readInProcess([report, fileNamed(september, 'bao-cao-31')]);
    expect(reading.codes).toEqual(['twoOfAKindTwoDates']);
    const [, second] = reading.files;
    expect(second).toMatchObject({ state: 'refused', dataDate: '2026-09-30' });
    const [refusal] = second?.refusals ?? [];
    expect(refusal ? keptRefusalText(refusal, undefined) : '').toContain(
      'Mẫu 31, hồ sơ tín dụng chi tiết ngày 30/09/2026, còn tệp “bao-cao-31-2026-10-31.xlsx” cũng là mẫu ấy nhưng ngày 31/10/2026',
    );
  });

  it('[EX9] a sibling file of another office is refused', async () => {
    const other = await changedFile(fileNamed(files, 'to-truong'), (rows) => {
      const at = columnOf(rows, 'Mã PGD');
      for (const [number, cells] of rows) if (number > 5) cells[at] = '004999';
    });
    expect((await readInProcess([report, other])).codes).toEqual(['officesDisagree']);
  });

  it('[EX9] a batch without report 31 is refused', async () => {
    const others = files.filter((file) => file !== report);
    expect((await readInProcess(others)).codes).toContain('report31Missing');
  });

  it('[EX9] what the reader of workbooks refuses carries the name of the file', async () => {
    const reading = await readInProcess([
      { name: 'cu.xls', content: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) },
    ]);
    const [refusal] = reading.files[0]?.refusals ?? [];
    expect(refusal ? keptRefusalText(refusal, 'cu.xls') : '').toContain('“cu.xls”');
  });

  it('[EX6] furniture between the rows is not refused', async () => {
    const furnished = await changedFile(report, (rows) => {
      rows.set(9_000, [...(rows.get(5) ?? [])]);
      rows.set(9_001, [undefined, 'Tổng cộng', undefined, 5]);
      rows.set(9_002, [
        undefined,
        'Người lập biểu',
        undefined,
        undefined,
        'Kiểm soát',
        undefined,
        undefined,
        undefined,
        'Thủ trưởng đơn vị',
      ]);
    });
    const [plain, reading] = [await readInProcess([report]), await readInProcess([furnished])];
    expect(reading.codes).toEqual([]);
    expect(reading.summary?.rows).toEqual(plain.summary?.rows);
  });
});
