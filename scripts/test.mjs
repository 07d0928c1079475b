import './parts/require-node.mjs';
import { NEEDS_ROOT_ON_DEBIAN } from './parts/debian.mjs';
import { findPostgresServer } from './parts/postgresql.mjs';
import { prepare } from './parts/prepare.mjs';
import { runScript, say } from './parts/project.mjs';
import { hasPython } from './parts/python.mjs';
import { quickChecks } from './parts/quick-checks.mjs';
import { add, NOTHING, runTests, saySlowest } from './parts/steps.mjs';
import { CHROMIUM, findTools, LIBREOFFICE, POPPLER } from './parts/tools.mjs';

// Everything, after its own set-up: what CI runs. The last line is the sum over all runners.
await runScript(() => prepare(), { lastLine: '0 passed, 1 failed' });
if (!hasPython())
  say(
    `✗ Tests that read the bank's sample files will fail: no python3 is installed, and ${NEEDS_ROOT_ON_DEBIAN}.`,
  );
// The tests against an existing server find it themselves, or say that they were not run.
findPostgresServer();
const counts = [
  await quickChecks({ isBuilt: true }),
  await runTests('pg'),
  await runTestsWith([POPPLER, LIBREOFFICE], 'papers'),
  await runTestsWith([CHROMIUM], 'journey'),
];
saySlowest();
const { passed, failed } = counts.reduce(add, NOTHING);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);

/** Without their tools tests are not run: said plainly here, and a failure where nobody reads along. */
async function runTestsWith(tools, project) {
  const { places, missing } = findTools(tools);
  if (missing.length === 0) return runTests(project, places);
  const isCi = process.env.CI === 'true';
  const names = missing.map(({ names: [name], variable }) => `${name} (or set ${variable})`).join(', ');
  say(`${isCi ? '✗' : '!'} ${project}: NOT run. Not installed: ${names}; ${NEEDS_ROOT_ON_DEBIAN}.`);
  return isCi ? { passed: 0, failed: 1 } : NOTHING;
}
