import { expect, test } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { heldNote } from './held-days.ts';

test('a moved session says its day beside the one of the bank, a cancelled one that it is not held', () => {
  const sessions = [
    { regularOn: day('2026-11-05'), heldOn: day('2026-11-08') },
    { regularOn: day('2026-11-12'), heldOn: null },
    { regularOn: day('2026-11-20'), heldOn: day('2026-11-20') },
  ];
  expect(heldNote(sessions, day('2026-11-05'))).toBe('họp 08/11/2026');
  expect(heldNote(sessions, day('2026-11-12'))).toBe('nghỉ');
  expect(heldNote(sessions, day('2026-11-20'))).toBe('');
});
