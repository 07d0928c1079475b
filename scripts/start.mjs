import './parts/require-node.mjs';
import { prepare } from './parts/prepare.mjs';
import { runScript } from './parts/project.mjs';

await runScript(() => prepare());
process.setSourceMapsEnabled(true);
await import('../dist/server/main.mjs');
