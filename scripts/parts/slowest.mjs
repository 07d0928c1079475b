import { relative } from 'node:path';
import { ROOT } from './project.mjs';

/** How many files and how many tests are named. */
const NAMED = 10;

/**
 * Where the time went, one line each: the files that took longest and the tests that did, over the reports of all runners. For
 * whoever wants everything to be faster, and for the order in `tests/setup/longest-first.ts`.
 *
 * @param reports what vitest's JSON reporter wrote
 */
export function slowest(reports) {
  const files = reports.flatMap(({ testResults }) => testResults);
  const pathOf = ({ name }) => relative(ROOT, name).replaceAll('\\', '/');
  const ofFiles = files.map((file) => ({ ms: file.endTime - file.startTime, text: pathOf(file) }));
  const ofTests = files.flatMap((file) =>
    file.assertionResults.map(({ duration, title }) => ({
      ms: duration ?? 0,
      text: `${title} (${pathOf(file)})`,
    })),
  );
  return [...longest(ofFiles), ...longest(ofTests)];
}

function longest(parts) {
  return [...parts]
    .sort((a, b) => b.ms - a.ms)
    .slice(0, NAMED)
    .map(({ ms, text }) => `${(ms / 1000).toFixed(1).padStart(6)} s ${text}`);
}
