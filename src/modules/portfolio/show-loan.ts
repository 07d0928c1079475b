import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { showLoan as operation } from './contract.ts';
import { type LoanAtDate, loanHistory } from './db/loan-history.ts';
import {
  type CalendarSession,
  foreseeNextSession,
  type HeldSession,
  type NextSession,
  nextHeldSession,
} from './domain/next-session.ts';
import type { RuleRows } from './domain/rules.ts';
import { type FindSessions, sessionsAfter, sessionsToCome } from './find-sessions.ts';
import { accrualRules } from './interest-checks.ts';
import { namedRows } from './list-loans.ts';
import { rulesOfCommunes } from './read-rules.ts';

type Detail = OutputOf<typeof operation>;

/** One loan as a date knows it, and its life over all dates. */
export async function showLoan(
  input: InputOf<typeof operation>,
  context: HandlerContext,
  findSessions: FindSessions,
): Promise<Outcome<Detail, 'loanNotFound'>> {
  const history = await loanHistory(context.tx, input);
  const [detail] = await loanDetails(context, { history, findSessions, dataDate: input.dataDate });
  return detail ?? refuse('loanNotFound', { contract: input.contractNo });
}

/** Loans over all dates, the date to know them by, and whom to ask for the calendar. */
type LoansAsked = {
  readonly history: readonly LoanAtDate[];
  readonly dataDate: BusinessDate | undefined;
  readonly findSessions: FindSessions;
};

/** Each loan of a history as the chosen date knows it, or the newest at or before it; later loans are left out. */
export async function loanDetails(
  context: HandlerContext,
  { history, dataDate, findSessions }: LoansAsked,
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
  const sessionOf = await sessionsOfLoans(context, { history, rows: newest, findSessions });
  return named.map((row) => ({
    ...row,
    lists: [...row.lists],
    nextSession: foreseen(row, sessionOf(row), rulesOf(row.communeId)),
    dates: history.filter((other) => other.contractNo === row.contractNo),
  }));
}

/** The next session of each of these loans: each commune's calendar is asked once. */
export async function sessionsOfLoans(
  context: HandlerContext,
  {
    history,
    rows,
    findSessions,
  }: {
    readonly history: readonly LoanAtDate[];
    readonly rows: readonly LoanAtDate[];
    readonly findSessions: FindSessions;
  },
): Promise<(row: LoanAtDate) => HeldSession | null> {
  const today = context.clock.today();
  const newestOn = history
    .map(({ dataDate }) => dataDate)
    .sort()
    .at(-1);
  const afterOf = ({ dataDate }: LoanAtDate) =>
    sessionsAfter(dataDate, { isNewest: dataDate === newestOn, today });
  const calendars = new Map<Id, readonly CalendarSession[]>();
  for (const communeId of new Set(rows.map((row) => row.communeId))) {
    const [after] = rows
      .filter((row) => row.communeId === communeId)
      .map(afterOf)
      .sort();
    if (after !== undefined)
      calendars.set(communeId, await sessionsToCome(context, findSessions, { communeId, after }));
  }
  return (row) => {
    const { communeId, sessionDay, villageCode } = row;
    if (sessionDay === null) return null;
    return nextHeldSession(calendars.get(communeId) ?? [], { sessionDay, villageCode }, afterOf(row));
  };
}

/** What is to come at a loan's next session [PF12]; null for closed loans and where the file names no session day. */
export function foreseen(row: LoanAtDate, session: HeldSession | null, rules: RuleRows): NextSession | null {
  const isOpen = !row.isClosed && row.outstandingVnd !== 0n;
  return isOpen && session ? foreseeNextSession(row, session, accrualRules(rules, row)) : null;
}
