import { beforeEach, describe, expect, it } from 'vitest';
import { writeDraft, writeWaiting } from './pages/briefing/outbox.ts';
import { writeReport } from './pages/tasks/report-draft.ts';
import { unsentIn } from './unsent.ts';

const held = new Map<string, string>();
const store = {
  getItem: (key: string) => held.get(key) ?? null,
  setItem: (key: string, value: string) => void held.set(key, value),
  removeItem: (key: string) => void held.delete(key),
  key: (at: number) => [...held.keys()][at] ?? null,
  get length() {
    return held.size;
  },
};
const place = { userId: 'người', communeId: 'xã', subjectId: 'buổi' };
const report = {
  eventId: 'một',
  text: '',
  outcome: 'done',
  doneOn: null,
  records: [],
  sent: [],
  isWaiting: false,
} as never;

beforeEach(() => held.clear());

describe('what would be lost by signing out', () => {
  it('is what waits, what stands in forms and a report being written, each with its place', () => {
    writeWaiting(store, place, [{ text: 'a' }, { text: 'b' }] as never);
    writeDraft(store, place, 'raise', { difficultyId: 'k', text: 'đang gõ' });
    writeDraft(store, place, 'conclusion.new', { text: '', due: '23/11' });
    writeReport(store, { ...place, subjectId: 'việc' }, { ...(report as object), text: 'Đã làm' } as never);
    expect(unsentIn(store)).toEqual([
      { ...place, kind: 'waiting', count: 2 },
      { ...place, kind: 'draft', count: 2 },
      { ...place, subjectId: 'việc', kind: 'report', count: 1 },
    ]);
  });

  it('is no empty form, nothing that was sent, and nothing else of the tab', () => {
    writeWaiting(store, place, [{ text: 'a' }] as never);
    writeWaiting(store, place, []);
    writeDraft(store, place, 'raise', { difficultyId: 'k', text: ' ' });
    writeReport(store, place, report);
    held.set('giaoban.version', 'yes');
    held.set('giaoban.report.người.xã.hỏng', '{');
    expect(unsentIn(store)).toEqual([]);
  });
});
