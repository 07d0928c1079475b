import { expect, test } from 'vitest';
import type { Recipient } from './invitations.ts';
import { isEmptyColumn } from './invitations-table.tsx';

const nobody = { address: null, invitation: null, cancellation: null, leftOffice: null } as Recipient;
const byMail = { address: 'hoi@xa.vn', invitation: null, cancellation: null, leftOffice: null } as Recipient;
const printed = {
  address: null,
  invitation: { state: 'printed' },
  cancellation: null,
  leftOffice: null,
} as Recipient;
const sent = {
  address: 'hoi@xa.vn',
  invitation: { state: 'sent' },
  cancellation: null,
  leftOffice: null,
} as Recipient;

test.each([
  ['address', [nobody], true],
  ['address', [nobody, byMail], false],
  ['act', [nobody, byMail], true],
  ['act', [nobody, sent], true],
  ['act', [nobody, printed], false],
  ['name', [nobody], false],
] as const)('[GV41] after the beginning, column %s of %j is left out: %s', (key, recipients, isEmpty) =>
  expect(isEmptyColumn(key, { canInvite: false, state: 'closed', hasMail: true, recipients })).toBe(isEmpty),
);

test.each([
  ['address', [nobody], false],
  ['act', [nobody, byMail], true],
  ['act', [nobody, sent], false],
  ['act', [nobody, printed], false],
] as const)('[GV41] before it, column %s of %j is left out: %s', (key, recipients, isEmpty) =>
  expect(isEmptyColumn(key, { canInvite: true, state: 'preparing', hasMail: true, recipients })).toBe(
    isEmpty,
  ),
);

test('[GV111] of a cancelled briefing nothing is handed over or sent again, and it is said who is told', () => {
  const told = { ...printed, cancellation: { state: 'inPerson' } } as Recipient;
  const of = (recipients: readonly Recipient[]) => ({
    canInvite: false,
    state: 'cancelled' as const,
    hasMail: true,
    recipients,
  });
  expect(isEmptyColumn('act', of([told]))).toBe(true);
  const taken = { ...printed, cancellation: { state: 'told' } } as Recipient;
  expect(isEmptyColumn('act', of([told, taken]))).toBe(false);
  expect([isEmptyColumn('cancellation', of([told])), isEmptyColumn('cancellation', of([sent]))]).toEqual([
    false,
    true,
  ]);
});
