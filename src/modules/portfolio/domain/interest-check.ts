import type { Vnd } from '../../../kernel/money.ts';
import {
  type AccrualLoan,
  type AccrualRules,
  accrueMonth,
  type MonthAccrual,
  type NotCheckableReason,
} from './month-accrual.ts';

/** How a loan came out of the check: one of the three, and never two of them [PF80]. */
export type InterestCheck =
  | { readonly result: 'equal' | 'different'; readonly accrual: MonthAccrual }
  | { readonly result: 'notCheckable'; readonly reason: NotCheckableReason };

/** Compares the file's accrual of a loan with ours, to the đồng [PF11] [PF14] [PF80]. */
export function checkAccrual(
  loan: AccrualLoan & { readonly fileVnd: Vnd },
  rules: AccrualRules,
): InterestCheck {
  const accrual = accrueMonth(loan, rules);
  if ('notCheckable' in accrual) return { result: 'notCheckable', reason: accrual.notCheckable };
  return { result: accrual.totalVnd === loan.fileVnd ? 'equal' : 'different', accrual };
}

/** How many loans came out which way, and the accrual of those that could be checked. */
export type CheckCounts = {
  readonly checked: number;
  readonly equal: number;
  readonly different: number;
  readonly notCheckable: number;
  readonly fileVnd: Vnd;
  readonly oursVnd: Vnd;
};

/** Counts checks: every loan once, so that equal + different = checked and checked + not checkable = all [PF80]. */
export function countChecks(
  checks: readonly { readonly fileVnd: Vnd; readonly check: InterestCheck }[],
): CheckCounts {
  let [equal, different, notCheckable] = [0, 0, 0];
  let [fileVnd, oursVnd] = [0n, 0n];
  for (const { check, fileVnd: ofFile } of checks) {
    if (check.result === 'notCheckable') {
      notCheckable += 1;
      continue;
    }
    if (check.result === 'equal') equal += 1;
    else different += 1;
    fileVnd += ofFile;
    oursVnd += check.accrual.totalVnd;
  }
  return { checked: equal + different, equal, different, notCheckable, fileVnd, oursVnd };
}

/** The counts of several communes together. */
export function sumCounts(parts: readonly CheckCounts[]): CheckCounts {
  return parts.reduce(
    (sum, part) => ({
      checked: sum.checked + part.checked,
      equal: sum.equal + part.equal,
      different: sum.different + part.different,
      notCheckable: sum.notCheckable + part.notCheckable,
      fileVnd: sum.fileVnd + part.fileVnd,
      oursVnd: sum.oursVnd + part.oursVnd,
    }),
    countChecks([]),
  );
}

/** How often each reason occurs, the most frequent first. */
export function countReasons(
  checks: readonly { readonly check: InterestCheck }[],
): { readonly reason: NotCheckableReason; readonly loans: number }[] {
  const counts = new Map<NotCheckableReason, number>();
  for (const { check } of checks)
    if (check.result === 'notCheckable') counts.set(check.reason, (counts.get(check.reason) ?? 0) + 1);
  return [...counts]
    .map(([reason, loans]) => ({ reason, loans }))
    .sort((a, b) => b.loans - a.loans || a.reason.localeCompare(b.reason));
}
