import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, hashOf, unlessDone } from './content-hash.mjs';
import { ROOT, say } from './project.mjs';

const isTest = (path) => path.includes('.test.') || path.includes('/testing/');
const isOfServer = (path) => path.endsWith('.ts') && !path.startsWith('src/web/') && !isTest(path);

/**
 * Bundles the server, the command line and the worker threads (`*.worker.ts`) into `dist/`, each where its source
 * lies below `src/`. Packages stay outside the bundle.
 */
export async function buildServer() {
  const hash = hashOf(
    ROOT,
    ['src', 'scripts/parts'],
    (path) => isOfServer(path) || path.startsWith('scripts/'),
  );
  await unlessDone(join(ROOT, 'dist/.server'), hash, async () => {
    say('Đang dựng chương trình…');
    const entries = filesBelow(ROOT, join(ROOT, 'src')).filter(isOfServer).filter(isEntry);
    for (const folder of ['server', 'cli', 'modules', 'platform'])
      rmSync(join(ROOT, 'dist', folder), { recursive: true, force: true });
    const { build } = await import('esbuild');
    await build({
      absWorkingDir: ROOT,
      entryPoints: entries,
      outdir: 'dist',
      outbase: 'src',
      outExtension: { '.js': '.mjs' },
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      sourcemap: true,
      sourcesContent: false,
      logLevel: 'warning',
    });
  });
}

function isEntry(path) {
  return path === 'src/server/main.ts' || path === 'src/cli/main.ts' || path.endsWith('.worker.ts');
}
