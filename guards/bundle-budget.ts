import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Finding, filesBelow, type Guard } from './finding.ts';

/** One entry of Vite's manifest. */
type Chunk = { readonly file: string; readonly isEntry?: boolean; readonly imports?: readonly string[] };

/** Bytes of JavaScript, compressed, that each web entry may fetch before it shows anything: by folder of the build. */
export type Budgets = Readonly<Record<string, number>>;

/** First load: the entry and what it imports at once. Lazy chunks come later and do not count. */
const BUDGETS: Budgets = { 'dist/web/desk': 350 * 1024 };

/** What a poor machine must fetch. It is asked where the web has been built just before: an old build, or none, proves nothing. */
export const bundleBudget: Guard = {
  name: 'bundle-budget',
  check: (root) => [
    ...overBudget(root, BUDGETS),
    ...Object.keys(BUDGETS).flatMap((folder) => forDevelopers(root, folder)),
  ],
};

/** Only React's pages for developers explain its warnings. */
const DEVELOPERS_WORDS = 'https://react.dev/warnings/';

/** Builds in which React checks and warns as for its developers: several times slower on a poor machine. */
export function forDevelopers(root: string, folder: string): Finding[] {
  return filesBelow(root, folder, /\.js$/)
    .filter((file) => readFileSync(join(root, file), 'utf8').includes(DEVELOPERS_WORDS))
    .map((file) => ({
      guard: 'bundle-budget',
      file,
      message: 'built for developers of React, not for people',
    }));
}

/** Builds whose first load is over their budget. */
export function overBudget(root: string, budgets: Budgets): Finding[] {
  return Object.entries(budgets).flatMap(([folder, budgetBytes]): Finding[] => {
    const bytes = firstLoadBytes(join(root, folder));
    if (bytes === undefined)
      return [{ guard: 'bundle-budget', file: folder, message: 'is not built: `npm run build` first' }];
    if (bytes <= budgetBytes) return [];
    const message = `first load is ${bytes} bytes compressed, the budget is ${budgetBytes}`;
    return [{ guard: 'bundle-budget', file: folder, message }];
  });
}

/** Compressed bytes of JavaScript of the first load; undefined when the folder has not been built. */
export function firstLoadBytes(folder: string): number | undefined {
  const manifestFile = join(folder, '.vite/manifest.json');
  if (!existsSync(manifestFile)) return undefined;
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, Chunk>;
  const needed = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || needed.has(chunk.file)) return;
    needed.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) visit(key);
  return [...needed]
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
}
