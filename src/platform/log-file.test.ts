import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { openLogFile } from './log-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'giaoban nhật ký '));
afterAll(() => rmSync(folder, { recursive: true }));

let dataDir: string;
let count = 0;
beforeEach(() => {
  count += 1;
  dataDir = join(folder, String(count));
});

const limits = { fileBytes: 1_000, lookBytes: 100, oldFiles: 2 };
const line = (number: number) => `${String(number).padStart(49, '0')}\n`;
/** As a server writes: from turn to turn of its loop. */
async function writeLines(log: ReturnType<typeof openLogFile>, lines: number): Promise<void> {
  for (let i = 0; i < lines; i++) {
    log.write(line(i));
    await setImmediate();
  }
}

const textOf = (name: string) => readFileSync(join(dataDir, name), 'utf8');
const newestFirst = ['giaoban.log', 'giaoban.log.old', 'giaoban.log.old.2'];

describe('the log file', () => {
  test('is put aside while it is written, and no line is lost on the way', async () => {
    const log = openLogFile(dataDir, limits);
    await writeLines(log, 50);
    expect(readdirSync(dataDir).sort()).toEqual(newestFirst);
    const all = [...newestFirst].reverse().map(textOf).join('');
    expect(all).toBe(Array.from({ length: 50 }, (_, i) => line(i)).join(''));
  });

  test('leaves a bounded number of bounded files, however long the server runs', async () => {
    const log = openLogFile(dataDir, limits);
    await writeLines(log, 1_000);
    expect(readdirSync(dataDir).sort()).toEqual(newestFirst);
    for (const name of newestFirst)
      expect(statSync(join(dataDir, name)).size).toBeLessThanOrEqual(limits.fileBytes + limits.lookBytes);
    expect(newestFirst.map(textOf).join('')).toContain(line(999));
  });

  test('that is long already is put aside at the start', () => {
    mkdirSync(dataDir);
    appendFileSync(join(dataDir, 'giaoban.log'), 'x'.repeat(limits.fileBytes));
    openLogFile(dataDir, limits).write(line(1));
    expect(textOf('giaoban.log')).toBe(line(1));
    expect(textOf('giaoban.log.old')).toHaveLength(limits.fileBytes);
  });

  test('that another process has put aside is left soon: both write into the new one', async () => {
    const [one, other] = [openLogFile(dataDir, limits), openLogFile(dataDir, limits)];
    await writeLines(one, 21);
    other.write(line(100));
    other.write(line(101));
    other.write(line(102));
    expect(textOf('giaoban.log')).toContain(line(102));
  });
});
