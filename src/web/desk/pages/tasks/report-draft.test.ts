import { describe, expect, it } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { type ReportDraft, readReport, writeReport } from './report-draft.ts';

const held = new Map<string, string>();
const store = {
  getItem: (key: string) => held.get(key) ?? null,
  setItem: (key: string, value: string) => void held.set(key, value),
  removeItem: (key: string) => void held.delete(key),
};
const fresh = (): ReportDraft => ({
  eventId: 'mới' as Id,
  text: '',
  outcome: 'done',
  doneOn: day('2026-11-23'),
  records: [],
  sent: [],
  isWaiting: false,
});
const place = { userId: 'người', communeId: 'xã', subjectId: 'việc' };

describe('the draft of a report', () => {
  it('is kept as it is until the server has it, each person’s and each task’s apart', () => {
    const draft = { ...fresh(), eventId: 'một' as Id, text: 'Đã làm', isWaiting: true };
    writeReport(store, place, draft);
    expect(readReport(store, place, fresh)).toEqual(draft);
    expect(readReport(store, { ...place, userId: 'khác' }, fresh)).toEqual(fresh());
    writeReport(store, place, null);
    expect(readReport(store, place, fresh)).toEqual(fresh());
  });

  it('of another version of the page is begun anew', () => {
    held.set('giaoban.report.người.xã.việc', '{');
    expect(readReport(store, place, fresh)).toEqual(fresh());
  });
});
