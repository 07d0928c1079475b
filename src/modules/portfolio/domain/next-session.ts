import { addDays, addMonths, type BusinessDate, dayInMonth, parts } from '../../../kernel/dates.ts';
import type { Vnd } from '../../../kernel/money.ts';
import { type AccrualRules, accrualOf, type MonthAccrual } from './month-accrual.ts';

/** The first session of a point with this fixed day after `after`; a shorter month holds it on its last day [PF13]. */
export function nextSessionOn(fixedDay: number, after: BusinessDate): BusinessDate {
  const { year, month } = parts(after);
  const here = dayInMonth(year, month, fixedDay);
  if (here > after) return here;
  const next = parts(addMonths(dayInMonth(year, month, 1), 1));
  return dayInMonth(next.year, next.month, fixedDay);
}

/** The next `count` session dates of points with these fixed days, in order, each date once [PF13]. */
export function comingSessions(
  fixedDays: readonly number[],
  after: BusinessDate,
  count: number,
): BusinessDate[] {
  const dates = fixedDays.flatMap((fixedDay) => {
    const found: BusinessDate[] = [];
    for (let from = after; found.length < count; ) {
      from = nextSessionOn(fixedDay, from);
      found.push(from);
    }
    return found;
  });
  return [...new Set(dates)].sort().slice(0, count);
}

/** What of a loan's closing position the next session follows from. */
export type LoanAtClose = {
  readonly dataDate: BusinessDate;
  readonly sessionDay: number;
  readonly rateBpsPerYear: number;
  readonly inTermVnd: Vnd;
  readonly overdueVnd: Vnd;
  readonly frozenVnd: Vnd;
  readonly unpaidInterestVnd: Vnd;
  readonly dueOnSession: BusinessDate | null;
};

/** What is to come at the next session if nothing is paid before. */
export type NextSession = {
  readonly sessionOn: BusinessDate;
  readonly interestDueVnd: Vnd;
  readonly ofWhichUnpaidVnd: Vnd;
  readonly principalDueVnd: Vnd;
  readonly movesToOverdueIfUnpaid: boolean;
};

/**
 * What a loan owes at its next session [PF12]: unpaid interest and what accrues from the day after the data date to
 * the day before the session; the in-term principal where its session due date has come.
 */
export function foreseeNextSession(loan: LoanAtClose, rules: AccrualRules): NextSession {
  const sessionOn = nextSessionOn(loan.sessionDay, loan.dataDate);
  const isDue = loan.dueOnSession !== null && loan.dueOnSession <= sessionOn && loan.inTermVnd > 0n;
  return {
    sessionOn,
    interestDueVnd: loan.unpaidInterestVnd + accrualToSession(loan, rules).totalVnd,
    ofWhichUnpaidVnd: loan.unpaidInterestVnd,
    principalDueVnd: loan.overdueVnd + (isDue ? loan.inTermVnd : 0n),
    movesToOverdueIfUnpaid: isDue,
  };
}

/** What accrues from the day after the data date to the day before the next session, with its derivation [PF81]. */
export function accrualToSession(loan: LoanAtClose, rules: AccrualRules): MonthAccrual {
  const { inTermVnd, overdueVnd } = loan;
  const from = addDays(loan.dataDate, 1);
  const to = nextSessionOn(loan.sessionDay, loan.dataDate);
  // A session on the day after the data date leaves no day between.
  const segments = from < to ? [{ from, to, inTermVnd, overdueVnd }] : [];
  return accrualOf(segments, loan.rateBpsPerYear, rules);
}
