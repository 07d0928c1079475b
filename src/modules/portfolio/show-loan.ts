import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import type { BusinessDate } from '../../kernel/dates.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { showLoan as operation } from './contract.ts';
import { type LoanAtDate, loanHistory } from './db/loan-history.ts';
import { foreseeNextSession, type LoanAtClose, type NextSession } from './domain/next-session.ts';
import type { RuleRows } from './domain/rules.ts';
import { accrualRules } from './interest-checks.ts';
import { namedRows } from './list-loans.ts';
import { rulesOfCommunes } from './read-rules.ts';

type Detail = OutputOf<typeof operation>;

/** One loan as a date knows it, and its life over all dates. */
export async function showLoan(
  input: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<Detail, 'loanNotFound'>> {
  const history = await loanHistory(context.tx, input);
  const [detail] = await loanDetails(context, history, input.dataDate);
  return detail ?? refuse('loanNotFound', { contract: input.contractNo });
}

/** Each loan of a history as the chosen date knows it, or the newest at or before it; later loans are left out. */
export async function loanDetails(
  context: HandlerContext,
  history: readonly LoanAtDate[],
  dataDate?: BusinessDate,
): Promise<Detail[]> {
  const known = history.filter((row) => dataDate === undefined || row.dataDate <= dataDate);
  const newest = [...new Map(known.map((row) => [row.contractNo, row])).values()];
  const [latest] = newest
    .map((row) => row.dataDate)
    .sort()
    .reverse();
  if (latest === undefined) return [];
  const communeIds = [...new Set(newest.map((row) => row.communeId))];
  const rulesOf = await rulesOfCommunes(context.tx, { communeIds, dataDate: latest });
  const named = await namedRows(context, newest);
  return named.map((row) => ({
    ...row,
    lists: [...row.lists],
    nextSession: nextSessionOf(row, rulesOf(row.communeId)),
    dates: history.filter((other) => other.contractNo === row.contractNo),
  }));
}

/** What is to come at a loan's next session [PF12]; null for closed loans and where the file names no session day. */
export function nextSessionOf(row: LoanAtDate, rules: RuleRows): NextSession | null {
  const loan = loanAtClose(row);
  return loan && foreseeNextSession(loan, accrualRules(rules, row));
}

/** A loan of which a next session can be foreseen: something is outstanding, and its session day is known. */
export function loanAtClose(row: LoanAtDate): LoanAtClose | null {
  const { sessionDay } = row;
  return row.isClosed || row.outstandingVnd === 0n || sessionDay === null ? null : { ...row, sessionDay };
}
