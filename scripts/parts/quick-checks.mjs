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
    () => types('tsconfig.json'),
    ...(existsSync(join(ROOT, 'src/web')) ? [() => types('tsconfig.web.json')] : []),
    ...(existsSync(join(ROOT, 'guards/run.ts'))
      ? [() => runCheck('guards', 'tsx/dist/cli.mjs', ['guards/run.ts', ...(isBuilt ? ['--built'] : [])])]
      : []),
    () => runCheck('unused', 'knip/bin/knip.js', ['--no-progress']),
    () =>
      runCheck('lint', '@biomejs/biome/bin/biome', [
        'check',
        '--error-on-warnings',
        '--diagnostic-level=warn',
        '.',
      ]),
    () => types('tsconfig.pure.json'),
  ];
  const counts = await twoAtATime(checks);
  return [...counts, await runTests('unit')].reduce(add, NOTHING);
}

function types(config) {
  const memory = ['--incremental', '--tsBuildInfoFile', `.cache/${config}.tsbuildinfo`];
  return runCheck(`types (${config})`, 'typescript/bin/tsc', ['-p', config, ...memory]);
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
