import { expect, it } from 'vitest';
import { partWords } from './part-nouns.ts';

it('[GV190] the villages of one commune are called as they are there, of several they are thôn', () => {
  const none = 'Chưa có mã khu phố';
  expect(partWords('village', 'Phường Phú Lâm')).toEqual({ noun: 'khu phố', heading: 'Khu phố', none });
  expect(partWords('village', 'Xã Bình Ngọc')).toMatchObject({ noun: 'thôn', heading: 'Thôn' });
  expect(partWords('village')).toMatchObject({ noun: 'thôn', none: 'Chưa có mã thôn' });
  expect(partWords('group', 'Phường Phú Lâm')).toMatchObject({ noun: 'tổ', heading: 'Tổ' });
});
