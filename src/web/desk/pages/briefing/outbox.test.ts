import { describe, expect, test } from 'vitest';
import type { Id } from '../../../../kernel/ids.ts';
import {
  isAttendeeAnother,
  isWrittenMeanwhile,
  leftOf,
  mended,
  readDraft,
  readWaiting,
  type Waiting,
  waitingOf,
  withdrawn,
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

const conclusion: Waiting<'addConclusion'> = {
  kind: 'addConclusion',
  entryId: 'k',
  input: {
    ...{ communeId: 'c' as Id, briefingId: 'b' as Id, conclusionId: 'k' as Id },
    ...{ text: 'Mời hộ', ownerSeat: null, ownerName: null, dueOn: null },
  },
};
const other = { text: 'Mời ba hộ', ownerSeat: 'communePolice', ownerName: 'Công an xã', dueOn: null };

describe('[GV244] a conclusion that waits', () => {
  const refusedWith = (code: string) => ({ code, message: '' });

  test('is done once the server has it, and stands with the reason where it was refused', () => {
    expect(leftOf(conclusion, conclusion, undefined)).toBeUndefined();
    const refusal = refusedWith('inputInvalid');
    expect(leftOf(conclusion, conclusion, refusal)).toEqual({ ...conclusion, refusal });
  });

  test('and is mended goes with the other words in the place of the first, whatever these were refused with', () => {
    const again = mended({ ...conclusion, refusal: refusedWith('inputInvalid') }, other);
    expect(again).toEqual({
      ...conclusion,
      ...{ refusal: undefined, input: { ...conclusion.input, ...other } },
    });
    expect(leftOf(conclusion, again, refusedWith('inputInvalid'))).toBe(again);
  });

  test('and is mended while it is on its way, or after its answer was lost, goes as a change of what the server has', () => {
    const again = mended(conclusion, other);
    const changed = {
      kind: 'changeConclusion',
      entryId: 'k',
      input: { ...again.input, baseVersion: 1, changeId: expect.any(String) },
    };
    expect(leftOf(conclusion, again, undefined)).toEqual(changed);
    expect(leftOf(again, again, refusedWith('idTaken'))).toEqual(changed);
  });

  test('and is withdrawn is taken out where the server has it, and nothing where it never came', () => {
    const out = withdrawn(conclusion);
    expect(out).toMatchObject({ kind: 'removeConclusion', input: { conclusionId: 'k', baseVersion: 1 } });
    expect(leftOf(conclusion, out, undefined)).toBe(out);
    expect(leftOf(out, out, undefined)).toBeUndefined();
    expect(leftOf(out, out, refusedWith('notFound'))).toBeUndefined();
    expect(leftOf(out, out, refusedWith('lineChanged'))).toEqual({
      ...out,
      refusal: refusedWith('lineChanged'),
    });
    expect(leftOf(conclusion, undefined, undefined)).toBeUndefined();
  });
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
