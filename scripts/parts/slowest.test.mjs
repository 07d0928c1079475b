import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './project.mjs';
import { slowest } from './slowest.mjs';

/** A file that began at second 100 and took so many seconds, with its tests. */
const file = (name, seconds, tests) => ({
  name: join(ROOT, name),
  startTime: 100_000,
  endTime: 100_000 + seconds * 1000,
  assertionResults: Object.entries(tests).map(([title, ms]) => ({ title, duration: ms })),
});

test('files and tests of all reports are named, the longest first', () => {
  const reports = [
    { testResults: [file('tests/a.pg.test.ts', 2, { short: 20, long: 1900 })] },
    { testResults: [file('tests/b.test.ts', 106.04, { one: 106_000, skipped: undefined })] },
  ];
  expect(slowest(reports)).toEqual([
    ' 106.0 s tests/b.test.ts',
    '   2.0 s tests/a.pg.test.ts',
    ' 106.0 s one (tests/b.test.ts)',
    '   1.9 s long (tests/a.pg.test.ts)',
    '   0.0 s short (tests/a.pg.test.ts)',
    '   0.0 s skipped (tests/b.test.ts)',
  ]);
});

test('ten of each at most, and nothing of nothing', () => {
  const many = Array.from({ length: 30 }, (_, n) =>
    file(`tests/${n}.test.ts`, n, { [`test ${n}`]: n * 1000 }),
  );
  const lines = slowest([{ testResults: many }]);
  expect(lines).toHaveLength(20);
  expect(lines[9]).toBe('  20.0 s tests/20.test.ts');
  expect(slowest([])).toEqual([]);
});
