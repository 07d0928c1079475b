import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { judgeChange, missingOf } from './conclusion.ts';

const line = {
  text: 'Kiểm tra 06/TD hai món còn lại',
  ownerSeat: 'associationHead:12',
  ownerName: 'Trần Thị Mai (mẫu), Hội Liên hiệp Phụ nữ',
  dueOn: day('2026-11-27'),
};

describe('a change of a conclusion', () => {
  it.each([
    ['against the version that stands', 3, 'Kiểm tra xong', 'applied'],
    ['against an older version', 2, 'Kiểm tra xong', 'conflict'],
    ['against an older version, saying the same', 2, line.text, 'unchanged'],
    ['that changes nothing', 3, line.text, 'unchanged'],
  ] as const)('[GV8] %s', (_, baseVersion, text, outcome) => {
    const standing = { ...line, version: 3, isRemoved: false };
    expect(judgeChange(standing, { ...line, text, baseVersion })).toBe(outcome);
  });

  it('[GV8] another day or owner is another content', () => {
    const standing = { ...line, version: 2, isRemoved: false };
    expect(judgeChange(standing, { ...line, dueOn: null, baseVersion: 1 })).toBe('conflict');
    expect(judgeChange(standing, { ...line, ownerSeat: null, baseVersion: 2 })).toBe('applied');
  });

  it.each([1, 2])(
    '[GV8] of a line that was removed is never hidden beside it, written against version %i',
    (baseVersion) => {
      const removed = { ...line, version: 2, isRemoved: true };
      expect(judgeChange(removed, { ...line, text: 'Vẫn cần', baseVersion })).toBe('applied');
      expect(judgeChange(removed, { ...line, baseVersion })).toBe('applied');
    },
  );
});

describe('a conclusion at the closing', () => {
  it('[GV9] needs an owner and a day; a body without a seat is an owner too', () => {
    expect(missingOf(line)).toEqual([]);
    expect(missingOf({ ...line, ownerSeat: null, ownerName: 'Ban giảm nghèo' })).toEqual([]);
    expect(missingOf({ ...line, ownerSeat: null, ownerName: null, dueOn: null })).toEqual(['owner', 'dueOn']);
  });
});
