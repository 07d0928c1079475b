import { expect, test } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { type LoanDetail, timelineOf } from './timeline.ts';

const at = (dataDate: string, flows: Partial<LoanDetail['dates'][number]>) =>
  ({
    dataDate: day(dataDate),
    toOverdueMonthVnd: 0n,
    toFrozenMonthVnd: 0n,
    collectedMonthVnd: 0n,
    interestMonthVnd: 0n,
    disbursedMonthVnd: 0n,
    outstandingVnd: 100_000_000n,
    overdueVnd: 0n,
    interestPaidVnd: 0n,
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
    at('2026-07-31', { toOverdueMonthVnd: 100_000_000n, overdueVnd: 100_000_000n }),
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
  const quiet = { ...loan, overdueSince: null, dates: [at('2026-05-31', {})] };
  expect(timelineOf([quiet], () => undefined)).toHaveLength(1);
});

const told = (dates: LoanDetail['dates'], overdueSince: LoanDetail['overdueSince'] = null) =>
  timelineOf([{ ...loan, overdueSince, firstDisbursedOn: null, dates }], () => 'Hộ nghèo').map(
    ({ on, text }) => `${on} ${text}`,
  );

test('[PF91] principal and interest of a month stand together; of two dates of one month each tells its own part', () => {
  const half = at('2026-06-15', { interestMonthVnd: 300_000n, interestPaidVnd: 300_000n });
  const whole = at('2026-06-30', {
    ...{ interestMonthVnd: 500_000n, interestPaidVnd: 500_000n },
    ...{ collectedMonthVnd: 1_000_000n, outstandingVnd: 99_000_000n },
  });
  expect(told([half, whole])).toEqual([
    '2026-06-30 Trả gốc 1.000.000 đ, lãi 200.000 đ trong tháng',
    '2026-06-15 Trả lãi 300.000 đ trong tháng',
  ]);
});

test('[PF91] what no file tells is worked out from the dates around it, without the later month', () => {
  const before = at('2026-03-31', { interestPaidVnd: 1_000_000n });
  const after = at('2026-06-30', {
    ...{ outstandingVnd: 90_000_000n, collectedMonthVnd: 4_000_000n, disbursedMonthVnd: 1_000_000n },
    ...{ interestPaidVnd: 2_500_000n, interestMonthVnd: 500_000n },
    ...{ overdueVnd: 20_000_000n, toOverdueMonthVnd: 5_000_000n },
  });
  expect(told([before, after], day('2026-06-23'))).toEqual([
    '2026-06-30 Trả gốc 4.000.000 đ, lãi 500.000 đ trong tháng',
    '2026-06-23 Chuyển nợ quá hạn 5.000.000 đ',
    '2026-05-31 Chuyển nợ quá hạn 15.000.000 đ',
    '2026-05-31 Trả gốc 7.000.000 đ, lãi 1.000.000 đ',
  ]);
  expect(told([before, after], day('2026-05-23'))).toContain('2026-05-23 Chuyển nợ quá hạn 15.000.000 đ');
  expect(told([before, after], day('2026-05-23')).filter((line) => line.includes('quá hạn'))).toHaveLength(2);
  const next = at('2026-04-30', { outstandingVnd: 90_000_000n, interestPaidVnd: 2_500_000n });
  expect(told([before, next])).toEqual([]);
});

test('[PF91] a move to overdue before the first date stands at its own day', () => {
  expect(told([at('2026-07-31', { overdueVnd: 100_000_000n })], day('2025-12-23'))).toEqual([
    '2025-12-23 Chuyển nợ quá hạn',
  ]);
});
