import './parts/require-node.mjs';
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { prepare } from './parts/prepare.mjs';
import { ROOT, runScript } from './parts/project.mjs';

// Measures what was promised in figures, on the program as it is built. `npm run bench -- import commit` measures parts
// of it: bundle, start, documents, hostile, keystroke, seen, import, commit, pages, exports, papers, offices. `--quick`
// leaves the hundred offices out.
await runScript(async () => {
  await prepare();
  await bundleBench();
});
const child = spawn(process.execPath, [join(ROOT, '.cache/bench/main.mjs'), ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
});
// Ctrl+C reaches the child as well, which stops its database before it ends.
process.on('SIGINT', () => undefined);
child.on('close', (code) => process.exit(code ?? 1));

/** Bundled like the server: it then starts the built reading thread, without a compiler in its memory. */
async function bundleBench() {
  const { build } = await import('esbuild');
  const entries = readdirSync(join(ROOT, 'bench')).filter((file) =>
    /^(main|import-run|hostile-run)\.ts$/.test(file),
  );
  await build({
    absWorkingDir: ROOT,
    entryPoints: entries.map((file) => `bench/${file}`),
    outdir: '.cache/bench',
    outbase: 'bench',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
}
