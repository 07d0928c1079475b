import { expect, it } from 'vitest';
import { leavesRecipientOut, NO_TARGET } from './target.ts';

it('[GV198] letters of one more recipient are left out by giving a directive to chosen offices, and by no other', () => {
  const typing = { ...NO_TARGET, typing: 'to truong' };
  expect(leavesRecipientOut(typing)).toBe(true);
  expect(leavesRecipientOut({ ...typing, typing: ' ' })).toBe(false);
  expect(leavesRecipientOut({ ...typing, spread: 'associations' })).toBe(false);
});
