import type { Logger } from 'pino';
import type { Platform } from './command.ts';
import type { DemoDay } from './demo/demo-day.ts';
import { type Chore, keepHouse } from './housekeeping/housekeep.ts';
import { countJobs } from './jobs/queue.ts';
import { type JobHandler, runNextJob } from './jobs/run-job.ts';
import { type MailSender, sendNextMail } from './mail/send-mail.ts';
import type { Metrics } from './metrics.ts';
import { countWaiting, deliverOutbox, type EventHandler } from './outbox/deliver-outbox.ts';

/** What works in the background of a server. */
export type WorkerOptions = {
  readonly platform: Platform;
  readonly jobs: readonly JobHandler[];
  readonly events: readonly EventHandler[];
  /** The day this process goes by, where the database may be the demo. */
  readonly demo?: DemoDay;
  /** What is removed once a day. */
  readonly chores?: readonly Chore[];
  /** Sends mail; absent where no mail server is set. */
  readonly mail?: Omit<MailSender, 'platform'> | undefined;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** How often to look for work when there was none. */
  readonly pollMs?: number;
  /** How many jobs at a time. */
  readonly concurrency?: number;
};

/** The background at work. */
export type Worker = {
  /** Takes no new work, asks running jobs to stop and gives them back to the queue, waits for them. */
  stop(): Promise<void>;
};

/** A chore is done once a day; whether one is due is asked this often. */
const HOUSEKEEPING_POLL_MS = 600_000;

/** Mail is asked for less often than jobs: nobody watches it go. */
const MAIL_POLL_MS = 2_000;

/** How old the demo's day may be in a process that has not moved it itself. */
const DEMO_POLL_MS = 2_000;

/** Starts the background: jobs, delivery of events, the gauges of both, housekeeping, the demo's day. Any number of processes may have one. */
export function startWorker(options: WorkerOptions): Worker {
  const { platform, jobs, events, demo, chores = [], mail, logger, metrics } = options;
  const { pollMs = 500, concurrency = 2 } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const runner = { platform, handlers: jobs, logger, metrics };
  const deliverer = { platform, handlers: events, logger, metrics };
  const onDefect: NonNullable<MailSender['onDefect']> = (error, { id }) => {
    metrics.defects.inc({ where: 'mail.attachments' });
    logger.error({ err: error, mailId: id }, 'attachments failed');
  };
  const loops = [
    ...Array.from({ length: jobs.length === 0 ? 0 : concurrency }, () =>
      repeat({ pollMs, signal, logger }, () => runNextJob(runner, signal)),
    ),
    repeat({ pollMs, signal, logger }, async () => (await deliverOutbox(deliverer)) > 0),
    repeat({ pollMs: HOUSEKEEPING_POLL_MS, signal, logger }, async () => {
      await keepHouse({ platform, chores, logger, metrics });
      return false;
    }),
    ...(mail === undefined
      ? []
      : [
          repeat({ pollMs: MAIL_POLL_MS, signal, logger }, () =>
            sendNextMail({ ...mail, platform, onDefect }),
          ),
        ]),
    ...(demo?.current()
      ? [repeat({ pollMs: DEMO_POLL_MS, signal, logger }, () => followDay(demo, platform))]
      : []),
    repeat({ pollMs: 5_000, signal, logger }, async () => {
      await showWaiting(platform, metrics);
      return false;
    }),
  ];
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}

async function followDay(demo: DemoDay, { database }: Platform): Promise<false> {
  await demo.follow(database);
  return false;
}

async function showWaiting(platform: Platform, metrics: Metrics): Promise<void> {
  const { queued, running } = await countJobs(platform);
  metrics.jobsWaiting.set({ state: 'queued' }, queued);
  metrics.jobsWaiting.set({ state: 'running' }, running);
  metrics.eventsWaiting.set(await countWaiting(platform));
}

/** Works until stopped; rests when there was nothing to do, and after an error (the database may be restarting). */
async function repeat(
  { pollMs, signal, logger }: { pollMs: number; signal: AbortSignal; logger: Logger },
  work: () => Promise<boolean>,
): Promise<void> {
  while (!signal.aborted) {
    let found = false;
    try {
      found = await work();
    } catch (error) {
      logger.error({ err: error }, 'background work failed');
    }
    if (!found) await rest(pollMs, signal);
  }
}

/** Waits, but no longer than until stopped. */
function rest(delayMs: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, delayMs);
    signal.addEventListener('abort', end);
  });
}
