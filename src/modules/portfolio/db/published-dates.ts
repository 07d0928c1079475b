import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { SourceFile } from './versions.ts';

/** What a commune shows for a date. */
export type Publication = {
  readonly communeId: Id;
  readonly officeId: Id;
  readonly dataDate: BusinessDate;
  readonly versionId: Id;
  readonly versionNumber: number;
  readonly publishedAt: Date;
  readonly files: readonly SourceFile[];
};

/** Everything communes show, newest date first. Bounded: communes of a scope × dates kept. */
export async function publicationsOf(
  tx: Tx,
  communeIds: readonly Id[],
  { dataDate }: { dataDate?: BusinessDate } = {},
): Promise<Publication[]> {
  const { rows } = await sql<Publication>`
    select commune_id as "communeId", office_id as "officeId", data_date as "dataDate", version_id as "versionId",
      version_number as "versionNumber", published_at as "publishedAt", files
    from portfolio.publication
    where commune_id = any (${[...communeIds]}::uuid[])
      and (${dataDate ?? null}::date is null or data_date = ${dataDate ?? null}::date)
    order by data_date desc, commune_id`.execute(tx);
  return rows;
}

/** Who published what a commune shows for a date, and when. */
export type Publisher = {
  readonly communeId: Id;
  readonly officeCode: string;
  readonly publishedAt: Date;
};

/** The offices that published a date of these communes, commune by commune. */
export async function publishersOf(
  tx: Tx,
  { communeIds, dataDate }: { readonly communeIds: readonly Id[]; readonly dataDate: BusinessDate },
): Promise<Publisher[]> {
  const { rows } = await sql<Publisher>`
    select shown.commune_id as "communeId", office.bank_code as "officeCode", shown.published_at as "publishedAt"
    from portfolio.publication shown join registry.office on office.id = shown.office_id
    where shown.commune_id = any (${[...communeIds]}::uuid[]) and shown.data_date = ${dataDate}`.execute(tx);
  return rows;
}

/** The bank's code of an office; undefined while the registry does not have it. */
export async function officeCode(tx: Tx, officeId: Id): Promise<string | undefined> {
  const { rows } = await sql<{ code: string }>`
    select bank_code as code from registry.office where id = ${officeId}`.execute(tx);
  return rows[0]?.code;
}

/** The dates communes show anything for, newest first. */
export async function publishedDates(tx: Tx, communeIds: readonly Id[]): Promise<BusinessDate[]> {
  const { rows } = await sql<{ dataDate: BusinessDate }>`
    select distinct data_date as "dataDate" from portfolio.publication
    where commune_id = any (${[...communeIds]}::uuid[]) order by 1 desc`.execute(tx);
  return rows.map((row) => row.dataDate);
}

/** The dates offices have figures for, newest first. */
export async function officeDates(tx: Tx, officeIds: readonly Id[]): Promise<BusinessDate[]> {
  const { rows } = await sql<{ dataDate: BusinessDate }>`
    select distinct data_date as "dataDate" from portfolio.office_figure
    where office_id = any (${[...officeIds]}::uuid[]) order by 1 desc`.execute(tx);
  return rows.map((row) => row.dataDate);
}
