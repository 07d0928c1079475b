import './parts/require-node.mjs';
import { ensureInstalled } from './parts/install.mjs';
import { alone } from './parts/prepare.mjs';
import { runScript } from './parts/project.mjs';
import { quickChecks } from './parts/quick-checks.mjs';

await runScript(() => alone(() => ensureInstalled()));
const { passed, failed } = await quickChecks();
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
