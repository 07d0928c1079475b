import { type Closer, closeAll } from '../platform/closers.ts';
import { stopRequested } from '../platform/stop-requested.ts';
import { COMMANDS } from './commands.ts';
import { runCli } from './run-cli.ts';

/** The process of `npx giaoban`: carries out the command line, closes what it opened, also after Ctrl+C. */
async function main(): Promise<number> {
  const closers: Closer[] = [];
  const running = runCli(process.argv.slice(2), { commands: COMMANDS, environment: process.env, closers });
  // Once stopping, what still runs fails on what is being closed.
  running.catch(() => undefined);
  try {
    const end = await Promise.race([running, stopRequested()]);
    if (end === undefined) return 130;
    await write(process.stderr, end.err);
    await write(process.stdout, end.out);
    return end.code;
  } catch (error) {
    await write(process.stderr, `${error instanceof Error ? error.stack : String(error)}\n`);
    return 2;
  } finally {
    await closeAll(closers);
  }
}

/** Waits until it is out: a pipe takes long lists in parts, and the process ends right after. */
function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(text, () => resolve());
  });
}

process.exit(await main());
