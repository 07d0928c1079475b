import { expect, test } from 'vitest';
import type { Recipient } from './invitations.ts';
import { isEmptyColumn } from './invitations-table.tsx';

const nobody = { address: null, invitation: null } as Recipient;
const byMail = { address: 'hoi@xa.vn', invitation: null } as Recipient;
const printed = { address: null, invitation: { state: 'printed' } } as Recipient;
const sent = { address: 'hoi@xa.vn', invitation: { state: 'sent' } } as Recipient;

test.each([
  ['address', [nobody], true],
  ['address', [nobody, byMail], false],
  ['act', [nobody, byMail], true],
  ['act', [nobody, sent], true],
  ['act', [nobody, printed], false],
  ['name', [nobody], false],
] as const)('[GV41] after the beginning, column %s of %j is left out: %s', (key, recipients, isEmpty) =>
  expect(isEmptyColumn(key, { canInvite: false, hasMail: true, recipients })).toBe(isEmpty),
);

test.each([
  ['address', [nobody], false],
  ['act', [nobody, byMail], true],
  ['act', [nobody, sent], false],
  ['act', [nobody, printed], false],
] as const)('[GV41] before it, column %s of %j is left out: %s', (key, recipients, isEmpty) =>
  expect(isEmptyColumn(key, { canInvite: true, hasMail: true, recipients })).toBe(isEmpty),
);
