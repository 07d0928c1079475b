import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { isRefusal, type Outcome } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { NOT_CHECKABLE, type checkInterest as operation } from './contract.ts';
import { accrualLoans } from './db/accrual-loans.ts';
import { accrueMonth } from './domain/month-accrual.ts';
import { chosenDate } from './list-loans.ts';
import { readRules } from './read-rules.ts';

type Output = OutputOf<typeof operation>;

/** Re-computes the month's accrual of every open loan and lists those that differ with the derivation [PF11] [PF14]. */
export async function checkInterest(
  input: InputOf<typeof operation>,
  { tx, caller }: HandlerContext,
): Promise<Outcome<Output, 'dateNotPublished'>> {
  const communeIds = input.communeId === undefined ? caller.scope.communeIds : [input.communeId];
  const dataDate = await chosenDate(tx, communeIds, input.dataDate);
  if (isRefusal(dataDate)) return dataDate;
  const rows = await readRules(tx, dataDate);
  const rules = {
    overdueRatePercent: rows.overdueRatePercent.value,
    interestDayBasis: rows.interestDayBasis.value,
  };
  const different: Output['different'] = [];
  const notCheckable: Output['notCheckable'] = [];
  let equal = 0;
  for (const loan of await accrualLoans(tx, { communeIds, dataDate })) {
    const { communeId, contractNo, fileVnd } = loan;
    const accrual = accrueMonth(loan, rules);
    if ('notCheckable' in accrual) {
      const reason = accrual.notCheckable;
      notCheckable.push({ communeId, contractNo, reason, text: NOT_CHECKABLE[reason] });
    } else if (accrual.totalVnd === fileVnd) equal += 1;
    else {
      const { totalVnd, inTermVnd, overdueVnd, segments } = accrual;
      different.push({
        communeId,
        contractNo,
        fileVnd,
        oursVnd: totalVnd,
        inTermVnd,
        overdueVnd,
        segments: [...segments],
      });
    }
  }
  return { dataDate, checked: equal + different.length, equal, different, notCheckable };
}
