import { sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { Caller } from '../caller.ts';
import type { Platform } from '../command.ts';
import { SYSTEM_SCOPE } from '../db/scope.ts';
import type { JobPayload } from './enqueue-job.ts';

/** A job in the hands of a run. */
export type ClaimedJob = {
  readonly officeId: Id;
  readonly id: Id;
  readonly task: string;
  readonly payload: JobPayload;
  readonly caller: Caller;
  readonly attempts: number;
  readonly runId: Id;
};

/** How far a job is. `total` null: not known yet. */
export type JobProgress = { readonly done: number; readonly total: number | null; readonly message?: string };

/** How a run ended. `queued`: given back, because the process ends; such a run counts as no attempt. */
export type JobEnd = 'done' | 'failed' | 'cancelled' | 'queued';

/** A run that is not renewed for this long is taken to be dead, and its job is taken over. */
export const LEASE_MS = 15_000;

/**
 * Takes the oldest job that waits, or whose run has died; nobody else gets it while it is renewed.
 *
 * @param tasks those this process has handlers for
 */
export async function claimJob(
  platform: Platform,
  tasks: readonly string[],
): Promise<ClaimedJob | undefined> {
  const { database, clock, newId } = platform;
  const now = clock.now();
  const { rows } = await database.write(SYSTEM_SCOPE, (tx) =>
    sql<ClaimedJob & { office_id: Id; run_id: Id }>`
      update platform.job set state = 'running', attempts = attempts + 1, run_id = ${newId()},
        started_at = coalesce(started_at, ${now}), lease_until = ${leaseFrom(now)}
      where (office_id, id) = (
        select office_id, id from platform.job
        where (state = 'queued' or (state = 'running' and lease_until < ${now})) and task = any (${tasks})
        order by created_at, id limit 1 for update skip locked
      )
      returning office_id, id, task, payload, caller, attempts, run_id
    `.execute(tx),
  );
  const [row] = rows;
  return row && { ...row, officeId: row.office_id, runId: row.run_id };
}

/**
 * Says that the run lives, and how far it is, in a transaction of its own, so that people see it at once.
 *
 * @returns `lost` when another run has taken the job over, `cancelled` when somebody asked for that
 */
export async function renewJob(
  platform: Platform,
  job: ClaimedJob,
  progress: JobProgress | undefined,
): Promise<'running' | 'cancelled' | 'lost'> {
  const told = progress
    ? sql`, done = ${progress.done}, total = ${progress.total}, message = ${progress.message ?? null}`
    : sql``;
  const { rows } = await platform.database.write(SYSTEM_SCOPE, (tx) =>
    sql<{ cancelled: boolean }>`
      update platform.job set lease_until = ${leaseFrom(platform.clock.now())} ${told}
      where office_id = ${job.officeId} and id = ${job.id} and run_id = ${job.runId} and state = 'running'
      returning cancel_requested_at is not null as cancelled
    `.execute(tx),
  );
  const [row] = rows;
  if (!row) return 'lost';
  return row.cancelled ? 'cancelled' : 'running';
}

/** Ends a run. A run that has lost its job ends nothing. */
export async function endJob(
  { database, clock }: Platform,
  job: ClaimedJob,
  { state, message }: { state: JobEnd; message: string | null },
): Promise<void> {
  await database.write(SYSTEM_SCOPE, (tx) =>
    sql`
      update platform.job set state = ${state}, message = coalesce(${message}::text, message), lease_until = null,
        run_id = null, finished_at = ${state === 'queued' ? null : clock.now()},
        attempts = attempts - ${state === 'queued' ? 1 : 0}
      where office_id = ${job.officeId} and id = ${job.id} and run_id = ${job.runId} and state = 'running'
    `.execute(tx),
  );
}

/** How many jobs are queued and running, for the metrics. */
export async function countJobs({ database }: Platform): Promise<{ queued: number; running: number }> {
  const { rows } = await database.read(SYSTEM_SCOPE, (tx) =>
    sql<{ queued: number; running: number }>`
      select count(*) filter (where state = 'queued')::int as queued,
             count(*) filter (where state = 'running')::int as running
      from platform.job where state in ('queued', 'running')
    `.execute(tx),
  );
  return rows[0] ?? { queued: 0, running: 0 };
}

function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS);
}
