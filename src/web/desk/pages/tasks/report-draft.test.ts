import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { blankReport, readReport, reportMark, writeReport } from './report-draft.ts';

const held = new Map<string, string>();
const store = {
  getItem: (key: string) => held.get(key) ?? null,
  setItem: (key: string, value: string) => void held.set(key, value),
  removeItem: (key: string) => void held.delete(key),
};
const blank = blankReport(
  { assignmentId: 'chức vụ', title: 'Rà soát', doneOn: day('2026-11-23') },
  () => 'một' as Id,
);
const place = { userId: 'người', communeId: 'xã', subjectId: 'việc' };
const photo = { fileId: 'ảnh' as Id, name: 'tai-cho.jpg' };
const failure = { message: 'Tệp này không phải ảnh.' };

beforeEach(() => held.clear());

describe('the draft of a report', () => {
  it('is kept as it is until the server has it, each person’s and each task’s apart', () => {
    const draft = { ...blank, text: 'Đã làm', doneTyped: '23/1', isWaiting: true };
    writeReport(store, place, draft);
    expect(readReport(store, place)).toEqual(draft);
    expect(readReport(store, { ...place, userId: 'khác' })).toBeUndefined();
    writeReport(store, place, null);
    expect(readReport(store, place)).toBeUndefined();
  });

  it('of which an older version of the page kept less is blank in the rest; what cannot be read is begun anew', () => {
    held.set('giaoban.report.người.xã.việc', '{"eventId":"cũ","text":"Đã làm","isWaiting":true}');
    expect(readReport(store, place)).toMatchObject({
      eventId: 'cũ',
      text: 'Đã làm',
      chosen: [],
      failure: null,
    });
    held.set('giaoban.report.người.xã.việc', '{');
    expect(readReport(store, place)).toBeUndefined();
  });

  it('that a tab kept before its commune was named is found again, and kept with it from then on', () => {
    held.set('giaoban.report.người.việc', '{"eventId":"cũ","text":"Đã làm"}');
    expect(readReport(store, place)?.text).toBe('Đã làm');
    expect([...held.keys()]).toEqual(['giaoban.report.người.xã.việc']);
  });

  it('is marked as what it is: being written, waiting, refused; one that holds nothing is not', () => {
    const written = { ...blank, text: 'Đã làm' };
    const waitingPhoto = { ...photo, isPhoto: true, isKept: true };
    expect(reportMark(blank)).toBeUndefined();
    expect(reportMark({ ...blank, doneOn: null, outcome: 'partly' })).toBeUndefined();
    expect(reportMark(written)).toBe('draft');
    expect(reportMark({ ...blank, sent: [photo] })).toBe('draft');
    expect(reportMark({ ...written, isWaiting: true })).toBe('waiting');
    expect(reportMark({ ...blank, chosen: [waitingPhoto] })).toBe('waiting');
    expect(reportMark({ ...written, failure })).toBe('refused');
    expect(reportMark({ ...blank, refusedFiles: [{ ...photo, failure }] })).toBe('refused');
    expect(reportMark({ ...written, failure, chosen: [waitingPhoto] })).toBe('waiting');
  });
});
