import type { BusinessDate } from '../../../../kernel/dates.ts';
import { showHousehold } from '../../../../modules/registry/contract.ts';
import { paths } from '../../paths.ts';
import { type Me, may } from '../../session.tsx';

/** The file a loan opens: its household's, or its own for an office that sees no households, or when none is known. */
export function fileOf(
  me: Me,
  loan: { readonly householdId: string | null; readonly contractNo: string },
  communeCode: string,
  date?: BusinessDate,
): string {
  if (loan.householdId === null || !may(me, showHousehold))
    return paths.loan(communeCode, loan.contractNo, date);
  return paths.household(communeCode, loan.householdId, date);
}
