import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { formatDate } from '../../kernel/dates.ts';
import { isRefusal, type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { showInterestCheck as operation } from './contract.ts';
import { loanRowsOf } from './db/accrual-loans.ts';
import { checksOf, derivationOf, toldCheck } from './interest-checks.ts';
import { chosenDate, namedRows } from './list-loans.ts';
import { readRulesShown } from './read-rules.ts';

/** What the check says of one loan, with our derivation [PF11] [PF80]; refused where nothing was outstanding. */
export async function showInterestCheck(
  input: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'dateNotPublished' | 'accrualNotChecked'>> {
  const { tx } = context;
  const { communeId, contractNo } = input;
  const dataDate = await chosenDate(tx, [communeId], input.dataDate);
  if (isRefusal(dataDate)) return dataDate;
  const rules = await readRulesShown(tx, { communeIds: [communeId], dataDate });
  const [loan] = await checksOf(tx, { communeId, dataDate, contractNo }, rules);
  if (!loan) return refuse('accrualNotChecked', { contract: contractNo, date: formatDate(dataDate) });
  const rows = await loanRowsOf(tx, { communeId, dataDate, contractNos: [contractNo] });
  const [named] = await namedRows(context, rows);
  const { check } = loan;
  return {
    dataDate,
    contractNo,
    customerName: named?.customerName ?? null,
    ...toldCheck(loan),
    derivation: check.result === 'notCheckable' ? null : derivationOf(check.accrual, loan, rules),
  };
}
