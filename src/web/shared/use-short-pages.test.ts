import { expect, it } from 'vitest';
import { nextStep } from './use-short-pages.ts';

it.each([
  ['rows are there that are not drawn', { shown: 10, there: 30, hasMore: true }, 'show'],
  ['all are drawn that the server gave', { shown: 30, there: 30, hasMore: true }, 'ask'],
  ['the last are still to be drawn', { shown: 50, there: 54, hasMore: false }, 'show'],
  ['all are drawn', { shown: 60, there: 54, hasMore: false }, 'end'],
] as const)('when %s (%o) a short list goes on with: %s', (_, at, step) => expect(nextStep(at)).toBe(step));
