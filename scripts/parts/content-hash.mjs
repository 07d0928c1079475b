import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** One hash over the files below the given places that `belongs` picks, by path and content. */
export function hashOf(root, places, belongs = () => true) {
  const hash = createHash('sha256');
  for (const path of places.flatMap((place) => filesBelow(root, join(root, place))).filter(belongs)) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * Does the work unless it was done for the same hash before. The stamp is taken away first and written last, so that
 * work that was interrupted is done again.
 *
 * @returns true when the work was done now
 */
export async function unlessDone(stampFile, hash, work) {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return false;
  rmSync(stampFile, { force: true });
  await work();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, hash);
  return true;
}

/** Paths from the root, with `/`, in an order that no file system changes. */
export function filesBelow(root, place) {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [relative(root, place).split(sep).join('/')];
  const entries = readdirSync(place, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(root, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
    .toSorted();
}
