import { sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../command.ts';

/** What a job is told: ids and codes only. */
export type JobPayload = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** Work that takes longer than a request: an import, roll-ups, documents. */
export type NewJob = {
  /** Names its handler: `extracts.readBatch`. */
  readonly task: string;
  readonly payload: JobPayload;
  /** The office whose work it is; its people see the job. */
  readonly officeId: Id;
  /** Set where it is the work of one commune: its people see it too. */
  readonly communeId?: Id;
};

/**
 * Queues a job in the transaction of the command that wants it: it runs after commit, as the caller who asked, in the
 * same scope; rolled back, it never was.
 *
 * @returns the job's id, by which it is read and cancelled
 */
export async function enqueueJob(context: HandlerContext, job: NewJob): Promise<Id> {
  const { tx, caller, clock, newId } = context;
  const id = newId();
  // The session is not the job's: signing out does not stop it.
  const asker = JSON.stringify({ ...caller, sessionId: null });
  await sql`
    insert into platform.job (office_id, id, commune_id, task, payload, caller, state, created_by, created_at)
    values (${job.officeId}, ${id}, ${job.communeId ?? null}, ${job.task}, ${JSON.stringify(job.payload)}::jsonb,
            ${asker}::jsonb, 'queued', ${caller.userId}, ${clock.now()})
  `.execute(tx);
  return id;
}
