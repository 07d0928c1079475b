import { describe, expect, test } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { ADDENDUM_FORM, CANCEL_FORM, leftOutCounts, leftOutOf } from './left-out.ts';
import { type Waiting, writeDraft } from './outbox.ts';

const place = { userId: 'u', communeId: 'c', subjectId: 'b' };

function storeOf() {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const REFUSED: Waiting<'addConclusion'> = {
  kind: 'addConclusion',
  entryId: 'e',
  input: {
    ...{ communeId: 'c' as Id, briefingId: 'b' as Id, conclusionId: 'e' as Id },
    ...{ text: 'Mời hộ làm việc', ownerSeat: null, ownerName: 'Ban giảm nghèo', dueOn: day('2026-11-01') },
  },
  refusal: { code: 'dueBeforeBriefing', message: 'Hạn 01/11/2026 trước ngày giao ban.' },
};

describe('[GV105] what closed minutes do not have', () => {
  test('is named with its words: half typed in any form, or written and not with the server', () => {
    const store = storeOf();
    writeDraft(store, place, 'conclusion.new', {
      ...{ text: 'Câu gõ dở', ownerSeat: null, ownerName: null, due: '30/11' },
    });
    writeDraft(store, place, 'presence.x', {
      ...{ presence: 'excused', deputyName: '', note: 'đi họp huyện', baseVersion: 1 },
    });
    const all = leftOutOf(store, place, [REFUSED]);
    expect(all).toEqual([
      { heading: 'Kết luận', words: 'Câu gõ dở, hạn 30/11', form: 'conclusion.new' },
      { heading: 'Điểm danh', words: 'vắng có lý do, đi họp huyện', form: 'presence.x' },
      {
        heading: 'Kết luận',
        words: 'Mời hộ làm việc, Ban giảm nghèo, hạn 01/11/2026',
        refusal: 'Hạn 01/11/2026 trước ngày giao ban.',
        entryId: 'e',
      },
    ]);
    expect(leftOutCounts(all)).toBe('2 câu đang gõ, 1 dòng chưa gửi hoặc chưa ghi được');
  });

  test('[GV177] names who came, and not whose place they have, where it is said that the holder of an office came', () => {
    const came: Waiting<'recordAttendance'> = {
      kind: 'recordAttendance',
      entryId: 'e',
      input: {
        ...{ communeId: 'c' as Id, briefingId: 'b' as Id, attendeeId: 'a' as Id, fullName: 'Trần Thị Mai' },
        ...{ presence: 'present', deputyName: null, note: null, baseVersion: 1, placeOf: 'Người Mới' },
      },
    };
    expect(leftOutOf(storeOf(), place, [came])).toMatchObject([{ words: 'có mặt, Người Mới' }]);
  });

  test('[GV171] is no line whose text was emptied, whoever and whatever day stand beside it; with a word it is one again', () => {
    const store = storeOf();
    const beside = { ownerSeat: null, ownerName: 'Trần Thị Mai', due: '30/11' };
    writeDraft(store, place, 'conclusion.new', { text: ' ', ...beside });
    expect(leftOutOf(store, place, [])).toEqual([]);
    writeDraft(store, place, 'conclusion.new', { text: 'Mời', ...beside });
    expect(leftOutOf(store, place, []).map(({ words }) => words)).toEqual(['Mời, Trần Thị Mai, hạn 30/11']);
  });

  test('names the reason of a cancelling that somebody else was quicker with', () => {
    const store = storeOf();
    writeDraft(store, place, CANCEL_FORM, { reason: 'Bão số 12' });
    expect(leftOutOf(store, place, [])).toEqual([
      { heading: 'Lý do không tổ chức', words: 'Bão số 12', form: CANCEL_FORM },
    ]);
  });

  test('has no reason that stands as written, although its form is not closed yet; another reason is in it', () => {
    const store = storeOf();
    writeDraft(store, place, CANCEL_FORM, { reason: 'Bão số 12 ' });
    expect(leftOutOf(store, place, [], 'Bão số 12')).toEqual([]);
    expect(leftOutOf(store, place, [], 'Đường ngập')).toMatchObject([{ words: 'Bão số 12' }]);
    // The same words in another form are of something else.
    writeDraft(store, place, 'drop.d', { reason: 'Bão số 12' });
    expect(leftOutOf(store, place, [], 'Bão số 12')).toMatchObject([{ heading: 'Bỏ khó khăn' }]);
  });

  test('is nothing where a form holds no word, another person or another briefing typed, or an addendum is written', () => {
    const store = storeOf();
    writeDraft(store, place, 'raise', { difficultyId: 'd', text: '  ', saidBy: '' });
    writeDraft(store, { ...place, userId: 'v' }, 'raise', { text: 'Của người khác' });
    writeDraft(store, { ...place, subjectId: 'b2' }, 'raise', { text: 'Buổi khác' });
    writeDraft(store, place, ADDENDUM_FORM, { addendumId: 'a', text: 'Bổ sung', reason: '' });
    expect(leftOutOf(store, place, [])).toEqual([]);
    expect(leftOutCounts([])).toBe('');
  });
});
