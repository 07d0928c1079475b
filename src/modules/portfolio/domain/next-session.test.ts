import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import {
  accrualToSession,
  comingSessions,
  foreseeNextSession,
  nextHeldSession,
  nextSessionOn,
} from './next-session.ts';

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

describe('the session a loan is dealt with at', () => {
  const loan = { sessionDay: 19, villageCode: '54010301' };
  const session = (regularOn: string, heldOn: string | null, villageCodes = ['54010301']) => ({
    point: { fixedDay: Number(regularOn.slice(8)), villageCodes },
    regularOn: day(regularOn),
    heldOn: heldOn === null ? null : day(heldOn),
  });
  const next = (calendar: ReturnType<typeof session>[], after: string, of = loan) =>
    nextHeldSession(calendar, of, day(after));

  it('[PF12] one moved by a notice is held on its new day, also while its regular day is over', () => {
    const calendar = [session('2026-12-19', '2026-12-19'), session('2026-11-19', '2026-11-27')];
    const moved = { regularOn: '2026-11-19', heldOn: '2026-11-27' };
    expect(next(calendar, '2026-11-13')).toEqual(moved);
    expect(next(calendar, '2026-11-26')).toEqual(moved);
    expect(next(calendar, '2026-11-27')).toMatchObject({ heldOn: '2026-12-19' });
  });

  it('[PF12] one left out is none', () => {
    const calendar = [session('2026-11-19', null), session('2026-12-19', '2026-12-19')];
    expect(next(calendar, '2026-11-13')).toMatchObject({ heldOn: '2026-12-19' });
  });

  it('[PF12] of the point of its village, of several that with its fixed day', () => {
    const elsewhere = session('2026-11-19', '2026-11-15', ['54010302']);
    const here = session('2026-11-19', '2026-11-27');
    expect(next([elsewhere, here, session('2026-11-16', '2026-11-16')], '2026-11-13')).toMatchObject({
      heldOn: '2026-11-27',
    });
    const changed = session('2026-11-25', '2026-11-25');
    expect(next([elsewhere, changed], '2026-11-13')).toMatchObject({ heldOn: '2026-11-25' });
    const nowhere = { ...loan, villageCode: '54010399' };
    expect(next([elsewhere, changed], '2026-11-13', nowhere)).toMatchObject({ heldOn: '2026-11-15' });
  });

  it('[PF12] [PF13] without a calendar the fixed day itself', () => {
    expect(next([], '2026-10-31')).toEqual({ regularOn: '2026-11-19', heldOn: '2026-11-19' });
  });
});

describe('what a loan owes at its next session', () => {
  const loan = {
    dataDate: day('2026-10-31'),
    rateBpsPerYear: 660,
    inTermVnd: 50_000_000n,
    overdueVnd: 0n,
    frozenVnd: 0n,
    unpaidInterestVnd: 81_370n,
    dueOnSession: day('2027-03-23'),
  };
  const regular = { regularOn: day('2026-11-23'), heldOn: day('2026-11-23') };

  it('[PF12] unpaid interest and 22 days of November', () => {
    expect(foreseeNextSession(loan, regular, RULES)).toEqual({
      sessionOn: '2026-11-23',
      regularOn: '2026-11-23',
      interestDueVnd: 81_370n + 198_904n,
      ofWhichUnpaidVnd: 81_370n,
      principalDueVnd: 0n,
      movesToOverdueIfUnpaid: false,
    });
  });

  it('[PF81] the 22 days stand in the derivation; no day between, no interest', () => {
    expect(accrualToSession(loan, regular.heldOn, RULES)).toEqual({
      inTermVnd: 198_904n,
      overdueVnd: 0n,
      totalVnd: 198_904n,
      segments: [{ from: '2026-11-01', to: '2026-11-23', inTermVnd: 50_000_000n, overdueVnd: 0n }],
    });
    const tomorrow = accrualToSession(loan, day('2026-11-01'), RULES);
    expect(tomorrow).toMatchObject({ totalVnd: 0n, segments: [] });
  });

  it('[PF12] principal due at that session moves to overdue if it is not paid', () => {
    const due = foreseeNextSession({ ...loan, dueOnSession: day('2026-11-23') }, regular, RULES);
    expect(due).toMatchObject({ principalDueVnd: 50_000_000n, movesToOverdueIfUnpaid: true });
  });

  it('[PF12] a notice moves the days that bear interest, not the day money falls due', () => {
    const later = { ...regular, heldOn: day('2026-12-01') };
    const dueThen = { ...loan, dueOnSession: day('2026-11-23') };
    expect(foreseeNextSession(dueThen, { ...regular, heldOn: day('2026-11-15') }, RULES)).toMatchObject({
      movesToOverdueIfUnpaid: true,
    });
    // 50 000 000 × 6,6 % × 30 ÷ 365
    expect(foreseeNextSession(loan, later, RULES)).toMatchObject({
      sessionOn: '2026-12-01',
      interestDueVnd: 81_370n + 271_233n,
    });
  });

  it('[PF12] principal already overdue stays owed and does not move again', () => {
    const overdue = foreseeNextSession(
      { ...loan, inTermVnd: 0n, overdueVnd: 50_000_000n, dueOnSession: day('2026-07-23') },
      regular,
      RULES,
    );
    expect(overdue).toMatchObject({ principalDueVnd: 50_000_000n, movesToOverdueIfUnpaid: false });
  });
});
