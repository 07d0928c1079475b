import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { BatchState } from '../domain/batch-states.ts';

/** A batch as it is stored; its JSON columns are decoded by `decode-batch.ts`. */
export type BatchRow = {
  readonly officeId: Id;
  readonly batchId: Id;
  readonly state: BatchState;
  readonly dataDate: BusinessDate | null;
  readonly refusals: unknown;
  readonly questions: unknown;
  readonly answers: unknown;
  readonly summary: unknown;
  readonly jobId: Id | null;
  readonly publishJobId: Id | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
};

/**
 * A batch says that it is being read until the reading ends; where the job of it was cancelled or has failed, it never
 * does. Such a batch counts as refused, and says why.
 */
const readingJob = sql`from platform.job where job.office_id = batch.office_id and job.id = batch.job_id`;
const isStopped = sql`
  (batch.state = 'reading' and not exists (select 1 ${readingJob} and job.state in ('queued', 'running')))`;
const whyStopped = sql`
  jsonb_build_array(coalesce(
    (select jsonb_build_object('code', 'readingFailed', 'data', jsonb_build_object('message', job.message))
      ${readingJob} and job.state = 'failed'),
    '{"code": "readingStopped", "data": {}}'))`;

/** Whoever has a batch published notes the job; the batch is ready before, after a failure, and when it was stopped. */
const isPublishing = sql`
  (batch.state = 'ready' and exists (
    select 1 from platform.job where job.office_id = batch.office_id and job.id = batch.publish_job_id
      and job.state in ('queued', 'running')))`;

const columns = sql`
  office_id as "officeId", id as "batchId",
  case when ${isStopped} then 'refused' when ${isPublishing} then 'publishing' else state end as state,
  data_date as "dataDate", case when ${isStopped} then ${whyStopped} else refusals end as refusals,
  questions, answers, summary,
  job_id as "jobId", publish_job_id as "publishJobId", created_at as "createdAt", finished_at as "finishedAt"`;

/** A new batch, receiving its files. */
export async function insertBatch(
  tx: Tx,
  batch: { officeId: Id; batchId: Id; createdBy: Id | null; at: Date },
): Promise<void> {
  await sql`
    insert into extracts.batch (office_id, id, state, created_by, created_at)
    values (${batch.officeId}, ${batch.batchId}, 'receiving', ${batch.createdBy}, ${batch.at})`.execute(tx);
}

/**
 * Locks a batch against other changes, in a statement of its own: one that waits for a lock is then given the batch as it
 * has become, but its job as it was before, so that what is read of both together is read afterwards.
 */
export async function lockBatch(tx: Tx, batchId: Id): Promise<void> {
  await sql`select from extracts.batch where id = ${batchId} for update`.execute(tx);
}

/** One batch of the scope's offices; locked against other changes where asked. */
export async function selectBatch(
  tx: Tx,
  batchId: Id,
  { lock = false }: { lock?: boolean } = {},
): Promise<BatchRow | undefined> {
  if (lock) await lockBatch(tx, batchId);
  const { rows } = await sql<BatchRow>`select ${columns} from extracts.batch where id = ${batchId}`.execute(
    tx,
  );
  return rows[0];
}

/** Batches of the scope's offices, newest first; ids are made in order of time. */
export async function selectBatches(
  tx: Tx,
  { before, most }: { before: Id | undefined; most: number },
): Promise<(BatchRow & { readonly files: readonly string[] })[]> {
  const { rows } = await sql<BatchRow & { files: string[] }>`
    select ${columns}, array(
      select file.name from extracts.batch_file file
      where file.office_id = batch.office_id and file.batch_id = batch.id order by file.position) as files
    from extracts.batch
    where state <> 'discarded' and (${before ?? null}::uuid is null or id < ${before ?? null}::uuid)
    order by id desc limit ${most}`.execute(tx);
  return rows;
}

/** Puts a batch into reading under a job; earlier results are void. */
export async function startBatchReading(
  tx: Tx,
  batch: { officeId: Id; batchId: Id },
  { jobId, answers }: { jobId: Id; answers?: unknown },
): Promise<void> {
  const answered = answers === undefined ? sql`` : sql`, answers = ${JSON.stringify(answers)}::jsonb`;
  await sql`
    update extracts.batch set state = 'reading', job_id = ${jobId}, publish_job_id = null, refusals = '[]', questions = '[]', summary = null,
      data_date = null, finished_at = null ${answered}
    where office_id = ${batch.officeId} and id = ${batch.batchId}`.execute(tx);
}

/** What a reading came to. */
export type BatchResult = {
  readonly state: 'question' | 'ready' | 'refused';
  readonly dataDate: BusinessDate | null;
  readonly office: {
    readonly code: string;
    readonly name: string;
    readonly branchCode: string;
    readonly isNew: boolean;
  } | null;
  readonly refusals: unknown;
  readonly questions: unknown;
  readonly summary: unknown;
  readonly at: Date;
};

/** Keeps the result of a reading. */
export async function finishBatchReading(
  tx: Tx,
  batch: { officeId: Id; batchId: Id },
  { state, dataDate, office, refusals, questions, summary, at }: BatchResult,
): Promise<void> {
  await sql`
    update extracts.batch set state = ${state}, data_date = ${dataDate}, finished_at = ${at},
      office_code = ${office?.code ?? null}, office_name = ${office?.name ?? null},
      branch_code = ${office?.branchCode || null}, office_is_new = ${office?.isNew ?? false},
      refusals = ${JSON.stringify(refusals)}::jsonb, questions = ${JSON.stringify(questions)}::jsonb,
      summary = ${summary === null ? null : JSON.stringify(summary)}::jsonb
    where office_id = ${batch.officeId} and id = ${batch.batchId}`.execute(tx);
}

/** Changes only the state; that it is being published is told by its job. */
export async function setBatchState(
  tx: Tx,
  batch: { officeId: Id; batchId: Id },
  state: Exclude<BatchState, 'publishing'>,
): Promise<void> {
  await sql`
    update extracts.batch set state = ${state} where office_id = ${batch.officeId} and id = ${batch.batchId}`.execute(
    tx,
  );
}

/**
 * The data date of a published batch that holds all of these contents, where it is the one that stands for its date:
 * publishing them again would change nothing [EX19]. Contents that it set aside are known again beside one that it
 * read; on their own nothing of them was published.
 */
export async function publishedDateOf(
  tx: Tx,
  { officeId, sha256s }: { officeId: Id; sha256s: readonly string[] },
): Promise<BusinessDate | undefined> {
  const { rows } = await sql<{ dataDate: BusinessDate }>`
    with standing as (
      select distinct on (data_date) id, data_date from extracts.batch
      where office_id = ${officeId} and state = 'published' order by data_date, version_number desc nulls last)
    select standing.data_date as "dataDate" from standing
    join lateral (
      select array_agg(file.sha256) as known, array_agg(file.sha256) filter (where file.state = 'read') as read
      from extracts.batch_file file
      where file.office_id = ${officeId} and file.batch_id = standing.id and file.state in ('read', 'set_aside')
    ) contents on ${[...sha256s]}::text[] <@ contents.known and ${[...sha256s]}::text[] && contents.read
    limit 1`.execute(tx);
  return rows[0]?.dataDate;
}
