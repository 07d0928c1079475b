import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { accrualToSession, comingSessions, foreseeNextSession, nextSessionOn } from './next-session.ts';

const RULES = { overdueRatePercent: 130n, interestDayBasis: 365n };

describe('sessions to come', () => {
  it.each([
    [23, '2026-10-31', '2026-11-23'],
    [31, '2026-10-31', '2026-11-30'],
    [31, '2027-01-31', '2027-02-28'],
    [5, '2026-10-04', '2026-10-05'],
    [5, '2026-10-05', '2026-11-05'],
  ])('[PF13] fixed day %d after %s is %s', (fixedDay, after, expected) => {
    expect(nextSessionOn(fixedDay, day(after))).toBe(expected);
  });

  it('[PF13] a commune with two points has the dates of both, in order', () => {
    expect(comingSessions([5, 19], day('2026-10-31'), 4)).toEqual([
      '2026-11-05',
      '2026-11-19',
      '2026-12-05',
      '2026-12-19',
    ]);
    expect(comingSessions([], day('2026-10-31'), 4)).toEqual([]);
  });
});

describe('what a loan owes at its next session', () => {
  const loan = {
    dataDate: day('2026-10-31'),
    sessionDay: 23,
    rateBpsPerYear: 660,
    inTermVnd: 50_000_000n,
    overdueVnd: 0n,
    frozenVnd: 0n,
    unpaidInterestVnd: 81_370n,
    dueOnSession: day('2027-03-23'),
  };

  it('[PF12] unpaid interest and 22 days of November', () => {
    expect(foreseeNextSession(loan, RULES)).toEqual({
      sessionOn: '2026-11-23',
      interestDueVnd: 81_370n + 198_904n,
      ofWhichUnpaidVnd: 81_370n,
      principalDueVnd: 0n,
      movesToOverdueIfUnpaid: false,
    });
  });

  it('[PF81] the 22 days stand in the derivation; no day between, no interest', () => {
    expect(accrualToSession(loan, RULES)).toEqual({
      inTermVnd: 198_904n,
      overdueVnd: 0n,
      totalVnd: 198_904n,
      segments: [{ from: '2026-11-01', to: '2026-11-23', inTermVnd: 50_000_000n, overdueVnd: 0n }],
    });
    const tomorrow = accrualToSession({ ...loan, sessionDay: 1 }, RULES);
    expect(tomorrow).toMatchObject({ totalVnd: 0n, segments: [] });
  });

  it('[PF12] principal due at that session moves to overdue if it is not paid', () => {
    const due = foreseeNextSession({ ...loan, dueOnSession: day('2026-11-23') }, RULES);
    expect(due).toMatchObject({ principalDueVnd: 50_000_000n, movesToOverdueIfUnpaid: true });
  });

  it('[PF12] principal already overdue stays owed and does not move again', () => {
    const overdue = foreseeNextSession(
      { ...loan, inTermVnd: 0n, overdueVnd: 50_000_000n, dueOnSession: day('2026-07-23') },
      RULES,
    );
    expect(overdue).toMatchObject({ principalDueVnd: 50_000_000n, movesToOverdueIfUnpaid: false });
  });
});
