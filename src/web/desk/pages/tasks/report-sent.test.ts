import { expect, it } from 'vitest';
import type { Id } from '../../../../kernel/ids.ts';
import { reportSentWords } from './report-sent.ts';

const REPORT = {
  ...{ eventId: 'r' as Id, kind: 'reported' as const, at: '2026-11-28T02:49:00.000Z' },
  ...{ byName: 'Trần Thị Mai', writtenFor: null },
};
const whole = (state: 'received' | 'reported' | 'returned', ...events: (typeof REPORT)[]) => ({
  ...{ events, task: { state }, hasReported: false },
});
const WAITS = 'chờ Chủ tịch UBND hoặc ngân hàng nhận kết quả.';

it('[GV245] a report that went is told with its hour as long as it waits to be taken', () => {
  expect(reportSentWords(whole('received'), undefined, true)).toBeUndefined();
  expect(reportSentWords(whole('reported', REPORT), undefined, true)).toBe(
    `Đã gửi báo cáo lúc 09:49 ngày 28/11/2026, ${WAITS}`,
  );
  expect(reportSentWords(whole('returned', REPORT), undefined, true)).toBeUndefined();
});

it('[GV245] one that the page does not show yet is told at once, a supplement too', () => {
  const sent = `Đã gửi báo cáo, ${WAITS}`;
  expect(reportSentWords(whole('received'), 'r' as Id, true)).toBe(sent);
  expect(reportSentWords(whole('reported', REPORT), 'of-supplement' as Id, true)).toBe(sent);
});

it('[GV245] [GV35] one that bank or chair wrote down says so to the owner, and to who wrote it that it went', () => {
  const writtenFor = { ...REPORT, byName: 'Võ Thanh Hà', writtenFor: 'Trần Thị Mai' };
  const told = { ...whole('reported'), events: [writtenFor] };
  expect(reportSentWords(told, undefined, true)).toBe(
    `Võ Thanh Hà đã ghi thay báo cáo lúc 09:49 ngày 28/11/2026, ${WAITS}`,
  );
  expect(reportSentWords({ ...told, hasReported: true }, undefined, false)).toMatch(/^Đã gửi báo cáo lúc/);
  expect(reportSentWords(told, undefined, false)).toBeUndefined();
  expect(
    reportSentWords({ ...whole('reported', REPORT), hasReported: true }, undefined, false),
  ).toBeUndefined();
});
