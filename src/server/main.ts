import { type Closer, closeAll } from '../platform/closers.ts';
import { reportDefect } from '../platform/report-defect.ts';
import { readSettings } from '../platform/settings.ts';
import { StartProblem } from '../platform/start-problem.ts';
import { stopRequested } from '../platform/stop-requested.ts';
import { startServer } from './start-server.ts';

/**
 * The server's process: starts, prints one line, serves until asked to stop, and closes what it opened, the last
 * first. Exit code 0 after a stop, 1 when it could not start or its database was lost.
 */
async function main(): Promise<number> {
  const closers: Closer[] = [];
  const stop = stopRequested({ hasParent: isUnderNpm() });
  let dataDir: string | undefined;
  try {
    const settings = readSettings(process.env);
    dataDir = settings.dataDir;
    let lose: (problem: StartProblem) => void = () => undefined;
    const lost = new Promise<never>((_, reject) => {
      lose = reject;
    });
    lost.catch(() => undefined);
    const starting = startServer(settings, closers, lose);
    // Once stopping, what is still starting fails on what is being closed.
    starting.catch(() => undefined);
    const line = await Promise.race([starting, stop]);
    if (line !== undefined) process.stdout.write(`${line}\n`);
    await Promise.race([lost, stop]);
    return 0;
  } catch (error) {
    process.stderr.write(`${sentenceOf(error, dataDir)}\n`);
    return 1;
  } finally {
    await closeAll(closers);
  }
}

/** npm says so to the scripts it runs. */
function isUnderNpm(): boolean {
  return process.env.npm_lifecycle_event !== undefined;
}

/** Settings are refused with a sentence, so that a defect has a data folder. */
function sentenceOf(error: unknown, dataDir = '.'): string {
  return error instanceof StartProblem
    ? error.message
    : reportDefect(error, { dataDir, where: 'start' }).message;
}

process.exit(await main());
