import { expect, it } from 'vitest';
import { type Batch, isCleaned, type Preview } from './batch-state.ts';

type Read = Pick<Batch, 'state' | 'summary'>;

const published = { state: 'published', summary: { rows: { loans: 1_378 } } } as Read;
const left = (loans: number) => ({ closing: { loans } }) as Pick<Preview, 'closing'>;

it('[EX22] a published batch whose rows were removed has nothing left to compare, one with rows has', () => {
  expect(isCleaned(published, left(0))).toBe(true);
  expect(isCleaned(published, left(1_378))).toBe(false);
  expect(isCleaned(published, undefined)).toBe(false);
});

it('[EX22] files without a loan, and a batch that is not published, are compared as they are', () => {
  expect(isCleaned({ ...published, summary: { rows: { loans: 0 } } } as Read, left(0))).toBe(false);
  expect(isCleaned({ ...published, state: 'ready' }, left(0))).toBe(false);
});
