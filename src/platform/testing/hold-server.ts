import { type EmbeddedOptions, openEmbeddedServer } from '../postgres/embedded.ts';
import { StartProblem } from '../start-problem.ts';

/**
 * A process that holds an embedded server, for tests of several processes and of other accounts: prints one JSON
 * line when the server is open, lets go of it when its input ends.
 */
async function hold(): Promise<void> {
  const server = await openEmbeddedServer(JSON.parse(process.argv[2] ?? '{}') as EmbeddedOptions);
  const { isStartedHere, folder, superuser } = server;
  process.stdout.write(`${JSON.stringify({ isStartedHere, folder, superuser })}\n`);
  for await (const _ of process.stdin);
  await server.close();
}

await hold().catch((error: unknown) => {
  if (!(error instanceof StartProblem)) throw error;
  process.stdout.write(`${JSON.stringify({ problem: error.message })}\n`);
  process.exitCode = 1;
});
