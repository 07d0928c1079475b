import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';

/** A loan that is told to be checked after disbursement. */
export type ToldCheck = {
  readonly contractNo: string;
  /** The day of the check, as it was told. */
  readonly doneOn: BusinessDate;
};

/** Where checks are told: a commune, and what tells them. */
export type ToldBy = { readonly communeId: Id; readonly sourceId: Id };

/** What a source tells now. */
export async function selectStandingChecks(
  tx: Tx,
  { communeId, sourceId }: ToldBy,
): Promise<(ToldCheck & { readonly id: Id })[]> {
  const { rows } = await sql<ToldCheck & { readonly id: Id }>`
    select id, contract_no as "contractNo", done_on as "doneOn" from portfolio.told_check
    where commune_id = ${communeId} and source_id = ${sourceId} and taken_back_at is null
    order by contract_no limit 5000`.execute(tx);
  return rows;
}

/** Takes back what was told, from this moment on. */
export async function takeBackChecks(
  tx: Tx,
  { communeId, ids, at }: { readonly communeId: Id; readonly ids: readonly Id[]; readonly at: Date },
): Promise<void> {
  await sql`
    update portfolio.told_check set taken_back_at = ${at}
    where commune_id = ${communeId} and id = any (${[...ids]}::uuid[]) and taken_back_at is null`.execute(tx);
}

/** Adds what a source tells from this moment on. */
export async function insertToldChecks(
  tx: Tx,
  { communeId, sourceId }: ToldBy,
  { checks, at }: { readonly checks: readonly (ToldCheck & { readonly id: Id })[]; readonly at: Date },
): Promise<void> {
  await sql`
    insert into portfolio.told_check (commune_id, id, contract_no, source_id, done_on, told_at)
    select ${communeId}::uuid, id, "contractNo", ${sourceId}::uuid, "doneOn", ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(checks)}::jsonb) as row (id uuid, "contractNo" text, "doneOn" date)`.execute(
    tx,
  );
}
