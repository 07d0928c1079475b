import type { Logger } from 'pino';
import { isRefusal, type Refusal, type RefusalTexts, refusalText } from '../../kernel/refusal.ts';
import type { Caller } from '../caller.ts';
import type { Platform } from '../command.ts';
import type { Metrics } from '../metrics.ts';
import type { JobPayload } from './enqueue-job.ts';
import {
  type ClaimedJob,
  claimJob,
  endJob,
  type JobEnd,
  type JobProgress,
  LEASE_MS,
  renewJob,
} from './queue.ts';

/** What a job's handler is given. */
export type JobContext = {
  readonly platform: Platform;
  /** Who asked; commands are run as this person, in this scope. */
  readonly caller: Caller;
  /** Aborted when somebody cancels the job, the process ends, or another run has taken over. */
  readonly signal: AbortSignal;
  /** Says how far it is; seen at once, whatever becomes of the handler's own transactions. */
  progress(progress: JobProgress): Promise<void>;
  /** True when it shall stop: it leaves what is committed and returns `stopped`. */
  cancelled(): boolean;
};

/**
 * Does the work of a task. A run may be cut off and started again from the beginning, up to three times where it was
 * a crash, any number of times where the process was asked to end: each step is a command that sees whether it is done
 * already. A refusal ends the job as failed, with its sentence.
 */
export type JobHandler = {
  readonly task: string;
  readonly refusals?: RefusalTexts;
  readonly run: (payload: JobPayload, context: JobContext) => Promise<'done' | 'stopped' | Refusal>;
};

/** What runs jobs. */
export type JobRunner = {
  readonly platform: Platform;
  readonly handlers: readonly JobHandler[];
  readonly logger: Logger;
  readonly metrics: Metrics;
};

const ATTEMPTS = 3;
const RENEWAL_MS = LEASE_MS / 5;

/**
 * Runs the next waiting job to its end.
 *
 * @param stopping aborted when the process ends: the job goes back into the queue
 * @returns false when no job waits
 */
export async function runNextJob(runner: JobRunner, stopping?: AbortSignal): Promise<boolean> {
  const job = await claimJob(
    runner.platform,
    runner.handlers.map((handler) => handler.task),
  );
  if (!job) return false;
  const end = await run(runner, job, stopping);
  await endJob(runner.platform, job, end);
  if (end.state !== 'queued') runner.metrics.jobsFinished.inc({ task: job.task, state: end.state });
  return true;
}

/** Runs jobs until none waits: the command line, before it ends. */
export async function drainJobs(runner: JobRunner): Promise<void> {
  while (await runNextJob(runner));
}

type End = { readonly state: JobEnd; readonly message: string | null };

async function run(runner: JobRunner, job: ClaimedJob, stopping: AbortSignal | undefined): Promise<End> {
  const handler = runner.handlers.find((candidate) => candidate.task === job.task);
  if (!handler) throw new Error(`no handler for ${job.task}`);
  if (job.attempts > ATTEMPTS) return { state: 'failed', message: CUT_OFF };
  const lease = keepLease(runner, job, stopping);
  try {
    const outcome = await handler.run(job.payload, lease.context);
    if (isRefusal(outcome)) return { state: 'failed', message: refusalText(handler.refusals ?? {}, outcome) };
    return outcome === 'done' ? { state: 'done', message: null } : lease.stopped();
  } catch (error) {
    if (lease.context.cancelled()) return lease.stopped();
    runner.metrics.defects.inc({ where: job.task });
    runner.logger.error({ err: error, task: job.task, reference: job.id }, 'job failed');
    return {
      state: 'failed',
      message: `Hệ thống gặp lỗi ngoài dự kiến. Báo mã ${job.id} cho người quản trị.`,
    };
  } finally {
    lease.release();
  }
}

const CUT_OFF = 'Công việc đã bị ngắt giữa chừng nhiều lần nên không chạy lại nữa. Báo người quản trị.';

/** `lost`: another run has the job, and ending it does nothing. */
type StopReason = 'cancelled' | 'stopping' | 'lost';

/** Renews the lease while the handler runs, and tells it when to stop. */
function keepLease({ platform, logger }: JobRunner, job: ClaimedJob, stopping: AbortSignal | undefined) {
  const controller = new AbortController();
  const stop = (reason: StopReason) => controller.abort(reason);
  const onStopping = () => stop('stopping');
  stopping?.addEventListener('abort', onStopping);
  const renew = async (progress?: JobProgress) => {
    const state = await renewJob(platform, job, progress);
    if (state !== 'running') stop(state);
  };
  const timer = setInterval(() => {
    // A renewal that fails is tried again; the lease outlives several.
    renew().catch((error: unknown) => logger.warn({ err: error, task: job.task }, 'job not renewed'));
  }, RENEWAL_MS);
  const context: JobContext = {
    platform,
    caller: job.caller,
    signal: controller.signal,
    progress: renew,
    cancelled: () => controller.signal.aborted,
  };
  return {
    context,
    stopped: (): End => ({
      state: controller.signal.reason === 'stopping' ? 'queued' : 'cancelled',
      message: null,
    }),
    release: () => {
      clearInterval(timer);
      stopping?.removeEventListener('abort', onStopping);
    },
  };
}
