import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { READY_FOLDER, readyFiles } from './ready-month.ts';
import { zipEntries } from './zip-times.ts';

test('the files that lie ready in the demo are those that the generator makes', { timeout: 60_000 }, () => {
  const made = readyFiles();
  expect(readdirSync(READY_FOLDER).sort()).toEqual([...made.keys()]);
  for (const [name, content] of made)
    expect(zipEntries(readFileSync(join(READY_FOLDER, name)))).toEqual(zipEntries(content));
});
