import { fileURLToPath } from 'node:url';
import { day } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { isRefusal, type Refusal } from '../../../kernel/refusal.ts';
import type { HandlerContext } from '../../../platform/command.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import type { ListName } from '../domain/list-names.ts';
import { listLoans } from '../list-loans.ts';
import { ask, givenOffice, officer, publish, type TestOffice } from './given-office.ts';
import { readTruth } from './truth.ts';

/** The files with faults, as they come from the bank. */
export const FOLDER = fileURLToPath(new URL('./extracts/dirty', import.meta.url));
/** The first of the two data dates. */
export const SEPTEMBER = day('2026-09-30');
/** The second of them. */
export const OCTOBER = day('2026-10-31');
/** What the figures of October must be. */
export const TRUTH = readTruth(FOLDER, OCTOBER);
/** What those of September must be. */
export const BEFORE = readTruth(FOLDER, SEPTEMBER);

/** An office that has published two months. */
export type TwoMonths = {
  readonly database: TestDatabase;
  readonly office: TestOffice;
  readonly communes: ReadonlyMap<string, Id>;
  /** Asks as the office's credit officer. @throws when it is refused */
  answer<T>(handler: (context: HandlerContext) => Promise<T | Refusal>): Promise<T>;
  communeOf(code: string): Id;
  /** The first row of a list. @throws when nobody stands on it */
  firstOf(
    list: ListName,
  ): Promise<Extract<Awaited<ReturnType<typeof listLoans>>, { rows: unknown }>['rows'][number]>;
};

/** Publishes September and October 2026 in a database of its own. */
export async function givenTwoMonths(): Promise<TwoMonths> {
  const database = await testDatabase();
  const office = await givenOffice(database);
  await publish(office, { folder: FOLDER, dataDate: SEPTEMBER });
  const { communes } = await publish(office, { folder: FOLDER, dataDate: OCTOBER });
  const answer: TwoMonths['answer'] = async (handler) => {
    const outcome = await ask(office, await officer(office), handler);
    if (isRefusal(outcome)) throw new Error(`${outcome.refused} ${JSON.stringify(outcome.data)}`);
    return outcome;
  };
  return {
    database,
    office,
    communes,
    answer,
    communeOf: (code) => communes.get(code) as Id,
    firstOf: async (list) => {
      const { rows } = await answer((context) => listLoans({ list, dataDate: OCTOBER }, context));
      const [row] = rows;
      if (!row) throw new Error(`nobody on ${list}`);
      return row;
    },
  };
}
