import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BusinessDate } from '../../../kernel/dates.ts';

/** The totals of one scope in a truth file. */
export type TruthTotals = Readonly<
  Record<
    | 'loans'
    | 'customers'
    | 'groups'
    | 'outstanding'
    | 'in_term'
    | 'overdue'
    | 'frozen'
    | 'unpaid_interest'
    | 'disbursed_month'
    | 'collected_month'
    | 'interest_month',
    number
  >
>;

/** What a correct import of synthetic extracts must show; written beside them by what made them. */
export type Truth = {
  readonly office: TruthTotals;
  readonly commune: Readonly<Record<string, TruthTotals>>;
  readonly association: Readonly<Record<string, TruthTotals>>;
  readonly programme: Readonly<Record<string, TruthTotals>>;
  readonly group: Readonly<Record<string, TruthTotals>>;
  readonly village: Readonly<Record<string, TruthTotals>>;
  readonly savings: number;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly differences_from_head_office: readonly Readonly<Record<string, string | number>>[];
  readonly group_scores: Readonly<Record<string, { total: number; grade: string }>>;
  readonly interest_accrued_in_month: readonly (readonly [string, number])[];
};

/** The truth of a folder of extracts at a date. */
export function readTruth(folder: string, dataDate: BusinessDate): Truth {
  return JSON.parse(readFileSync(join(folder, `expected-${dataDate}.json`), 'utf8')) as Truth;
}
