import { addDays, type BusinessDate, monthStart } from '../../../kernel/dates.ts';
import type { Vnd } from '../../../kernel/money.ts';
import { overdueRate, rateOfBps, type Segment, simpleInterest } from './interest.ts';

/** What of a loan's row the accrual of its month follows from: closing position, the month's flows, the days. */
export type AccrualLoan = {
  readonly dataDate: BusinessDate;
  readonly rateBpsPerYear: number;
  readonly firstDisbursedOn: BusinessDate | null;
  readonly lastDisbursedOn: BusinessDate | null;
  readonly lastTransactionOn: BusinessDate | null;
  readonly overdueSince: BusinessDate | null;
  readonly frozenOn: BusinessDate | null;
  readonly inTermVnd: Vnd;
  readonly overdueVnd: Vnd;
  readonly frozenVnd: Vnd;
  readonly monthDisbursedVnd: Vnd;
  readonly monthToOverdueVnd: Vnd;
  readonly monthToFrozenVnd: Vnd;
  readonly monthCollectedInTermVnd: Vnd;
  readonly monthCollectedOverdueVnd: Vnd;
  readonly monthCollectedFrozenVnd: Vnd;
  readonly monthWrittenOffVnd: Vnd;
};

/** The numbers of the rules, dated. */
export type AccrualRules = { readonly overdueRatePercent: bigint; readonly interestDayBasis: bigint };

/** Why the file alone does not tell the accrual; the Vietnamese sentences stand in the contract. */
export type NotCheckableReason =
  | 'writtenOffInMonth'
  | 'disbursedOnSeveralDays'
  | 'freezeDayUnknown'
  | 'overdueDayUnknown'
  | 'collectionDayUnknown'
  | 'flowsDoNotFit';

/** A stretch of days with the balances that bear interest: `from` counted, `to` not. */
export type AccrualSegment = {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly inTermVnd: Vnd;
  readonly overdueVnd: Vnd;
};

/** The accrual of a month, or of another stretch of days, with its derivation. */
export type MonthAccrual = {
  readonly inTermVnd: Vnd;
  readonly overdueVnd: Vnd;
  readonly totalVnd: Vnd;
  readonly segments: readonly AccrualSegment[];
};

type Balances = { readonly inTermVnd: Vnd; readonly overdueVnd: Vnd; readonly frozenVnd: Vnd };
type Change = { readonly on: BusinessDate; readonly undo: (after: Balances) => Balances };

/**
 * The interest a loan accrued in the month of its data date, from its row alone [PF11]: the closing balances are
 * walked back over the month's flows. The day of a change counts with the balance after it, the day of the data
 * date counts, the in-term and the overdue part are rounded apart, frozen principal bears nothing.
 */
export function accrueMonth(
  loan: AccrualLoan,
  rules: AccrualRules,
): MonthAccrual | { notCheckable: NotCheckableReason } {
  const changes = changesOfMonth(loan);
  if (typeof changes === 'string') return { notCheckable: changes };
  const segments = segmentsOfMonth(loan, changes);
  if (!segments) return { notCheckable: 'flowsDoNotFit' };
  return accrualOf(segments, loan.rateBpsPerYear, rules);
}

/** The interest of stretches of days: the in-term and the overdue part each rounded once, over all stretches [PF10]. */
export function accrualOf(
  segments: readonly AccrualSegment[],
  rateBpsPerYear: number,
  rules: AccrualRules,
): MonthAccrual {
  const rate = rateOfBps(rateBpsPerYear);
  const inTermVnd = simpleInterest(balancesOf(segments, 'inTermVnd'), rate, rules.interestDayBasis);
  const overdueVnd = simpleInterest(
    balancesOf(segments, 'overdueVnd'),
    overdueRate(rate, rules.overdueRatePercent),
    rules.interestDayBasis,
  );
  return { inTermVnd, overdueVnd, totalVnd: inTermVnd + overdueVnd, segments };
}

/** The month's changes, the last first; or the reason why a day is not known. */
function changesOfMonth(loan: AccrualLoan): Change[] | NotCheckableReason {
  const from = monthStart(loan.dataDate);
  const inMonth = (on: BusinessDate | null): on is BusinessDate =>
    on !== null && from <= on && on <= loan.dataDate;
  const changes: Change[] = [];
  if (loan.monthWrittenOffVnd !== 0n) return 'writtenOffInMonth';
  if (loan.monthToFrozenVnd !== 0n) {
    if (!inMonth(loan.frozenOn)) return 'freezeDayUnknown';
    changes.push({ on: loan.frozenOn, undo: undoFreeze(loan) });
  }
  if (loan.monthToOverdueVnd !== 0n) {
    if (!inMonth(loan.overdueSince)) return 'overdueDayUnknown';
    changes.push({ on: loan.overdueSince, undo: undoMoveToOverdue(loan) });
  }
  if (loan.monthCollectedInTermVnd + loan.monthCollectedOverdueVnd + loan.monthCollectedFrozenVnd !== 0n) {
    if (!inMonth(loan.lastTransactionOn)) return 'collectionDayUnknown';
    changes.push({ on: loan.lastTransactionOn, undo: undoCollection(loan) });
  }
  if (loan.monthDisbursedVnd !== 0n) {
    const day = loan.lastDisbursedOn ?? loan.firstDisbursedOn;
    const several = inMonth(loan.firstDisbursedOn) && loan.firstDisbursedOn !== day;
    if (!inMonth(day) || several) return 'disbursedOnSeveralDays';
    changes.push({ on: day, undo: undoDisbursement(loan) });
  }
  // Stable: changes of one day are undone in the order above, the reverse of the order in which they act.
  return changes.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}

/** What was frozen came out of the overdue part where there was one, out of the in-term part otherwise. */
function undoFreeze(loan: AccrualLoan): Change['undo'] {
  const part = loan.overdueSince === null ? 'inTermVnd' : 'overdueVnd';
  return (after) => ({
    ...after,
    frozenVnd: after.frozenVnd - loan.monthToFrozenVnd,
    [part]: after[part] + loan.monthToFrozenVnd,
  });
}

function undoMoveToOverdue(loan: AccrualLoan): Change['undo'] {
  return (after) => ({
    ...after,
    overdueVnd: after.overdueVnd - loan.monthToOverdueVnd,
    inTermVnd: after.inTermVnd + loan.monthToOverdueVnd,
  });
}

function undoCollection(loan: AccrualLoan): Change['undo'] {
  return (after) => ({
    inTermVnd: after.inTermVnd + loan.monthCollectedInTermVnd,
    overdueVnd: after.overdueVnd + loan.monthCollectedOverdueVnd,
    frozenVnd: after.frozenVnd + loan.monthCollectedFrozenVnd,
  });
}

function undoDisbursement(loan: AccrualLoan): Change['undo'] {
  return (after) => ({ ...after, inTermVnd: after.inTermVnd - loan.monthDisbursedVnd });
}

/** The month cut at its changes, first day first; undefined when a balance would have been below zero. */
function segmentsOfMonth(loan: AccrualLoan, changes: readonly Change[]): AccrualSegment[] | undefined {
  let balances: Balances = loan;
  let to = addDays(loan.dataDate, 1);
  const segments: AccrualSegment[] = [];
  const cut = (from: BusinessDate) => {
    if (from < to)
      segments.unshift({ from, to, inTermVnd: balances.inTermVnd, overdueVnd: balances.overdueVnd });
    to = from;
  };
  for (const change of changes) {
    cut(change.on);
    balances = change.undo(balances);
    // Judged once a day is undone whole: within a day the parts may pass through each other.
    const dayGoesOn = changes[changes.indexOf(change) + 1]?.on === change.on;
    if (!dayGoesOn && (balances.inTermVnd < 0n || balances.overdueVnd < 0n || balances.frozenVnd < 0n))
      return undefined;
  }
  cut(monthStart(loan.dataDate));
  return segments;
}

function balancesOf(segments: readonly AccrualSegment[], part: 'inTermVnd' | 'overdueVnd'): Segment[] {
  return segments.map(({ from, to, [part]: balanceVnd }) => ({ from, to, balanceVnd }));
}
