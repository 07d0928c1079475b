import { expect, test } from 'vitest';
import { eventWords } from './task-events.tsx';

test('a hand-over says to whom, where the person may read that; other events stay as they are', () => {
  const handedToName = 'Trưởng thôn Ngọc Phước 1';
  expect(eventWords({ kind: 'handedOver' }, { handedToName })).toBe('Chuyển Trưởng thôn Ngọc Phước 1');
  expect(eventWords({ kind: 'handedOver' }, { handedToName: null })).toBe('Chuyển người khác');
  expect(eventWords({ kind: 'given' }, { handedToName })).toBe('Giao việc');
});
