import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Operation } from '../../src/kernel/contract.ts';
import { PROJECT_ROOT } from '../../src/platform/project.ts';

/** Every operation that a `contract.ts` of a module or of the platform declares, by name. Found by reading the folders. */
export async function declaredOperations(): Promise<Operation[]> {
  const folders = ['src/modules', 'src/platform'].flatMap((folder) =>
    readdirSync(join(PROJECT_ROOT, folder)).map((name) => join(PROJECT_ROOT, folder, name, 'contract.ts')),
  );
  const found = new Map<string, Operation>();
  for (const file of folders.filter((path) => existsSync(path))) {
    const contract = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
    for (const value of Object.values(contract)) if (isOperation(value)) found.set(value.name, value);
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isOperation(value: unknown): value is Operation {
  return (
    typeof value === 'object' &&
    value !== null &&
    'permission' in value &&
    'method' in value &&
    'path' in value
  );
}
