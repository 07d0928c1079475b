import { expect, test } from 'vitest';
import type { Recipient } from './invitations.ts';
import { isEmptyAfterwards } from './invitations-table.tsx';

const nobody = { address: null, invitation: null } as Recipient;
const byMail = { address: 'hoi@xa.vn', invitation: null } as Recipient;
const printed = { address: null, invitation: { state: 'printed' } } as Recipient;

test.each([
  ['address', [nobody], true],
  ['address', [nobody, byMail], false],
  ['act', [nobody, byMail], true],
  ['act', [nobody, printed], false],
  ['name', [nobody], false],
] as const)('[GV41] after the beginning, column %s of %j is left out: %s', (key, recipients, isEmpty) =>
  expect(isEmptyAfterwards(key, recipients)).toBe(isEmpty),
);
