import { expect, test } from 'vitest';
import { MEASURES, measureOf, TASK_MEASURES } from './task-measures.ts';

test('[GV38] the word of an address leads back to the measure it was made from, and another word to none', () => {
  for (const measure of MEASURES) expect(measureOf(TASK_MEASURES[measure].loc)).toBe(measure);
  expect(measureOf('toString')).toBeUndefined();
  expect(measureOf(undefined)).toBeUndefined();
});
