#!/usr/bin/env node
import '../scripts/parts/require-node.mjs';
import { prepare } from '../scripts/parts/prepare.mjs';
import { runScript } from '../scripts/parts/project.mjs';

await runScript(() => prepare({ withPages: false }));
process.setSourceMapsEnabled(true);
await import('../dist/cli/main.mjs');
