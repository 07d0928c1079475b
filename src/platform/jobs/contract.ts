import { z } from 'zod';
import { count, id, operation } from '../../kernel/contract.ts';

/** The states of a job. */
export const JOB_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

const job = z.object({
  id,
  task: z.string(),
  state: z.enum(JOB_STATES),
  /** How much is done of how much; null while unknown. */
  done: count.nullable(),
  total: count.nullable(),
  /** A Vietnamese sentence: what it is at, or why it failed. */
  message: z.string().nullable(),
  cancelRequested: z.boolean(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});

/** One job with its progress; only those of the caller's offices and communes are there. */
export const readJob = operation({
  name: 'platform.readJob',
  method: 'GET',
  path: '/jobs/{id}',
  summary: 'Xem một công việc chạy nền: trạng thái và tiến độ.',
  input: z.object({ id }),
  output: job,
  permission: 'signedIn',
});

/** Asks a job to stop: at once when it still waits, at its next step when it runs. */
export const cancelJob = operation({
  name: 'platform.cancelJob',
  method: 'POST',
  path: '/jobs/{id}/cancel',
  summary: 'Dừng một công việc chạy nền.',
  input: z.object({ id }),
  output: job,
  refusals: ['jobFinished', 'jobOfAnother'],
  permission: 'signedIn',
});
