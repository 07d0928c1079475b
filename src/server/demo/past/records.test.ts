import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Town } from './commune-facts.ts';
import { MONTHS_WITH_RECORDS, recordsOf } from './records.ts';
import type { Task } from './tasks-at-hand.ts';

const LOANS = ['1', '2', '3', '4', '5'].map((last) => `480401000000000${last}`);
const HOUSEHOLD = '0192f0c8-0000-7000-8000-000000000001' as Id;

const town = (monthsToGo: number) =>
  ({
    monthsToGo,
    hands: { act: async () => ({ rows: LOANS.map((contractNo) => ({ contractNo })) }) },
  }) as unknown as Town;
const task = (overrides: Partial<Task> = {}) =>
  ({
    text: 'Kiểm tra sử dụng vốn 5 món giải ngân trong 30 ngày theo mẫu 06/TD, gửi phiếu về tổ giao dịch.',
    ownerSeat: 'associationHead:12',
    householdId: null,
    returnedOn: null,
    figures: { fromDate: day('2026-09-30') },
    ...overrides,
  }) as Task;
const named = async (monthsToGo: number, one: Task, outcome: 'done' | 'partly' = 'done') =>
  (await recordsOf(town(monthsToGo), one, { text: '', outcome })).length;

describe('what reports of the demo name', () => {
  it('is every loan that was checked, half of them where the report says partly, or is the hasty one of the last month', async () => {
    expect(await named(1, task())).toBe(5);
    expect(await named(1, task(), 'partly')).toBe(3);
    expect(await named(0, task())).toBe(3);
    expect(await named(0, task({ returnedOn: day('2026-10-30') }))).toBe(5);
  });

  it('is the household of a task about one loan, in some of them', async () => {
    const visits = await Promise.all(
      Array.from({ length: 40 }, (_, i) => named(1, task({ householdId: HOUSEHOLD, ownerName: `${i}` }))),
    );
    expect(new Set(visits)).toEqual(new Set([0, 1]));
  });

  it('is nothing in the first months, nor where nothing is counted', async () => {
    expect(await named(MONTHS_WITH_RECORDS, task())).toBe(0);
    expect(await named(0, task({ figures: null }))).toBe(0);
    expect(await named(0, task({ ownerSeat: 'villageHead:54010101' }))).toBe(0);
  });
});
