import { expect, test } from 'vitest';
import { cutOffWords } from './briefing.ts';

test('without a network only new conclusions are promised to be sent by themselves, the rest is said to wait', () => {
  const [, promised, rest] = cutOffWords(true).split('. ');
  expect(promised).toMatch(/^Kết luận mới .* tự gửi khi có mạng lại$/);
  expect(rest).toMatch(/^Điểm danh, khó khăn .* chờ có mạng rồi ghi\.$/);
});

test('whoever does not write conclusions is promised nothing about sending', () =>
  expect(cutOffWords(false)).not.toMatch(/gửi|ghi/));
