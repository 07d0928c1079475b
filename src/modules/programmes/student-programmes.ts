import type { BusinessDate } from '../../kernel/dates.ts';
import type { Tx } from '../../platform/db/database.ts';
import { readStudentProgrammes } from './db/catalogue.ts';

/** The codes of the programmes whose borrowers do not pay interest while they study, as codes are used on a day [PR13]. */
export async function studentProgrammes(tx: Tx, onDate: BusinessDate): Promise<string[]> {
  return readStudentProgrammes(tx, onDate);
}
