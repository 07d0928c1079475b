import { describe, expect, it } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { hourWords, vietnamTime } from './hours.ts';
import { communeWords, officeWords } from './place-words.ts';
import { countResults, lateDays } from './results.ts';
import { slipsOf } from './slips.ts';

const conclusion = (ownerSeat: string | null, ownerName: string | null, text = 'Việc') => ({
  id: text,
  text,
  ownerSeat,
  ownerName,
  dueOn: day('2026-12-15'),
});

describe('words of papers', () => {
  it.each([
    ['Xã Bình Ngọc', 'xã Bình Ngọc', 'Bình Ngọc'],
    ['Phường Phú Lâm', 'phường Phú Lâm', 'Phú Lâm'],
    ['Đặc khu Phú Quý', 'đặc khu Phú Quý', 'Phú Quý'],
    ['Thị trấn La Hai', 'thị trấn La Hai', 'La Hai'],
    ['Vân Hòa', 'xã Vân Hòa', 'Vân Hòa'],
    ['Xã', 'xã Xã', 'Xã'],
  ])('%s is named %s on paper', (registered, full, name) => {
    expect(communeWords(registered)).toMatchObject({ full, name });
  });

  it('an office is named in full, without what marks it as a sample', () => {
    expect(officeWords('PGD Tuy Hòa (dữ liệu mẫu)')).toBe('Phòng giao dịch Tuy Hòa');
    expect(officeWords('Chi nhánh Đắk Lắk')).toBe('Chi nhánh Đắk Lắk');
  });

  it('hours are those of Vietnam, also past midnight', () => {
    expect(vietnamTime('2026-11-23T03:05:00Z')).toEqual({ on: '2026-11-23', hour: '10 giờ 05 phút' });
    expect(vietnamTime('2026-11-23T17:00:00Z')).toEqual({ on: '2026-11-24', hour: '0 giờ' });
    expect(hourWords('07:30')).toBe('7 giờ 30 phút');
  });
});

describe('slips and results', () => {
  it('[GV66] one slip for each owner, in the order of first mention; nobody has none', () => {
    const slips = slipsOf([
      conclusion('associationHead:12', 'Trần Thị Mai, Hội Liên hiệp Phụ nữ', 'Một'),
      conclusion(null, 'Ban giảm nghèo', 'Hai'),
      conclusion('associationHead:12', 'Trần Thị Mai, Hội Liên hiệp Phụ nữ', 'Ba'),
      conclusion(null, null, 'Bốn'),
      conclusion('villageHead:5401', 'Trưởng thôn Ngọc Lãng', 'Năm'),
    ]);
    expect(
      slips.map(({ personName, conclusions }) => [personName, conclusions.map(({ text }) => text)]),
    ).toEqual([
      ['Trần Thị Mai', ['Một', 'Ba']],
      [null, ['Hai']],
      [null, ['Năm']],
    ]);
  });

  it('[GV67] late counts from the day after the deadline, not for what is done', () => {
    const dueOn = day('2026-11-20');
    expect(lateDays({ state: 'unreported', dueOn }, day('2026-11-20'))).toBe(0);
    expect(lateDays({ state: 'unreported', dueOn }, day('2026-11-21'))).toBe(1);
    expect(lateDays({ state: 'done', dueOn }, day('2026-12-21'))).toBe(0);
    expect(lateDays({ state: 'working', dueOn: null }, day('2026-12-21'))).toBe(0);
  });

  it('[GV67] counts what is done of what was given, the share rounded half up', () => {
    const result = (state: 'done' | 'unreported') => ({
      ...{ text: '', ownerName: '', evidence: null },
      state,
      dueOn: day('2026-11-20'),
    });
    const results = [...Array(4).fill(result('done')), ...Array(2).fill(result('unreported'))];
    expect(countResults(results, day('2026-11-23'))).toEqual({
      ...{ given: 6, done: 4, unreported: 2, late: 2 },
      doneBps: 6667,
    });
    expect(countResults([], day('2026-11-23')).doneBps).toBeNull();
  });
});
