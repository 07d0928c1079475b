import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf, unlessDone } from './content-hash.mjs';
import { ROOT, say } from './project.mjs';

/** What the web may import: itself, the kernel, and of a module its contract and domain. */
const ofDesk = (path) =>
  !path.includes('.test.') &&
  (!path.startsWith('src/modules/') || /\/(domain\/.*|(contract|policy|refusals)[^/]*)$/.test(path));

/** Builds the pages of the large screen into `dist/web/desk`, where they exist. */
export async function buildDesk() {
  if (!existsSync(join(ROOT, 'src/web/desk/index.html'))) return;
  const ownPath = 'scripts/parts/build-desk.mjs';
  const places = ['src/web', 'src/kernel', 'src/modules', 'vite.config.ts', 'package-lock.json', ownPath];
  await unlessDone(join(ROOT, 'dist/.desk'), hashOf(ROOT, places, ofDesk), async () => {
    say('Đang dựng các trang…');
    const { build } = await import('vite');
    const configFile = join(ROOT, 'vite.config.ts');
    // The configuration names its folders from the project's.
    process.chdir(ROOT);
    // Whatever the shell says: its NODE_ENV would decide that people get React's slow pages for developers.
    process.env.NODE_ENV = 'production';
    await build({ configFile, configLoader: 'runner', logLevel: 'warn', mode: 'production' });
  });
}
