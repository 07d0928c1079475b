import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/setup/longest-first.ts';

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.{ts,tsx}',
            'guards/**/*.test.ts',
            'scripts/**/*.test.mjs',
            'tests/access/*.test.ts',
          ],
          exclude: ['**/*.pg.test.ts', '**/*.papers.test.ts', 'guards/samples/**', '**/node_modules/**'],
          // What the files import is read once for all of them, which is half of their time. A test here leaves nothing
          // behind that another could see: no mocks of modules, no global that is not put back.
          pool: 'threads',
          isolate: false,
        },
      },
      {
        test: {
          name: 'pg',
          include: ['src/**/*.pg.test.ts', 'guards/**/*.pg.test.ts', 'tests/**/*.pg.test.ts'],
          globalSetup: ['tests/setup/global-setup.ts'],
          // As for the units: what the files import is read once in each process.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'papers',
          include: ['src/**/*.papers.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'journey',
          include: ['tests/journey/**/*.test.ts'],
          globalSetup: ['tests/setup/journey-setup.ts'],
          // One more than the machine of the checks has cores, of files and within one: somebody always waits for the server or for
          // a frame.
          maxWorkers: 3,
          maxConcurrency: 3,
          sequence: { groupOrder: 2 },
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // As patient as Playwright is with the same page; a second is little on a machine that does other things too.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
