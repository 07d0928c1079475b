import { expect, it } from 'vitest';
import { takenOffNext } from './meanwhile.tsx';

it('[GV182] what somebody taken off is told to do names whose place it is now, where it is not theirs', () => {
  const fullName = 'Trần Thị Mai';
  expect(takenOffNext({ fullName, nowOf: null })).toBe('“Ghi” đưa người này trở lại danh sách.');
  expect(takenOffNext({ fullName, nowOf: 'Lê Thị Hoa' })).toContain(
    'Chỗ này nay là của Lê Thị Hoa, nên không ghi được cho Trần Thị Mai',
  );
});
