import { describe, expect, it } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { markOf } from './task.ts';

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
});
