import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './project.mjs';
import { add, NOTHING, runCheck, runTests } from './steps.mjs';

/**
 * Types, lint, what nobody uses, guards, unit tests: what is run before every commit. Two at a time, as machines have two cores. Where the
 * product was built just before, the guards look at the build too.
 */
export async function quickChecks({ isBuilt = false } = {}) {
  // The longest first, so that neither core waits for the other at the end.
  const checks = [
    ...(existsSync(join(ROOT, 'guards/run.ts'))
      ? [() => runCheck('guards', 'tsx/dist/cli.mjs', ['guards/run.ts', ...(isBuilt ? ['--built'] : [])])]
      : []),
    () =>
      runCheck('lint', '@biomejs/biome/bin/biome', [
        'check',
        '--error-on-warnings',
        '--diagnostic-level=warn',
        '.',
      ]),
    () => types('tsconfig.json'),
    () => runCheck('unused', 'knip/bin/knip.js', ['--no-progress']),
    ...(existsSync(join(ROOT, 'src/web')) ? [() => types('tsconfig.web.json')] : []),
    () => types('tsconfig.pure.json'),
  ];
  const counts = await twoAtATime(checks);
  return [...counts, await runTests('unit')].reduce(add, NOTHING);
}

function types(config) {
  // In one thread: two checks run at once already, and several threads read the same declarations each for itself.
  const options = ['--singleThreaded', '--incremental', '--tsBuildInfoFile', `.cache/${config}.tsbuildinfo`];
  return runCheck(`types (${config})`, 'typescript-7/bin/tsc', ['-p', config, ...options]);
}

async function twoAtATime(checks) {
  const waiting = [...checks];
  const counts = [];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) counts.push(await check());
  };
  await Promise.all([work(), work()]);
  return counts;
}
