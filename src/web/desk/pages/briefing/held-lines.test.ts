import { expect, test } from 'vitest';
import { heldInPlace } from './held-lines.ts';

const shown = (before: string, standing: string, held: string) =>
  heldInPlace({ before: [...before], standing: [...standing], held: [...held] }).join('');

test.each([
  ['in its place', 'abc', 'ac', 'b', 'abc'],
  ['as the first', 'abc', 'bc', 'a', 'abc'],
  ['beside another that is gone', 'abcd', 'ad', 'bc', 'abcd'],
  ['where the lines before it are in another order now', 'abc', 'ba', 'c', 'bca'],
  ['while one is added', 'ab', 'ac', 'b', 'abc'],
  ['at the end after a reload', '', 'ac', 'b', 'acb'],
] as const)('[GV119] a line that is gone while its form is open stays %s', (_, before, standing, held, all) =>
  expect(shown(before, standing, held)).toBe(all),
);

test('[GV119] a line that is gone and held by nobody is gone, one that stands is shown once', () => {
  expect(shown('abc', 'ac', '')).toBe('ac');
  expect(shown('abc', 'abc', 'bb')).toBe('abc');
  expect(shown('', 'a', 'bb')).toBe('ab');
});
