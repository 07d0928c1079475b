import { sql } from 'kysely';
import type { OutputOf } from '../../kernel/contract.ts';
import type { Id } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../audit/append-audit.ts';
import type { Caller } from '../caller.ts';
import type { Tx } from '../db/database.ts';
import { defineRoutes, implement } from '../http/implement.ts';
import { cancelJob, readJob } from './contract.ts';
import { JOB_REFUSALS } from './refusals.ts';

/** Reading and cancelling jobs. */
export const jobRoutes = defineRoutes(JOB_REFUSALS, [
  implement(
    readJob,
    async ({ id }, { tx, caller }) => (await findJob(tx, caller, id))?.job ?? refuse('notFound'),
  ),
  implement(
    cancelJob,
    async ({ id }, { tx, caller, clock, note }) => {
      const found = await findJob(tx, caller, id);
      if (!found) return refuse('notFound');
      if (!mayCancel(caller, found.createdBy)) return refuse('jobOfAnother');
      if (!(await requestCancel(tx, id, clock.now()))) return refuse('jobFinished');
      note({ communeId: SYSTEM_CHAIN, subject: { jobId: id, task: found.job.task } });
      return (await findJob(tx, caller, id))?.job ?? refuse('notFound');
    },
    // A job of a whole office is noted in the system's chain; which jobs the caller sees is decided below.
    { runsAs: 'system' },
  ),
]);

/** The person who asked for it, the director of the office, and this machine's command line. */
function mayCancel(caller: Caller, createdBy: Id | null): boolean {
  return caller.kind === 'system' || caller.userId === createdBy || caller.role === 'officeDirector';
}

type Job = OutputOf<typeof readJob>;
type JobRow = Omit<Job, 'createdAt' | 'startedAt' | 'finishedAt'> & {
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  createdBy: Id | null;
};

async function findJob(
  tx: Tx,
  caller: Caller,
  id: Id,
): Promise<{ job: Job; createdBy: Id | null } | undefined> {
  const { officeIds, communeIds } = caller.scope;
  const { rows } = await sql<JobRow>`
    select id, task, state, done, total, message, cancel_requested_at is not null as "cancelRequested",
           created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt", created_by as "createdBy"
    from platform.job
    where id = ${id} and (office_id = any (${officeIds}::uuid[]) or commune_id = any (${communeIds}::uuid[]))
  `.execute(tx);
  const [row] = rows;
  if (!row) return undefined;
  const { createdBy, ...job } = row;
  const text = (at: Date | null) => at?.toISOString() ?? null;
  return {
    createdBy,
    job: {
      ...job,
      createdAt: row.createdAt.toISOString(),
      startedAt: text(row.startedAt),
      finishedAt: text(row.finishedAt),
    },
  };
}

/** A waiting job is cancelled at once, a running one is asked to stop. False when it has ended. */
async function requestCancel(tx: Tx, id: Id, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update platform.job set cancel_requested_at = coalesce(cancel_requested_at, ${at}),
      state = case state when 'queued' then 'cancelled' else state end,
      finished_at = case state when 'queued' then ${at}::timestamptz end
    where id = ${id} and state in ('queued', 'running')
  `.execute(tx);
  return numAffectedRows === 1n;
}
