import { describe, expect, it } from 'vitest';
import { isValidPhone } from '../../../kernel/phone.ts';
import { CopyLines } from '../reading/copy-text.ts';
import { displayFileName } from './file-name.ts';
import { isFurniture } from './recognise.ts';
import { isRangeWrong } from './used-range.ts';

describe('small parts', () => {
  it('[D7] a declared range is wrong when it leaves out a cell', () => {
    expect(isRangeWrong('A1:C6', 'B2:FT1519')).toBe(true);
    expect(isRangeWrong('B2:FT1520', 'B2:FT1519')).toBe(false);
    expect(isRangeWrong('', 'B2:C3')).toBe(true);
    expect(isRangeWrong('A1', 'A1:A1')).toBe(false);
  });

  it('[D14] a phone has ten digits and begins with 0', () => {
    expect(['0912345678', '912345678', '09123456789', '1912345678'].map(isValidPhone)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('[EX6] totals, signatures and repeated headers are furniture, people are not', () => {
    const headers = [undefined, 'ma cn', 'ten kh'];
    expect(isFurniture([undefined, 'Tổng cộng', 5], headers)).toBe(true);
    expect(isFurniture([undefined, 'Người lập biểu'], headers)).toBe(true);
    expect(isFurniture([undefined, 'Mã CN', 'Tên  KH'], headers)).toBe(true);
    expect(isFurniture([undefined, '005420', 'Tổng Văn Cộng'], headers)).toBe(false);
  });

  it('[EX9] a name is shown without its path and without invisible characters', () => {
    expect(displayFileName('../../etc/bao\u202Ecao\u0000.xlsx')).toBe('baocao.xlsx');
    expect(displayFileName('C:\\tai ve\\Báo cáo.xlsx')).toBe('Báo cáo.xlsx');
    expect(displayFileName('///')).toBe('tệp không tên');
    expect(displayFileName('a'.repeat(300)).length).toBe(120);
  });

  it('[EX17] rows keep tabs, line breaks and backslashes of the file', () => {
    const lines = new CopyLines(8);
    lines.add(['a\tb', 'c\\d', 'e\nf\r', null, true, 5n, '']);
    lines.add(['Đặng Thị Ánh', 'tổ 1\t\u0000🙂', false, -7]);
    expect(new TextDecoder().decode(lines.written())).toBe(
      'a\\tb\tc\\\\d\te\\nf\\r\t\\N\tt\t5\t\nĐặng Thị Ánh\ttổ 1\\t🙂\tf\t-7\n',
    );
  });
});
