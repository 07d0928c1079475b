import { expect, test } from 'vitest';
import { withoutPersonalNumbers } from './personal-numbers.ts';

test.each([
  ['số cũ 0912345678, CCCD 054123456789', 'số cũ …, CCCD …'],
  ['gọi 0912 345 678 hay 0912.345.678', 'gọi … hay …'],
  ['CMND 221234567.', 'CMND ….'],
  ['khế ước 6600000700000246 còn nợ', 'khế ước 6600000700000246 còn nợ'],
  ['thu 1.234.567.890 đ ngày 23/11/2026, tổ 0026000', 'thu 1.234.567.890 đ ngày 23/11/2026, tổ 0026000'],
])('[GV108] of “%s” the minutes print “%s”', (said, printed) => {
  expect(withoutPersonalNumbers(said)).toBe(printed);
});
