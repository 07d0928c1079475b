import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { deskConfig } from '../../../vite.config.ts';
import { answerFixture } from './fixture-server.ts';
import { FIXTURES } from './fixtures/all.ts';

/** Serves the desk from its source with fixtures in place of the server; by itself until Ctrl+C: `npx tsx src/web/testing/preview.ts [port]`. */
export async function startPreview(
  port: number,
): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const vite = await createServer({
    ...deskConfig,
    configFile: false,
    server: { port, strictPort: true, host: '127.0.0.1' },
    plugins: [
      ...(deskConfig.plugins ?? []),
      {
        name: 'fixtures',
        configureServer: (server) => {
          server.middlewares.use((request, response, next) => {
            answerFixture(FIXTURES, request, response).then(
              (answered) => (answered ? undefined : next()),
              next,
            );
          });
        },
      },
    ],
  });
  await vite.listen();
  return { address: `http://127.0.0.1:${port}`, stop: () => vite.close() };
}

const DEFAULT_PORT = 5_199;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { address } = await startPreview(Number(process.argv[2] ?? DEFAULT_PORT));
  process.stdout.write(`The desk with fixtures: ${address}\n`);
}
