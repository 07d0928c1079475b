import { join } from 'node:path';
import type { Closer } from '../platform/closers.ts';
import { cleanUploads } from '../platform/http/clean-uploads.ts';
import { createHttpServer } from '../platform/http/server.ts';
import { removeOldUploads } from '../platform/http/spool-uploads.ts';
import { createLogger } from '../platform/log.ts';
import { openLogFile } from '../platform/log-file.ts';
import { createMetrics } from '../platform/metrics.ts';
import { openPlatform } from '../platform/open-platform.ts';
import { drainOutbox } from '../platform/outbox/deliver-outbox.ts';
import { noteRunningServer } from '../platform/running-server.ts';
import type { Settings } from '../platform/settings.ts';
import { diskProblem, type StartProblem } from '../platform/start-problem.ts';
import { startWorker } from '../platform/worker.ts';
import { announcement } from './announcement.ts';
import { CHORES, fileChores } from './chores.ts';
import { checkAddressIsFree, listen } from './listen.ts';
import { mailHandlersOf, mailSenderOf } from './mail.ts';
import { composeModules, EVENT_HANDLERS, JOB_HANDLERS } from './modules.ts';
import { readTransport } from './transport.ts';

const UPLOAD_LIMITS = { fileBytes: 64_000_000, files: 40, totalBytes: 268_435_456 };

/**
 * Starts everything in order, handing over what closes each part as soon as it is opened.
 *
 * @param onLost told while serving when the database has died and cannot be had again
 * @returns the one line that is printed
 * @throws StartProblem in all cases a person can do something about
 */
export async function startServer(
  settings: Settings,
  closers: Closer[],
  onLost: (problem: StartProblem) => void,
): Promise<string> {
  try {
    return await start(settings, closers, onLost);
  } catch (error) {
    throw diskProblem(error, { dataDir: settings.dataDir, isElsewhere: settings.databaseUrl !== null });
  }
}

async function start(
  settings: Settings,
  closers: Closer[],
  onLost: (problem: StartProblem) => void,
): Promise<string> {
  const transport = readTransport(settings.transport);
  const mail = mailSenderOf(settings.mail);
  await checkAddressIsFree(settings);
  const report = (sentence: string) => void process.stderr.write(`${sentence}\n`);
  // The log has the platform's clock, so it is there a moment later; no file comes before it.
  const onUnscanned = (error: unknown) => logger.warn({ err: error }, 'file not scanned');
  const opening = openPlatform(settings, { ...settings.pool, report, onLost, onUnscanned });
  closers.push(() =>
    opening.then(
      (open) => open.close(),
      () => undefined,
    ),
  );
  const open = await opening;
  const logger = createLogger(open.platform.clock, {
    level: settings.logLevel,
    destination: openLogFile(settings.dataDir),
  });
  const metrics = createMetrics({ ofProcess: true });
  const uploadFolder = join(settings.dataDir, 'uploads');
  // The daily chore is done by one process of them all, on its own machine.
  await removeOldUploads(uploadFolder);
  const background = {
    platform: open.background,
    jobs: JOB_HANDLERS,
    chores: [...CHORES, cleanUploads(uploadFolder), ...fileChores(open.files)],
    demo: open.demo,
    logger,
    metrics,
  };
  const modules = await composeModules(open, {
    hasDemo: settings.hasDemo,
    mail: mail && { fromDemo: settings.hasDemoMail },
    deliver: () => drainOutbox({ ...background, handlers: EVENT_HANDLERS }),
    report,
  });
  const events = [...EVENT_HANDLERS, ...(modules.hasMail ? mailHandlersOf(settings.mail) : [])];
  const worker = startWorker({ ...background, events, mail: modules.hasMail ? mail : undefined });
  closers.push(() => worker.stop());
  const http = await createHttpServer(open.platform, modules.routes, {
    logger,
    metrics,
    transport,
    identify: modules.identify,
    uploadLimits: UPLOAD_LIMITS,
    uploadFolder,
    isProduction: true,
  });
  closers.push(() => http.close());
  const port = await listen(http, settings);
  closers.push(noteRunningServer({ ...settings, port }));
  return announcement({ ...settings, port }, modules.notes);
}
