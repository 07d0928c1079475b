import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { type BatchState, lockBatch } from '../../extracts/index.ts';
import type { Publishing } from './append-positions.ts';
import type { SourceFile } from './versions.ts';

/** A batch as publication needs to know it. */
export type Batch = {
  readonly id: Id;
  readonly officeId: Id;
  /** As it is stored: a batch that a job publishes is `ready` until it is published. */
  readonly state: Exclude<BatchState, 'publishing'>;
  /** A job that shall publish it waits or runs. */
  readonly isPublishing: boolean;
  readonly dataDate: BusinessDate | null;
  /** The office as the files name it; a new one becomes real with the first publication. */
  readonly officeCode: string | null;
  readonly officeName: string | null;
  readonly branchCode: string | null;
  readonly officeIsNew: boolean;
};

/** A commune, or the office's counter, that a batch names. */
export type BatchArea = {
  readonly communeId: Id;
  readonly kind: 'commune' | 'counter';
  readonly communeCode: string;
  readonly name: string | null;
  readonly isNew: boolean;
};

/** The batch, locked against a second publication at once; undefined outside the scope. */
export async function readBatch(
  tx: Tx,
  batchId: Id,
  { lock }: { lock: boolean },
): Promise<Batch | undefined> {
  if (lock) await lockBatch(tx, batchId);
  const { rows } = await sql<Batch>`
    select id, office_id as "officeId", state, exists (
        select 1 from platform.job where job.office_id = batch.office_id and job.id = batch.publish_job_id
          and job.state in ('queued', 'running')) as "isPublishing", data_date as "dataDate", office_code as "officeCode",
      office_name as "officeName", branch_code as "branchCode", office_is_new as "officeIsNew"
    from extracts.batch where id = ${batchId}`.execute(tx);
  return rows[0];
}

/** The communes and the counter of a batch, by code; a name that the file lost is the one they are known by. */
export async function batchAreas(tx: Tx, batch: Batch): Promise<BatchArea[]> {
  const { rows } = await sql<BatchArea>`
    select staged.area_id as "communeId", staged.kind, staged.bank_code as "communeCode",
      coalesce(nullif(staged.name, ''), area.name) as name, staged.is_new as "isNew"
    from extracts.staged_area staged left join registry.area on area.id = staged.area_id
    where staged.office_id = ${batch.officeId} and staged.batch_id = ${batch.id} and staged.kind in ('commune', 'counter')
    order by staged.kind, staged.bank_code`.execute(tx);
  return rows;
}

/** The files the batch's rows came from. */
export async function batchFiles(
  tx: Tx,
  batch: { readonly id: Id; readonly officeId: Id },
): Promise<SourceFile[]> {
  const { rows } = await sql<SourceFile>`
    select kind, name, rows from extracts.batch_file
    where office_id = ${batch.officeId} and batch_id = ${batch.id} and state = 'read' and kind is not null
    order by position`.execute(tx);
  return rows;
}

/** Notes on the batch that it was published, and as which version of its date: the highest that is not undone stands. */
export async function markBatchPublished(
  tx: Tx,
  { officeId, batchId, versionNumber }: Pick<Publishing, 'officeId' | 'batchId' | 'versionNumber'>,
): Promise<void> {
  await sql`
    update extracts.batch set state = 'published', version_number = ${versionNumber}
    where office_id = ${officeId} and id = ${batchId}`.execute(tx);
}

/** Notes on the batch that its publication was undone. */
export async function markBatchUndone(
  tx: Tx,
  batch: { readonly id: Id; readonly officeId: Id },
): Promise<void> {
  await sql`
    update extracts.batch set state = 'undone' where office_id = ${batch.officeId} and id = ${batch.id}`.execute(
    tx,
  );
}

/** Notes the job that shall publish a batch: while it waits or runs, the batch shows as being published. */
export async function setPublishJob(
  tx: Tx,
  batch: { readonly id: Id; readonly officeId: Id },
  jobId: Id,
): Promise<void> {
  await sql`
    update extracts.batch set publish_job_id = ${jobId}
    where office_id = ${batch.officeId} and id = ${batch.id}`.execute(tx);
}
