import { describe, expect, it } from 'vitest';
import { readTypedDate } from './typed-date.ts';

const whyOf = (text: string) => {
  const read = readTypedDate(text);
  return read.state === 'wrong' ? read.why : read.state;
};

describe('a typed day', () => {
  it.each(['3/11/2026', '03-11-2026', '3.11.2026', ' 03/11/2026 ', '03112026', '2026-11-03', '3 11 2026'])(
    'may be typed or pasted as “%s”',
    (text) => {
      expect(readTypedDate(text)).toEqual({ state: 'day', date: '2026-11-03' });
    },
  );

  it('is empty before anything is typed', () => {
    expect(readTypedDate('  ')).toEqual({ state: 'empty' });
  });

  it('that does not exist is refused with its cause and remedy', () => {
    expect(whyOf('30/02/2026')).toBe('Không có ngày 30 tháng 2: tháng 2/2026 có 28 ngày. Sửa lại số ngày.');
    expect(whyOf('29/02/2028')).toBe('day');
    expect(whyOf('31/11/2026')).toContain('tháng 11/2026 có 30 ngày');
    expect(whyOf('0/11/2026')).toContain('Không có ngày 0');
    expect(whyOf('10/31/2026')).toContain('Không có tháng 31');
    expect(whyOf('03/11/0026')).toContain('Gõ năm bốn chữ số');
    expect(whyOf('3/11/26')).toBe('“3/11/26” không phải một ngày. Gõ ngày/tháng/năm, ví dụ 31/10/2026.');
    expect(whyOf('mai')).toContain('không phải một ngày');
  });
});
