import { describe, expect, it } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { ownerWords } from '../../../../modules/governance/domain/task.ts';
import {
  isReceivedByOpening,
  markOf,
  mayBegin,
  progressOf,
  remindedText,
  remindersText,
  type Task,
} from './task.ts';

const task = { state: 'given', lateDays: 0, dueOn: day('2026-11-27'), reportedOn: null } as const;
const today = day('2026-11-23');

describe('what is said of a task', () => {
  it.each([
    [{}, 'Còn 4 ngày', 'dim'],
    [{ dueOn: day('2026-11-26') }, 'Còn 3 ngày', 'warn'],
    [{ dueOn: today }, 'Hạn hôm nay', 'warn'],
    [{ lateDays: 3 }, 'Trễ 3 ngày', 'bad'],
    [{ state: 'returned' }, 'Trả lại, còn 4 ngày', 'warn'],
    [{ state: 'returned', lateDays: 2 }, 'Trả lại, trễ 2 ngày', 'bad'],
    [{ state: 'reported', lateDays: 1 }, 'Chờ nhận kết quả, trễ 1 ngày', 'plain'],
    [{ state: 'accepted', reportedOn: day('2026-11-20') }, 'Xong 20/11', 'good'],
    [{ state: 'cancelled' }, 'Đã hủy', 'dim'],
  ] as const)('%o: %s', (overrides, words, tone) => {
    expect(markOf({ ...task, ...overrides }, today)).toMatchObject({ words, tone });
  });

  it('[GV98] that its owner was reminded is said with the day, beside the deadline while it waits', () => {
    const asked = { ...task, remindedOn: day('2026-11-20') } as unknown as Task;
    expect(remindedText(asked)).toBe('đã nhắc 20/11');
    expect(remindedText({ ...asked, state: 'reported' })).toBeNull();
    expect(remindersText([], null)).toBeNull();
    expect(remindersText([], 'chưa có người giữ')).toBe('chưa nhắc được ai');
    const [before, after] = [day('2026-11-24'), day('2026-11-28')];
    expect(
      remindersText(
        [
          { moment: 'before', on: before },
          { moment: 'after', on: after },
        ],
        null,
      ),
    ).toBe('24/11/2026 (trước hạn), 28/11/2026 (sau hạn)');
  });
});

it('[GV132] whose a task is stands under the name it was given, with who holds the office now where that is another', () => {
  const ownerName = 'Trần Thị Mai, Hội LHPN';
  expect(ownerWords({ ownerName })).toBe(ownerName);
  expect(ownerWords({ ownerName, ownerNow: null })).toBe(ownerName);
  expect(ownerWords({ ownerName, ownerNow: 'Người Mới' })).toBe('Trần Thị Mai, Hội LHPN; nay: Người Mới');
});

describe('what its owner says of a task before there is a report', () => {
  const opened = (state: Task['state'], isOwn = true) => ({
    ...{ isOwn, may: { answer: true } },
    task: { state },
  });

  it('[GV134] opening the page of one’s own new task receives it, that of another’s or of a later state does not', () => {
    expect(isReceivedByOpening(opened('given'))).toBe(true);
    expect(isReceivedByOpening(opened('given', false))).toBe(false);
    expect(isReceivedByOpening({ ...opened('given'), may: { answer: false } })).toBe(false);
    for (const state of ['received', 'working', 'reported', 'returned', 'accepted', 'cancelled'] as const)
      expect(isReceivedByOpening(opened(state)), state).toBe(false);
  });

  it('[GV134] that it is begun is said by its owner, until there is a report', () => {
    expect((['given', 'received'] as const).map((state) => mayBegin(opened(state)))).toEqual([true, true]);
    expect(mayBegin(opened('received', false))).toBe(false);
    for (const state of ['working', 'reported', 'returned', 'accepted'] as const)
      expect(mayBegin(opened(state)), state).toBe(false);
  });

  it('[GV134] the giver reads whether it was received or begun', () => {
    const states = ['given', 'received', 'working', 'reported', 'returned', 'accepted'] as const;
    expect(states.map(progressOf)).toEqual(['chưa nhận', 'đã nhận', 'đang làm', null, null, null]);
  });
});
