// Starts a thread's script from its TypeScript source; only where the product runs from source, as in tests.
import { workerData } from 'node:worker_threads';
import { tsImport } from 'tsx/esm/api';

await tsImport(workerData.script, import.meta.url);
