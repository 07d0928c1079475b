import { expect, it } from 'vitest';
import { reachedWords } from './reached-words.ts';

it('[GV174] names everybody whom an invitation may have reached, and nobody where it reached nobody', () => {
  const told = 'có thể đã nhận giấy mời: báo trực tiếp là không mời dự nữa.';
  expect(reachedWords(['Trần Thị Mai'])).toBe(`Trần Thị Mai ${told}`);
  expect(reachedWords(['Người Mới', 'Trần Thị Mai'])).toBe(`Người Mới, Trần Thị Mai ${told}`);
  expect(reachedWords([])).toBeNull();
});
