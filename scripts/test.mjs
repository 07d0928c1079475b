import './parts/require-node.mjs';
import { join } from 'node:path';
import { findChromium } from './parts/chromium.mjs';
import { filesBelow } from './parts/content-hash.mjs';
import { NEEDS_ROOT_ON_DEBIAN } from './parts/debian.mjs';
import { findPostgresServer } from './parts/postgresql.mjs';
import { prepare } from './parts/prepare.mjs';
import { ROOT, runScript, say } from './parts/project.mjs';
import { hasPython } from './parts/python.mjs';
import { quickChecks } from './parts/quick-checks.mjs';
import { add, NOTHING, runTests } from './parts/steps.mjs';

// Everything, after its own set-up: what CI runs. The last line is the sum over all runners.
await runScript(() => prepare(), { lastLine: '0 passed, 1 failed' });
if (!hasPython())
  say(
    `✗ Tests that read the bank's sample files will fail: no python3 is installed, and ${NEEDS_ROOT_ON_DEBIAN}.`,
  );
// The tests against an existing server find it themselves, or say that they were not run.
findPostgresServer();
const counts = [await quickChecks(), await runTests('pg'), await browserJourney()];
const { passed, failed } = counts.reduce(add, NOTHING);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);

/** Without a browser the journey is not run: said plainly here, and a failure where nobody reads along. */
async function browserJourney() {
  if (filesBelow(ROOT, join(ROOT, 'tests/journey')).length === 0) return NOTHING;
  const chromium = findChromium();
  if (chromium) return runTests('journey', { CHROMIUM_PATH: chromium });
  const isCi = process.env.CI === 'true';
  say(
    `${isCi ? '✗' : '!'} The browser journey was NOT run: no Chromium is installed, and ${NEEDS_ROOT_ON_DEBIAN}. Install the package chromium, or set CHROMIUM_PATH to the program of one that is installed.`,
  );
  return isCi ? { passed: 0, failed: 1 } : NOTHING;
}
