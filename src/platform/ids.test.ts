import { expect, test } from 'vitest';
import { isId } from '../kernel/ids.ts';
import { fixedClock } from './clock.ts';
import { idsOf } from './ids.ts';

test('ids made later sort later, also in the same millisecond and when the clock steps back', () => {
  const clock = fixedClock('2026-11-03T02:00:00Z');
  const newId = idsOf(clock);
  const made = Array.from({ length: 10_000 }, (_, i) => {
    if (i === 9_000) clock.moveTo('2026-11-03T01:59:59Z');
    if (i === 9_500) clock.moveTo('2026-11-03T02:00:01Z');
    return newId();
  });
  expect(made).toEqual([...made].sort());
  expect(new Set(made).size).toBe(10_000);
  expect(made.every(isId)).toBe(true);
});

test('ids of two processes differ', () => {
  const clock = fixedClock('2026-11-03T02:00:00Z');
  expect(idsOf(clock)()).not.toBe(idsOf(clock)());
});
