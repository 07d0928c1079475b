import { expect, test } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { cutOffWords, sessionHour } from './briefing.ts';

test('without a network what is written is promised to be sent by itself, what else is pressed is said to wait', () => {
  const [, promised, rest] = cutOffWords(true).split('. ');
  expect(promised).toMatch(/^Cứ ghi tiếp: kết luận, khó khăn, .* tự gửi khi có mạng lại$/);
  expect(rest).toMatch(/^Bắt đầu, kết thúc, .* chờ có mạng\.$/);
});

test('whoever does not write in the meeting is promised nothing about sending', () =>
  expect(cutOffWords(false)).not.toMatch(/gửi|ghi/));

test('the hour of the session is told as that of the session, and of no meeting on another day', () => {
  const heldOn = day('2026-11-12');
  expect(sessionHour({ startsAt: '07:30', heldOn, metOn: heldOn })).toBe('phiên từ 07:30');
  expect(sessionHour({ startsAt: null, heldOn, metOn: heldOn })).toBe('');
  expect(sessionHour({ startsAt: '07:30', heldOn, metOn: day('2026-11-23') })).toBe('');
});
