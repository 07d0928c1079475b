import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { knownToRun } from './known.ts';

/** That what one file of journeys knows the others know too, as it was written down and nothing else. */
let run: string;
beforeEach(() => {
  run = mkdtempSync(join(tmpdir(), 'giaoban-known-'));
});
afterEach(() => rmSync(run, { recursive: true }));

test('what one has found right is known to the others, before they began and after', () => {
  const first = knownToRun(run);
  expect(first.has('a page')).toBe(false);
  first.add('a page');
  const second = knownToRun(run);
  expect([first, second].map((known) => known.has('a page'))).toEqual([true, true]);
  second.add('a dialog');
  first.add('a drawer');
  for (const known of [first, second]) {
    expect(known.has('a dialog')).toBe(true);
    expect(known.has('a drawer')).toBe(true);
    expect(known.has('a page ')).toBe(false);
    expect(known.has('')).toBe(false);
  }
});

test('another run knows nothing of it', () => {
  knownToRun(run).add('a page');
  const other = mkdtempSync(join(tmpdir(), 'giaoban-known-'));
  expect(knownToRun(other).has('a page')).toBe(false);
  rmSync(other, { recursive: true });
});

test('what another is just writing down is known once it is whole', () => {
  const known = knownToRun(run);
  known.add('a page');
  const other = knownToRun(run);
  appendFileSync(join(run, 'known'), 'f'.repeat(20));
  expect(other.has('a page')).toBe(true);
  expect(other.has('a dialog')).toBe(false);
});
