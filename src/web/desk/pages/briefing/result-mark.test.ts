import { expect, it } from 'vitest';
import { resultMark } from './result-mark.ts';

it.each([
  [{ state: 'done', lateDays: 2 }, 'good', 'Xong, trễ 2 ngày'],
  [{ state: 'unreported', lateDays: 3 }, 'bad', 'Chưa có báo cáo, trễ 3 ngày'],
  [{ state: 'unreported', lateDays: 0 }, 'dim', 'Chưa có báo cáo'],
  [{ state: 'reported', lateDays: 1 }, 'plain', 'Đã báo cáo, chờ nhận kết quả, trễ 1 ngày'],
  [{ state: 'returned', lateDays: 0 }, 'warn', 'Trả lại, phải làm lại'],
  [{ state: 'cancelled', lateDays: 0 }, 'dim', 'Đã hủy'],
] as const)('%o is told as %s: %s', (result, tone, words) => {
  expect(resultMark(result)).toMatchObject({ tone, words });
});
