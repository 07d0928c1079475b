import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../kernel/dates.ts';
import { buildAccrualLoan } from '../testing/build.ts';
import { type AccrualLoan, accrueMonth } from './month-accrual.ts';

const RULES = { overdueRatePercent: 130n, interestDayBasis: 365n };

function accrued(overrides: Partial<AccrualLoan>) {
  return accrueMonth(buildAccrualLoan(overrides), RULES);
}

/*
 * A table an accountant can check. 50 million at 6,6 % is 9.041,0959 đồng a day; overdue 11.753,4247 (× 1,3).
 * October has 31 days; the session is on the 23rd, so 22 days stand before it and 9 (23rd–31st) after.
 */
const M = 1_000_000n;
const TABLE: [string, Partial<AccrualLoan>, bigint, bigint][] = [
  ['nothing moved: 31 days', {}, 280_274n, 0n],
  [
    'disbursed on the 20th: 12 days, its own counted',
    { firstDisbursedOn: day('2026-10-20'), lastDisbursedOn: day('2026-10-20'), monthDisbursedVnd: 50n * M },
    108_493n,
    0n,
  ],
  [
    '10 million more on the 12th: 11 days of 40, 20 of 50',
    { lastDisbursedOn: day('2026-10-12'), monthDisbursedVnd: 10n * M },
    260_384n,
    0n,
  ],
  [
    '10 million repaid on the 23rd: 22 days of 60, 9 of 50',
    { monthCollectedInTermVnd: 10n * M },
    320_055n,
    0n,
  ],
  [
    'moved to overdue on the 23rd',
    { inTermVnd: 0n, overdueVnd: 50n * M, overdueSince: day('2026-10-23'), monthToOverdueVnd: 50n * M },
    198_904n,
    105_781n,
  ],
  [
    'overdue all month',
    { inTermVnd: 0n, overdueVnd: 50n * M, overdueSince: day('2026-07-23') },
    0n,
    364_356n,
  ],
  [
    'frozen on the 23rd, overdue before',
    {
      inTermVnd: 0n,
      frozenVnd: 50n * M,
      overdueSince: day('2026-05-23'),
      frozenOn: day('2026-10-23'),
      monthToFrozenVnd: 50n * M,
    },
    0n,
    258_575n,
  ],
  [
    'frozen on the 23rd, in term before',
    { inTermVnd: 0n, frozenVnd: 50n * M, frozenOn: day('2026-10-23'), monthToFrozenVnd: 50n * M },
    198_904n,
    0n,
  ],
  ['frozen all month bears nothing', { inTermVnd: 0n, frozenVnd: 50n * M }, 0n, 0n],
  [
    'frozen collected bears nothing either',
    { frozenVnd: 20n * M, inTermVnd: 0n, monthCollectedFrozenVnd: 5n * M },
    0n,
    0n,
  ],
];

describe('[PF11] [PF14] the accrual of a month, from the row alone', () => {
  it.each(TABLE)('[PF11] %s', (_, overrides, inTermVnd, overdueVnd) => {
    expect(accrued(overrides)).toMatchObject({ inTermVnd, overdueVnd, totalVnd: inTermVnd + overdueVnd });
  });

  it('[PF11] a session on the last day leaves one day with the balance after it', () => {
    const answer = accrued({ lastTransactionOn: day('2026-10-31'), monthCollectedInTermVnd: 10n * M });
    expect(answer).toMatchObject({
      segments: [
        { from: '2026-10-01', to: '2026-10-31', inTermVnd: 60n * M, overdueVnd: 0n },
        { from: '2026-10-31', to: '2026-11-01', inTermVnd: 50n * M, overdueVnd: 0n },
      ],
    });
  });

  it.each([
    ['writtenOffInMonth', { monthWrittenOffVnd: 1n }],
    ['freezeDayUnknown', { frozenVnd: 1n * M, monthToFrozenVnd: 1n * M }],
    ['overdueDayUnknown', { overdueVnd: 1n * M, monthToOverdueVnd: 1n * M, overdueSince: day('2026-09-23') }],
    ['collectionDayUnknown', { monthCollectedInTermVnd: 1n * M, lastTransactionOn: day('2026-09-23') }],
    [
      'disbursedOnSeveralDays',
      { monthDisbursedVnd: 2n * M, firstDisbursedOn: day('2026-10-05'), lastDisbursedOn: day('2026-10-20') },
    ],
    [
      'flowsDoNotFit',
      {
        inTermVnd: 1n * M,
        monthDisbursedVnd: 2n * M,
        firstDisbursedOn: day('2026-10-05'),
        lastDisbursedOn: day('2026-10-05'),
      },
    ],
  ] as const)('[PF14] cannot be checked: %s', (reason, overrides) => {
    expect(accrued(overrides)).toEqual({ notCheckable: reason });
  });

  it('[PF11] segments cover the month once, whatever moved', () => {
    const inOctober = fc.nat(30).map((days) => addDays(day('2026-10-01'), days));
    fc.assert(
      fc.property(inOctober, inOctober, fc.bigInt(0n, 50n * M), (paidOn, movedOn, paid) => {
        const answer = accrued({
          inTermVnd: 0n,
          overdueVnd: 80n * M,
          lastTransactionOn: paidOn,
          overdueSince: movedOn,
          monthToOverdueVnd: 80n * M,
          monthCollectedInTermVnd: paid,
        });
        if ('notCheckable' in answer) throw new Error(answer.notCheckable);
        const days = answer.segments.map(({ from, to }) => [from, to]);
        expect(days[0]?.[0]).toBe('2026-10-01');
        expect(days.at(-1)?.[1]).toBe('2026-11-01');
        for (let i = 1; i < days.length; i++) expect(days[i]?.[0]).toBe(days[i - 1]?.[1]);
      }),
    );
  });
});
