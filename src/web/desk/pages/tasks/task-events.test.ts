import { expect, test } from 'vitest';
import { eventWords, writerWords } from './task-events.tsx';

test('a hand-over says to whom, where the person may read that; other events stay as they are', () => {
  const handedToName = 'Trưởng thôn Ngọc Phước 1';
  expect(eventWords({ kind: 'handedOver' }, { handedToName })).toBe('Chuyển Trưởng thôn Ngọc Phước 1');
  expect(eventWords({ kind: 'handedOver' }, { handedToName: null })).toBe('Chuyển người khác');
  expect(eventWords({ kind: 'given' }, { handedToName })).toBe('Giao việc');
});

test('[GV35] what another wrote down says who wrote it and for whom', () => {
  expect(writerWords({ byName: 'Lê Minh Toàn', writtenFor: 'Tổ trưởng 07' })).toBe(
    'Lê Minh Toàn ghi thay Tổ trưởng 07',
  );
  expect(writerWords({ byName: 'Lê Minh Toàn', writtenFor: null })).toBe('Lê Minh Toàn');
});
