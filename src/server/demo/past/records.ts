import type { RecordLink } from '../../../modules/governance/domain/record-words.ts';
import { listLoans } from '../../../modules/portfolio/contract.ts';
import { throwOf } from './chance.ts';
import { OFFICER, type Town } from './commune-facts.ts';
import { aboutOf } from './conclusions.ts';
import type { Report } from './reports.ts';
import { seedOf, type Task } from './tasks-at-hand.ts';

/** These months name records in their reports, and have their checks counted by them: the habit began after the first ones. */
export const MONTHS_WITH_RECORDS = 9;

/** As many as a report may name. */
const MOST_RECORDS = 10;

/**
 * What a report names as evidence: the loans that were checked after disbursement, the household that was visited. A hasty
 * one says that all is done and names less: the count beside it says so.
 */
export async function recordsOf(town: Town, task: Task, { outcome }: Report): Promise<RecordLink[]> {
  if (town.monthsToGo >= MONTHS_WITH_RECORDS) return [];
  const { householdId, ownerSeat } = task;
  // The police read no register: they name no household's file.
  if (householdId !== null && ownerSeat === 'communePolice') return [];
  if (householdId !== null)
    return throwOf(2, seedOf(task), 'records') === 0 ? [{ kind: 'household', householdId }] : [];
  const contractNos = await loansToCheck(town, task);
  const isShort = outcome !== 'done' || isHasty(town, task);
  const named = contractNos.slice(0, isShort ? Math.ceil(contractNos.length / 2) : MOST_RECORDS);
  return named.map((contractNo) => ({ kind: 'loan', contractNo }));
}

/** In the month in which the demo begins reports that all is checked name half of it, where nobody has returned them yet. */
function isHasty({ monthsToGo }: Town, { returnedOn }: Task): boolean {
  return monthsToGo === 0 && returnedOn === null;
}

/** The loans that a task has checked and is counted by: those of its association on the list of its meeting's figures. */
async function loansToCheck({ hands, communeId }: Town, task: Task): Promise<string[]> {
  const { text, figures, ownerSeat } = task;
  const [part, associationCode] = ownerSeat?.split(':') ?? [];
  if (aboutOf(text) !== 'checks' || figures === null || part !== 'associationHead') return [];
  const list = 'disbursed_last_30_days';
  const ofMeeting = { list, communeId, dataDate: figures.fromDate, associationCode, limit: 100 } as const;
  const { rows } = await hands.act(OFFICER, listLoans, ofMeeting);
  return rows.map(({ contractNo }) => contractNo);
}
