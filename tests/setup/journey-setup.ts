import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { removeData } from '../journey/product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of this run of the journeys, in which the demo is filled that each of them begins with. */
    readonly demoOfRun: string;
  }
}

/** Makes the folder in which the first journey fills the demo, and removes what was filled at the end. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'giaoban-demo-'));
  // The database's own account goes through it.
  chmodSync(folder, 0o755);
  project.provide('demoOfRun', folder);
  return () => {
    for (const entry of readdirSync(folder, { withFileTypes: true }))
      if (entry.isDirectory()) removeData(join(folder, entry.name));
    rmSync(folder, { recursive: true });
  };
}
