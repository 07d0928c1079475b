import { expect, test } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { cutOffWords, openWords, plannedHour } from './briefing.ts';

test('without a network what is written is promised to be sent by itself, what else is pressed is said to wait', () => {
  const [, promised, rest] = cutOffWords(true).split('. ');
  expect(promised).toMatch(/^Cứ ghi tiếp: kết luận, khó khăn, .* tự gửi khi có mạng lại$/);
  expect(rest).toMatch(/^Bắt đầu, kết thúc, .* chờ có mạng\.$/);
});

test('whoever does not write in the meeting is promised nothing about sending', () =>
  expect(cutOffWords(false)).not.toMatch(/gửi|ghi/));

test('[GV114] the hour of the meeting is told, until it is known the session that it follows, and of no meeting on another day', () => {
  const heldOn = day('2026-11-12');
  const session = { state: 'preparing' as const, startsAt: '07:30', meetsAt: '10:30', heldOn, metOn: heldOn };
  expect(plannedHour(session)).toBe('lúc 10:30');
  expect(plannedHour({ ...session, meetsAt: null })).toBe('sau phiên từ 07:30');
  expect(plannedHour({ ...session, meetsAt: null, startsAt: null })).toBe('');
  expect(plannedHour({ ...session, metOn: day('2026-11-23') })).toBe('');
});

test('[GV104] a meeting of an earlier day is said to be written down, not to be going on since an hour of today', () => {
  const opened = { openedAt: '2026-11-23T05:20:00.000Z', metOn: day('2026-11-23') };
  expect(openWords(opened)).toBe('Đang họp, từ 12:20');
  expect(openWords({ ...opened, metOn: day('2026-11-05') })).toBe('Đang ghi lại');
});

test.each(['open', 'closed', 'cancelled'] as const)(
  '[GV114] a meeting that is %s tells no planned hour: it has its own, or none',
  (state) => {
    const heldOn = day('2026-11-12');
    expect(plannedHour({ state, startsAt: '07:30', meetsAt: '10:30', heldOn, metOn: heldOn })).toBe('');
  },
);
