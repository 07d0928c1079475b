import type { Tx } from '../../platform/db/database.ts';
import { deleteJudgedDate, insertJudgedDate, type JudgedDate } from './db/judged-dates.ts';

/** Keeps that an office's data date is published by the rules: a row that reaches back to it is asked about first [PR12]. */
export async function noteJudged(tx: Tx, judged: JudgedDate): Promise<void> {
  await insertJudgedDate(tx, judged);
}

/** Keeps no longer that an office's data date is published: all its versions were taken back [PR12]. */
export async function forgetJudged(tx: Tx, judged: JudgedDate): Promise<void> {
  await deleteJudgedDate(tx, judged);
}
