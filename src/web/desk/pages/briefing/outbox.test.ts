import { describe, expect, test } from 'vitest';
import type { Id } from '../../../../kernel/ids.ts';
import {
  isAttendeeAnother,
  isWrittenMeanwhile,
  readDraft,
  readWaiting,
  type Waiting,
  waitingOf,
  withEntry,
  writeDraft,
  writeWaiting,
} from './outbox.ts';

function storeOf() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const place = { userId: 'u', communeId: 'c', subjectId: 'b' };
const answer = (entryId: string, text: string): Waiting<'answerDifficulty'> => ({
  kind: 'answerDifficulty',
  entryId,
  input: { communeId: 'c' as Id, difficultyId: entryId as Id, answer: text, contactId: null, found: null },
});

describe('what is written in a meeting', () => {
  test('waits over a reload in the order in which it was written, and leaves nothing when all is sent', () => {
    const store = storeOf();
    writeWaiting(store, place, [answer('1', 'Một'), answer('2', 'Hai')]);
    expect(readWaiting(store, place).map(({ entryId }) => entryId)).toEqual(['1', '2']);
    writeWaiting(store, place, []);
    expect(store.kept.size).toBe(0);
  });

  test('is the own person’s in the own briefing alone', () => {
    const store = storeOf();
    writeWaiting(store, place, [answer('1', 'Một')]);
    writeDraft(store, place, 'raise', { text: 'Mất điện' });
    expect(readWaiting(store, { ...place, userId: 'v' })).toEqual([]);
    expect(readWaiting(store, { ...place, subjectId: 'c' })).toEqual([]);
    expect(readDraft(store, { ...place, userId: 'v' }, 'raise')).toBeUndefined();
    expect(readDraft(store, place, 'raise')).toEqual({ text: 'Mất điện' });
    expect(readDraft(store, place, 'guest')).toBeUndefined();
  });

  test('of a kind that this page does not know, or that is no JSON, is left alone', () => {
    const store = storeOf();
    writeWaiting(store, place, [{ ...answer('1', 'Một'), kind: 'gone' } as unknown as Waiting]);
    expect(readWaiting(store, place)).toEqual([]);
    for (const key of store.kept.keys()) store.kept.set(key, '{');
    expect(readWaiting(store, place)).toEqual([]);
  });

  test('mended takes the place of what was refused', () => {
    const refused = { ...answer('1', 'Một'), refusal: { code: 'inputInvalid', message: 'Dài quá.' } };
    const mended = withEntry([refused, answer('2', 'Hai')], answer('1', 'Một, ngắn'));
    expect(
      waitingOf(mended, 'answerDifficulty').map(({ input, refusal }) => [input.answer, refusal]),
    ).toEqual([
      ['Một, ngắn', undefined],
      ['Hai', undefined],
    ]);
    expect(waitingOf(mended, 'raiseDifficulty')).toEqual([]);
  });

  test('[GV90] is kept beside what another wrote meanwhile, and only then', () => {
    expect(isWrittenMeanwhile('attendanceChanged')).toBe(true);
    expect(isWrittenMeanwhile('deputyNameMissing')).toBe(false);
    expect(isWrittenMeanwhile(undefined)).toBe(false);
  });

  test('[GV173] said of somebody whose row is another’s by now, it waits beside the row, apart from what two wrote', () => {
    const refusedWith = (code: string) => ({ ...answer('1', 'Một'), refusal: { code, message: '' } });
    expect(isWrittenMeanwhile('attendeeIsAnother')).toBe(true);
    expect(isAttendeeAnother(refusedWith('attendeeIsAnother'))).toBe(true);
    expect(isAttendeeAnother(refusedWith('attendanceChanged'))).toBe(false);
    expect(isAttendeeAnother(answer('1', 'Một'))).toBe(false);
  });
});
