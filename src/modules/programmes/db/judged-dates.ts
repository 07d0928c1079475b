import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';

/** A data date of an office. */
export type JudgedDate = { readonly officeId: Id; readonly dataDate: BusinessDate };

/** Keeps that an office's date stands published by the rules. */
export async function insertJudgedDate(tx: Tx, { officeId, dataDate }: JudgedDate): Promise<void> {
  await sql`
    insert into programmes.judged_date (office_id, data_date) values (${officeId}, ${dataDate})
    on conflict do nothing
  `.execute(tx);
}

/** Keeps no longer that it does. */
export async function deleteJudgedDate(tx: Tx, { officeId, dataDate }: JudgedDate): Promise<void> {
  await sql`
    delete from programmes.judged_date where office_id = ${officeId} and data_date = ${dataDate}
  `.execute(tx);
}

/** The newest date that stands published anywhere; null while none does. */
export async function newestJudgedDate(tx: Tx): Promise<BusinessDate | null> {
  const { rows } = await sql<{ newest: BusinessDate | null }>`
    select max(data_date) as newest from programmes.judged_date
  `.execute(tx);
  return rows[0]?.newest ?? null;
}
