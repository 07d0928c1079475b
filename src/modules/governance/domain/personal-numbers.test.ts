import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatVnd } from '../../../kernel/money.ts';
import { withoutLongNumbers, withoutPersonalNumbers } from './personal-numbers.ts';

test.each([
  ['số cũ 0912345678, CCCD 054123456789', 'số cũ …, CCCD …'],
  ['gọi 0912 345 678 hay 0912.345.678', 'gọi … hay …'],
  ['gọi 091 234 5678, 0912 345678 hay 09 12 34 56 78', 'gọi …, … hay …'],
  ['gọi +84 912 345 678, (0257) 384 1234 hay (0257)3841234', 'gọi …, … hay …'],
  ['gọi 0912345678 0987654321', 'gọi … …'],
  ['CMND 221234567.', 'CMND ….'],
  ['CCCD 054 123 456 789', 'CCCD …'],
  ['CMND 225 123 456–5 triệu', 'CMND …–5 triệu'],
  ['CCCD 054123456789 15/11/2026', 'CCCD … 15/11/2026'],
  // Words that begin like a unit of money, and marks without a blank behind them.
  ['0912345678 đã gọi, 0912 345 678 đến nhà, 221234567 được cấp', '… đã gọi, … đến nhà, … được cấp'],
  ['SĐT.0912345678, chị Hạnh,0912345678', 'SĐT.…, chị Hạnh,…'],
  ['0912 345 678 25 triệu', '… 25 triệu'],
  // As word processors, contact pages and hurried people set them apart.
  ['gọi 0912–345–678, 0912\u2011345\u2011678 hay 0912−345−678', 'gọi …, … hay …'],
  ['gọi 0912\u00a0345\u00a0678, 0912,345,678, 0912/1987/65 hay 0912_345_678', 'gọi …, …, … hay …'],
  ['gọi ０９１２３４５６７８', 'gọi …'],
  ['gọi 0912345678,0987654321 hay 0912345678/0987654321', 'gọi …,… hay …/…'],
  ['gọi 0257/3841/234, 024,3825,1234, 02573,841,234 hay 0257_3841_234', 'gọi …, …, … hay …'],
  ['CCCD 001/099/012/345, 001,099,012,345 hay 001_099_012_345', 'CCCD …, … hay …'],
  [
    'thu 1.050.000.000 đ của 0912345678, 2.000.000.000, 0912 345 678',
    'thu 1.050.000.000 đ của …, 2.000.000.000, …',
  ],
  ['gọi +84.912.345.678 hay 0905.000.000', 'gọi … hay …'],
  ['CMND 221234567 đồng ý cho bán, 0912 345 678 đồng thời báo', 'CMND … đồng ý cho bán, … đồng thời báo'],
])('[GV108] of “%s” the minutes print “%s”', (said, printed) => {
  expect(withoutPersonalNumbers(said)).toBe(printed);
});

test.each([
  'khế ước 6600000700000246 còn nợ',
  'thu 1.234.567.890 đ ngày 23/11/2026, tổ 0026000',
  'thu 1.234.567.890 ngày 5, 123.456.789 ngày 6',
  'thu 1234567890 đồng, 123 456 789 đ, 123456789,5 đ',
  'thu 150000000 VNĐ, 150 000 000 vnd',
  'họp 05-11-2026 10 giờ, 23.11.2026 lúc 10',
  'tổ 0026000 180 triệu, 500 món',
  'dư nợ 18.567 triệu 30/09/2026',
  'thu 123,456,789 đồng, 123.456.789,25 đồng',
  'tổ 0260001,180 món, 0260001, 180 món, mẫu 06/11/2026_345',
  'từ 05/11/2026 đến 05/12/2026, 0912/25, 05/11/2026/345',
  'vay tối đa 2.000.000.000 đồng, cả xã 1 050 000 000 đ hay 15,020,300,000 đ',
  'thửa 012/345/678, số 045/2026/126',
  'hồ sơ 12-2026-345, chứng từ 100250 100251, lãi tồn tăng +123.456.789 so với tháng trước',
  'số 023/2026/126, số 0212/2025/123, thửa 012/345/678_901, 012/3456/78/901',
])('[GV108] “%s” is printed as it stands', (said) => {
  expect(withoutPersonalNumbers(said)).toBe(said);
});

test('[GV43] the hall sees no contract either', () => {
  expect(withoutLongNumbers('khế ước 6600000700000246 còn nợ 100.000.000 đ, gọi 0912 345 678')).toBe(
    'khế ước … còn nợ 100.000.000 đ, gọi …',
  );
});

test('[GV108] whatever amount is written in thousands stands as it is, also from one to another', () => {
  const vnd = fc.bigInt({ min: 1_000n, max: 99_000_000_000_000n });
  // Noughts in the middle are where an amount looks like an identity number.
  const round = fc.bigInt({ min: 1n, max: 20_000n }).map((times) => times * 50_000_000n);
  const amount = fc.oneof(vnd, round);
  fc.assert(
    fc.property(amount, amount, fc.constantFrom('–', '-', ' – ', ' đến '), (from, to, between) => {
      const said = `giao từ ${formatVnd(from)}${between}${formatVnd(to)} đồng trong tháng`;
      expect(withoutPersonalNumbers(said)).toBe(said);
      expect(withoutLongNumbers(said)).toBe(said);
    }),
  );
});
