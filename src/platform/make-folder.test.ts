import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makeFolder } from './make-folder.ts';
import { StartProblem } from './start-problem.ts';

const folder = mkdtempSync(join(tmpdir(), 'giaoban thư mục '));
afterAll(() => rmSync(folder, { recursive: true }));

describe('making a folder', () => {
  test('makes those it lies in, gives the last its mode, and leaves one that is there', () => {
    const made = join(folder, 'một', 'hai ba', 'bốn');
    makeFolder(made, 0o700);
    makeFolder(made);
    expect(statSync(made).mode & 0o777).toBe(0o700);
  });

  test('a file in the way is what the system says it is', () => {
    writeFileSync(join(folder, 'tệp'), '');
    expect(() => makeFolder(join(folder, 'tệp'))).toThrow('EEXIST');
    expect(() => makeFolder(join(folder, 'tệp', 'dưới'))).toThrow('ENOTDIR');
  });

  test.each(['/proc/x', '/proc/x/y/z'])('ends at once where nothing can be made: %s', (nowhere) => {
    if (!existsSync('/proc')) return;
    expect(() => makeFolder(nowhere)).toThrow(StartProblem);
  });
});
