import { expect, test } from 'vitest';
import { calledOffWords } from './called-off-note.tsx';

test.each([
  [3, 0, '3 người đã được báo không tổ chức, chưa mời lại.'],
  [0, 1, '1 người có giấy mời trước, chưa được báo không tổ chức.'],
  [
    2,
    1,
    '2 người đã được báo không tổ chức, chưa mời lại. 1 người có giấy mời trước, chưa được báo không tổ chức.',
  ],
])(
  '[GV149] the page of a meeting prepared again counts who was told and who was not: %i, %i',
  (told, untold, words) => expect(calledOffWords({ told, untold })).toBe(words),
);
