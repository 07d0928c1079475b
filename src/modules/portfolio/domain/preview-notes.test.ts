import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { type PreviewToNote, previewNotes } from './preview-notes.ts';

const commune = (communeCode: string, differenceVnd: bigint | null) => ({
  ...{ communeCode, communeName: `Xã ${communeCode}`, differenceVnd },
});
const openNotes = (changed: Partial<PreviewToNote>) =>
  previewNotes({
    dataDate: day('2026-10-31'),
    ...{ standingVersionNumber: null, versionNumber: 1, droppedFiles: [] },
    headOffice: { differences: [] },
    communes: [commune('540101', 0n), commune('540102', null)],
    programmes: { unknown: [], farRates: [] },
    missingCommunes: [],
    ...changed,
  });
const notesOf = (changed: Partial<PreviewToNote>) => openNotes(changed).map(({ text }) => text);
const opensOf = (changed: Partial<PreviewToNote>) => openNotes(changed).flatMap(({ opens }) => opens);

describe('what is said before a preview is published', () => {
  it('[PF15] [PF17] is nothing where all agrees', () => {
    expect(notesOf({})).toEqual([]);
  });

  it('[PF15] [D13] counts the cells that differ and adds their đồng without signs; pieces are no đồng', () => {
    const differences = [
      { measure: 'outstanding', difference: -300_000_000n },
      { measure: 'in_term', difference: 200_000_000n },
      { measure: 'customers', difference: 7n },
    ];
    expect(notesOf({ headOffice: { differences } })).toEqual([
      'D13: 3 ô của Hội sở chênh với số cộng từ tệp, tổng chênh 500.000.000 đ (cộng không kể dấu), 1 ô về số lượng.',
    ]);
    expect(notesOf({ headOffice: { differences: differences.slice(2) } })).toEqual([
      'D13: 1 ô của Hội sở chênh với số cộng từ tệp, 1 ô về số lượng.',
    ]);
  });

  it('[PF17] counts the communes that do not close', () => {
    const communes = [commune('540101', -5_000_000n), commune('540102', 5_000_000n), commune('540103', 0n)];
    expect(notesOf({ communes })).toEqual([
      '2 xã có dư nợ khác đầu kỳ + giải ngân − thu nợ, tổng chênh 10.000.000 đ (cộng không kể dấu).',
    ]);
  });

  it('[PF90] names unknown programmes and far rates', () => {
    const loans = { loans: 12, outstandingVnd: 600_000_000n };
    const unknown = [{ programmeCode: '77', ...loans }];
    const farRates = [{ programmeCode: '01', rateBpsPerYear: 990, nearestBps: 660, ...loans }];
    expect(notesOf({ programmes: { unknown, farRates } })).toEqual([
      'Mã chương trình 77 chưa có trong danh mục: 12 món, dư nợ 600.000.000 đ. Xem lại mã, hoặc mở chương trình trên trang Chương trình.',
      'Chương trình 01: 12 món lãi suất 9,9%/năm, xa mức gần nhất của danh mục là 6,6%/năm.',
    ]);
  });

  it('[PF3] names the communes that the files lack, by what becomes of them', () => {
    const missingCommunes = [
      { communeName: 'Xã Hòa Thịnh', hasFigures: true },
      { communeName: 'Xã Hòa Mỹ', hasFigures: false },
    ];
    expect(notesOf({ missingCommunes })).toEqual([
      'Tệp thiếu 1 xã: Xã Hòa Mỹ. Ngày 31/10/2026 chưa có số liệu ở đó, không thành 0.',
      'Tệp thiếu 1 xã: Xã Hòa Thịnh. Ở đó ngày 31/10/2026 giữ số của lần ghi trước.',
    ]);
  });

  it('[PF92] each opens what it speaks of: cells, the loans of a commune, of a programme, of a rate', () => {
    expect(opensOf({ headOffice: { differences: [{ measure: 'outstanding', difference: 1n }] } })).toEqual([
      { words: 'Xem 1 ô chênh', of: 'cells' },
    ]);
    expect(opensOf({ communes: [commune('540101', -5n), commune('540102', 0n)] })).toEqual([
      {
        words: 'Xem các món ở Xã 540101',
        ...{ of: 'rows', list: 'unexplained', value: -5n, is: 'amountVnd', communeCode: '540101' },
      },
    ]);
    const loans = { loans: 12, outstandingVnd: 600_000_000n };
    const unknown = [{ programmeCode: '77', ...loans }];
    const farRates = [{ programmeCode: '01', rateBpsPerYear: 990, nearestBps: 660, ...loans }];
    const rows = { words: 'Xem 12 món', of: 'rows', list: 'loans', value: 12, is: 'loans' };
    expect(opensOf({ programmes: { unknown, farRates } })).toEqual([
      { ...rows, programmeCode: '77' },
      { ...rows, programmeCode: '01', rateBpsPerYear: 990 },
    ]);
  });

  it('[PF92] what no rows stand behind opens nothing', () => {
    const missingCommunes = [{ communeName: 'Xã Hòa Mỹ', hasFigures: false }];
    expect(opensOf({ missingCommunes, standingVersionNumber: 1, versionNumber: 2 })).toEqual([]);
  });

  it('[PF2] says which version is replaced', () => {
    expect(notesOf({ standingVersionNumber: 1, versionNumber: 3 })).toEqual([
      'Ngày 31/10/2026 đang có lần ghi 1: ghi sẽ thay bằng lần ghi 3, hoàn tác được.',
    ]);
  });

  it('[PF95] names the files whose figures go with the version that is replaced', () => {
    const droppedFiles = ['groupScores', 'len31ByCommune'];
    expect(notesOf({ standingVersionNumber: 1, versionNumber: 2, droppedFiles })[1]).toBe(
      'Lần ghi 1 còn có bảng chấm điểm tổ, LEN 31, đợt này không có: ghi xong thì ngày 31/10/2026 không còn số của các tệp ấy. Muốn giữ thì thêm các tệp ấy vào đợt này.',
    );
  });
});
