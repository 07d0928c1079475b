import { expect, test } from 'vitest';
import type { Me } from '../../session.tsx';
import { isLeftToBank } from './use-addendum.ts';

const acting = (role: string) => ({ acting: { role, communeId: null } }) as unknown as Me;

test('[GV123] the chair is told that the bank writes the addenda of a meeting he did not chair; who writes none is told nothing', () => {
  const chair = acting('communeChair');
  expect(isLeftToBank(chair, { chairPart: 'teamLeader' })).toBe(true);
  expect(isLeftToBank(chair, { chairPart: 'communeChair' })).toBe(false);
  expect(isLeftToBank(acting('creditOfficer'), { chairPart: 'teamLeader' })).toBe(false);
  expect(isLeftToBank(acting('groupLeader'), { chairPart: 'teamLeader' })).toBe(false);
});
