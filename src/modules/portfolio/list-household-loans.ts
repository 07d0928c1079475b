import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { listHouseholdLoans as operation } from './contract.ts';
import { householdCustomers, loanHistory, savingHistory } from './db/loan-history.ts';
import { savingBooksOn } from './domain/saving-books.ts';
import type { FindSessions } from './find-sessions.ts';
import { loanDetails } from './show-loan.ts';

type Output = OutputOf<typeof operation>;

/** The loans and savings of a household's members over all dates. */
export async function listHouseholdLoans(
  { communeId, householdId, dataDate }: InputOf<typeof operation>,
  context: HandlerContext,
  findSessions: FindSessions,
): Promise<Output> {
  const { tx } = context;
  const customerCodes = await householdCustomers(tx, communeId, householdId);
  const history = await loanHistory(tx, { communeId, customerCodes });
  const loans = await loanDetails(context, { history, dataDate, findSessions });
  const savings = await savingHistory(tx, { communeId, customerCodes });
  const shownOn =
    [...loans, ...savings]
      .map((row) => row.dataDate)
      .filter((date) => dataDate === undefined || date <= dataDate)
      .sort()
      .at(-1) ?? null;
  return { dataDate: shownOn, loans, savings: shownOn === null ? [] : savingBooksOn(savings, shownOn) };
}
