import { describe, expect, it } from 'vitest';
import { chairTitle, partTitle, placeTitles } from './titles-of-place.ts';

const head = (capacity: string) => ({ part: 'villageHead', capacity });

describe('[GV190] parts of a meeting go by the kind of the place', () => {
  it.each([
    ['Xã Bình Ngọc', 'Lãnh đạo UBND xã', 'Công an xã', 'Trưởng thôn'],
    ['Phường Phú Lâm', 'Lãnh đạo UBND phường', 'Công an phường', 'Trưởng khu phố'],
    ['Đặc khu Côn Đảo', 'Lãnh đạo UBND đặc khu', 'Công an đặc khu', 'Trưởng khu phố'],
  ])('%s: %s, %s, %s', (communeName, chair, police, villageHead) => {
    const titles = placeTitles(communeName, []);
    expect(partTitle('communeChair', titles)).toBe(chair);
    expect(chairTitle('communeChair', titles)).toBe(chair);
    expect(partTitle('communePolice', titles)).toBe(police);
    expect(partTitle('villageHead', titles)).toBe(villageHead);
    expect(partTitle('groupLeader', titles)).toBe('Tổ trưởng Tổ TK&VV');
    expect(chairTitle('teamLeader', titles)).toBe('Tổ trưởng Tổ giao dịch xã');
  });

  it('village heads go by the villages on the list, each kind once', () => {
    const listed = [
      head('Trưởng thôn Sơn Long'),
      head('Trưởng buôn Krông'),
      head('Trưởng thôn Hai'),
      { part: 'other', capacity: 'Trưởng ấp 1' },
    ];
    expect(partTitle('villageHead', placeTitles('Xã Sơn Long', listed))).toBe('Trưởng thôn, buôn');
    expect(partTitle('villageHead', placeTitles('Xã Sơn Long', [head('Trưởng khu phố 1')]))).toBe(
      'Trưởng khu phố',
    );
  });

  it('minutes that keep no titles stay as they were closed', () => {
    expect(partTitle('communePolice')).toBe('Công an xã');
    expect(chairTitle('communeChair')).toBe('Lãnh đạo UBND xã');
  });
});
