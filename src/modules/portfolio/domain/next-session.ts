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

/** A session as the calendar has it: its regular day, and the day it is held on; null where it is left out. */
export type CalendarSession = {
  readonly point: { readonly fixedDay: number; readonly villageCodes: readonly string[] };
  readonly regularOn: BusinessDate;
  readonly heldOn: BusinessDate | null;
};

/** A session that is held, with its regular day: money falls due on that one, whatever a notice says. */
export type HeldSession = { readonly regularOn: BusinessDate; readonly heldOn: BusinessDate };

/** Where a loan is dealt with: the fixed day its file names, and the village. */
export type LoanPlace = { readonly sessionDay: number; readonly villageCode: string };

/**
 * The first session held after `after` at which a loan is dealt with [PF12]: at the point of its village, of several
 * the one with the loan's fixed day; of a village that no point names, any point with that day. Where the calendar has
 * none, the fixed day itself.
 */
export function nextHeldSession(
  calendar: readonly CalendarSession[],
  { sessionDay, villageCode }: LoanPlace,
  after: BusinessDate,
): HeldSession {
  const isOnDay = ({ point }: CalendarSession) => point.fixedDay === sessionDay;
  const ofVillage = calendar.filter(({ point }) => point.villageCodes.includes(villageCode));
  const here = ofVillage.length === 0 ? calendar.filter(isOnDay) : ofVillage;
  const ofLoan = here.some(isOnDay) ? here.filter(isOnDay) : here;
  const [first] = ofLoan
    .flatMap(held)
    .filter(({ heldOn }) => heldOn > after)
    .sort(byDay);
  const regularOn = nextSessionOn(sessionDay, after);
  return first ?? { regularOn, heldOn: regularOn };
}

const held = ({ regularOn, heldOn }: CalendarSession): HeldSession[] =>
  heldOn === null ? [] : [{ regularOn, heldOn }];

const byDay = (a: HeldSession, b: HeldSession) => (a.heldOn < b.heldOn ? -1 : 1);

/** What of a loan's closing position the next session follows from. */
export type LoanAtClose = {
  readonly dataDate: BusinessDate;
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
  /** The day the session has without a notice; `sessionOn` where none moved it. */
  readonly regularOn: BusinessDate;
  readonly interestDueVnd: Vnd;
  readonly ofWhichUnpaidVnd: Vnd;
  readonly principalDueVnd: Vnd;
  readonly movesToOverdueIfUnpaid: boolean;
};

/**
 * What a loan owes at its next session [PF12]: unpaid interest and what accrues from the day after the data date to
 * the day before the session is held; the in-term principal where its session due date has come.
 */
export function foreseeNextSession(
  loan: LoanAtClose,
  { regularOn, heldOn }: HeldSession,
  rules: AccrualRules,
): NextSession {
  const isDue = loan.dueOnSession !== null && loan.dueOnSession <= regularOn && loan.inTermVnd > 0n;
  return {
    sessionOn: heldOn,
    regularOn,
    interestDueVnd: loan.unpaidInterestVnd + accrualToSession(loan, heldOn, rules).totalVnd,
    ofWhichUnpaidVnd: loan.unpaidInterestVnd,
    principalDueVnd: loan.overdueVnd + (isDue ? loan.inTermVnd : 0n),
    movesToOverdueIfUnpaid: isDue,
  };
}

/** What accrues from the day after the data date to the day before the session is held, with its derivation [PF81]. */
export function accrualToSession(loan: LoanAtClose, heldOn: BusinessDate, rules: AccrualRules): MonthAccrual {
  const { inTermVnd, overdueVnd } = loan;
  const from = addDays(loan.dataDate, 1);
  // A session on the day after the data date leaves no day between.
  const segments = from < heldOn ? [{ from, to: heldOn, inTermVnd, overdueVnd }] : [];
  return accrualOf(segments, loan.rateBpsPerYear, rules);
}
