import { expect, test } from 'vitest';
import { allPages } from './all-pages.ts';

const upTo = async (last: number) => {
  const asked: (number | null)[] = [];
  const all = await allPages<number>(3, async (after, limit) => {
    asked.push(after);
    const from = (after ?? 0) + 1;
    return Array.from({ length: Math.min(limit, last - from + 1) }, (_, i) => from + i);
  });
  return { all, asked };
};

test.each([
  [0, [null]],
  [2, [null]],
  [3, [null, 3]],
  [7, [null, 3, 6]],
])('rows up to %i are all there, each once, asked from behind the last', async (last, asked) => {
  expect(await upTo(last)).toEqual({ all: Array.from({ length: last }, (_, i) => i + 1), asked });
});
