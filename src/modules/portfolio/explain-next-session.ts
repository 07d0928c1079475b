import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { explainNextSession as operation } from './contract.ts';
import { loanHistory } from './db/loan-history.ts';
import { accrualToSession } from './domain/next-session.ts';
import type { FindSessions } from './find-sessions.ts';
import { accrualRules, derivationOf } from './interest-checks.ts';
import { readRulesShown } from './read-rules.ts';
import { foreseen, sessionsOfLoans } from './show-loan.ts';

/** How the interest due at a loan's next session comes about, from the date shown or the newest before it [PF81]. */
export async function explainNextSession(
  { communeId, contractNo, dataDate }: InputOf<typeof operation>,
  context: HandlerContext,
  findSessions: FindSessions,
): Promise<Outcome<OutputOf<typeof operation>, 'loanNotFound' | 'nothingForeseen'>> {
  const { tx } = context;
  const history = await loanHistory(tx, { communeId, contractNo });
  const loan = history.filter((row) => dataDate === undefined || row.dataDate <= dataDate).at(-1);
  if (!loan) return refuse('loanNotFound', { contract: contractNo });
  const rules = await readRulesShown(tx, { communeIds: [communeId], dataDate: loan.dataDate });
  const sessionOf = await sessionsOfLoans(context, { history, rows: [loan], findSessions });
  const next = foreseen(loan, sessionOf(loan), rules);
  if (!next) return refuse('nothingForeseen', { contract: contractNo });
  return {
    dataDate: loan.dataDate,
    contractNo,
    sessionOn: next.sessionOn,
    regularOn: next.regularOn,
    unpaidInterestVnd: next.ofWhichUnpaidVnd,
    derivation: derivationOf(accrualToSession(loan, next.sessionOn, accrualRules(rules, loan)), loan, rules),
    interestDueVnd: next.interestDueVnd,
    principalDueVnd: next.principalDueVnd,
    toOverdueIfUnpaidVnd: next.movesToOverdueIfUnpaid ? loan.inTermVnd : 0n,
  };
}
