import { expect, test } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { type LoanDetail, timelineOf } from './timeline.ts';

const at = (dataDate: string, flows: Partial<LoanDetail['dates'][number]>) =>
  ({
    dataDate: day(dataDate),
    toOverdueMonthVnd: 0n,
    toFrozenMonthVnd: 0n,
    collectedMonthVnd: 0n,
    ...flows,
  }) as LoanDetail['dates'][number];

const loan = {
  contractNo: '6600000700000122',
  programmeCode: '01',
  purpose: 'Chăn nuôi bò',
  disbursedVnd: 100_000_000n,
  firstDisbursedOn: day('2024-07-03'),
  overdueSince: day('2026-07-23'),
  frozenOn: null,
  dates: [
    at('2026-07-31', { toOverdueMonthVnd: 100_000_000n }),
    at('2026-06-30', { collectedMonthVnd: 1_000_000n }),
  ],
} as unknown as LoanDetail;

test('newest first; a move to overdue stands at its own day, a collection at its data date', () => {
  const entries = timelineOf([loan], () => 'Hộ nghèo');
  expect(entries.map((entry) => [entry.on, entry.text])).toEqual([
    ['2026-07-23', 'Chuyển nợ quá hạn 100.000.000 đ'],
    ['2026-06-30', 'Trả gốc 1.000.000 đ trong tháng'],
    ['2024-07-03', 'Giải ngân, đến nay 100.000.000 đ'],
  ]);
});

test('a month without flows tells nothing', () => {
  expect(timelineOf([{ ...loan, dates: [at('2026-05-31', {})] }], () => undefined)).toHaveLength(1);
});
