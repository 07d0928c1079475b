import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take as long as many others together; the longest first. */
const LONGEST = [
  'journey.test.ts',
  // Short, and done while the first fills the demo that those after them need too.
  'looks.test.ts',
  'alike.test.ts',
  'traffic.test.ts',
  'two-months.test.ts',
  'every-page.test.ts',
  'unusual-briefings.test.ts',
  'together.pg.test.ts',
  'counts.pg.test.ts',
  'first-start.pg.test.ts',
  'access.pg.test.ts',
  'killed-server.pg.test.ts',
  'two-commands.pg.test.ts',
  'fixed-figures.pg.test.ts',
  'closing-process-killed.pg.test.ts',
  'embedded.pg.test.ts',
  'existing-server.pg.test.ts',
  'compiled.test.ts',
  'recognise-files.test.ts',
  'read-files.test.ts',
];

/**
 * Begins with the files that take longest, so that the workers end together. Vitest goes by what it remembers of the last run,
 * and a fresh clone remembers nothing.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted].sort((a, b) => placeOf(a) - placeOf(b));
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = LONGEST.indexOf(basename(moduleId));
  return place === -1 ? LONGEST.length : place;
}
