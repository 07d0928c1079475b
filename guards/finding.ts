import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** One breach of a guard: where, and what to do about it. */
export type Finding = {
  readonly guard: string;
  readonly file: string;
  readonly line?: number;
  readonly message: string;
};

/** A guard looks at a tree (the project, or a sample that must fail) and names every breach. */
export type Guard = {
  readonly name: string;
  readonly check: (root: string) => Finding[] | Promise<Finding[]>;
};

const SKIPPED = new Set(['node_modules', 'dist', '.git', '.giaoban', '.cache', 'samples', 'fixtures']);

/** Files below `folder` of `root` whose name matches, as paths relative to `root`, sorted. */
export function filesBelow(root: string, folder: string, pattern: RegExp): string[] {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesBelow(root, path, pattern);
      return pattern.test(entry.name) ? [path] : [];
    })
    .sort();
}

/** The lines of a file, from 1, in which something that matches begins; it may go on over the next. Lines that `isLeftOut` count as empty. */
export function matchingLines(
  root: string,
  file: string,
  { pattern, isLeftOut }: { pattern: RegExp; isLeftOut: (line: string) => boolean },
): number[] {
  const text = readFileSync(join(root, file), 'utf8')
    .split('\n')
    .map((line) => (isLeftOut(line.trim()) ? '' : line))
    .join('\n');
  const everywhere = new RegExp(pattern.source, [...new Set(`${pattern.flags}gm`)].join(''));
  const lines = [...text.matchAll(everywhere)].map(({ 0: match, index }) => {
    const blanks = match.length - match.trimStart().length;
    return text.slice(0, index + blanks).split('\n').length;
  });
  return [...new Set(lines)];
}

/** `file:line message`, as people and editors read it. */
export function describe(root: string, finding: Finding): string {
  const place = finding.line === undefined ? finding.file : `${finding.file}:${finding.line}`;
  return `${finding.guard}: ${relative('.', join(root, place))} ${finding.message}`;
}
