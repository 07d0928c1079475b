import type { BusinessDate } from '../../../../kernel/dates.ts';
import { paths } from '../../paths.ts';

/** The file a loan opens: its household's, or its own where the borrower is in no household known here. */
export function fileOf(
  loan: { readonly householdId: string | null; readonly contractNo: string },
  communeCode: string,
  date?: BusinessDate,
): string {
  if (loan.householdId === null) return paths.loan(communeCode, loan.contractNo, date);
  return paths.household(communeCode, loan.householdId, date);
}
