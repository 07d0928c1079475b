import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** The product as a process of its own, started by one of its commands. */
export type Run = {
  readonly child: ChildProcess;
  /** The one line of a start; rejected when the process ends before. */
  readonly line: Promise<string>;
  output(): string;
};

/** How it is started: by `npm start`'s script unless told otherwise, without the demo. */
export type RunOptions = {
  readonly cwd: string;
  readonly port: number;
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly account?: { readonly uid?: number; readonly gid?: number };
};

/** Starts it. */
export function startProduct({ cwd, port, args, environment, account }: RunOptions): Run {
  const { GIAOBAN_TEST_SERVER: _, ...rest } = process.env;
  const env = { ...rest, PORT: String(port), GIAOBAN_DEMO: '0', ...environment };
  const child = spawn(process.execPath, [...(args ?? ['scripts/start.mjs'])], {
    ...{ cwd, env, ...account },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const line = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString('utf8');
      const found = output.split('\n').find((text) => text.startsWith('Giao Ban: '));
      if (found) resolve(found);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${output}`)));
  });
  line.catch(() => undefined);
  return { child, line, output: () => output };
}

/** Ends it; answers its exit code, null when a signal ended it outright. */
export async function endProduct({ child }: Run, signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill(signal);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}
