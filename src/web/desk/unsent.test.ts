import { beforeEach, describe, expect, it } from 'vitest';
import { readDraft, readWaiting, writeDraft, writeWaiting } from './pages/briefing/outbox.ts';
import { writeReport } from './pages/tasks/report-draft.ts';
import { keepTyped, keptOf, placesOf, unsentIn } from './unsent.ts';

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
    const at = { kind: 'template' as const, ...place, communeId: 'phòng', subjectId: 'minutes' };
    keepTyped(store, at, 'content', { opening: 'Hôm nay', latestVersion: 0, signatures: [] });
    writeReport(store, { ...place, subjectId: 'việc' }, { ...(report as object), text: 'Đã làm' } as never);
    expect(unsentIn(store)).toEqual([
      { ...place, kind: 'waiting', count: 2 },
      { ...place, kind: 'draft', count: 2 },
      { ...at, count: 1 },
      { ...place, subjectId: 'việc', kind: 'report', count: 1 },
    ]);
  });

  it('is what is being written elsewhere too: a directive, a word on a task, a difficulty of a household', () => {
    for (const kind of ['order', 'judgement', 'difficulty'] as const)
      keepTyped(store, { ...place, kind }, 'form', { text: 'đang gõ', target: { codes: [] } });
    keepTyped(store, { ...place, kind: 'order', subjectId: 'trống' }, 'form', { text: '', dueOn: null });
    expect(unsentIn(store).map(({ kind, count }) => [kind, count])).toEqual([
      ['order', 1],
      ['judgement', 1],
      ['difficulty', 1],
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

describe('what is kept', () => {
  const at = { ...place, kind: 'draft' } as const;

  it('is found under its form alone, and gone when it is let go', () => {
    keepTyped(store, at, 'raise', { text: 'đang gõ' });
    expect(keptOf(store, 'draft', place, 'raise')).toEqual({ text: 'đang gõ' });
    expect(keptOf(store, 'draft', place, 'guest')).toBeUndefined();
    keepTyped(store, at, 'raise', undefined);
    expect(held.size).toBe(0);
  });

  it('by a tab of the version before, without its commune, is found again and kept with it', () => {
    held.set('giaoban.outbox.người.buổi', '[{"kind":"raiseDifficulty"}]');
    held.set('giaoban.draft.người.buổi.raise', '{"text":"đang gõ"}');
    expect(readWaiting(store, place)).toEqual([{ kind: 'raiseDifficulty' }]);
    expect(readDraft(store, place, 'raise')).toEqual({ text: 'đang gõ' });
    expect([...held.keys()]).toEqual(['giaoban.waiting.người.xã.buổi', 'giaoban.draft.người.xã.buổi.raise']);
  });

  it('of reports is found for its owner, in whichever commune and task', () => {
    for (const key of ['report.người.xã.việc', 'report.khác.xã.việc', 'draft.người.xã.việc'])
      held.set(`giaoban.${key}`, '{}');
    expect(placesOf(store, 'report', 'người')).toEqual([{ ...place, subjectId: 'việc' }]);
  });
});
