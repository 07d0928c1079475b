import type { OutputOf } from '../../../../kernel/contract.ts';
import type { checkInterest, listInterestChecks } from '../../../../modules/portfolio/contract.ts';
import type { IconName } from '../../../shared/components/icon.tsx';
import type { Tone } from '../../../shared/components/status.tsx';

/** The counts of the check. */
export type Check = OutputOf<typeof checkInterest>;

/** One loan of the check. */
export type CheckRow = OutputOf<typeof listInterestChecks>['rows'][number];

/** How a loan came out. */
export type CheckResult = CheckRow['result'];

/** Each result: its word in the address, on the page, and how it looks. */
export const RESULTS: Readonly<
  Record<
    CheckResult,
    { readonly key: string; readonly word: string; readonly tone: Tone; readonly icon: IconName }
  >
> = {
  different: { key: 'khac', word: 'Khác', tone: 'bad', icon: 'warning' },
  notCheckable: { key: 'khong', word: 'Không tính lại được', tone: 'warn', icon: 'info' },
  equal: { key: 'khop', word: 'Khớp', tone: 'good', icon: 'check' },
};

/** The results in the order in which they are looked at. */
export const RESULT_ORDER = Object.keys(RESULTS) as CheckResult[];

/** The result an address names; of none, or an unknown one, the first that has loans. */
export function resultShown(key: string | undefined, counts: Pick<Check, CheckResult>): CheckResult {
  return (
    RESULT_ORDER.find((result) => RESULTS[result].key === key) ??
    RESULT_ORDER.find((result) => counts[result] > 0) ??
    'equal'
  );
}
