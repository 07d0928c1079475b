import { expect, it } from 'vitest';
import type { Role } from '../../kernel/role.ts';
import { ANONYMOUS, type Caller, systemCaller } from '../../platform/caller.ts';
import { NO_SCOPE, type Scope } from '../../platform/db/scope.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { judgeAnswerer } from './judge-answerer.ts';

const as = (role: Role, narrowed: Partial<Scope> = {}): Caller => ({
  ...{ kind: 'person', userId: nextId(), sessionId: nextId(), assignmentId: nextId(), role },
  scope: { ...NO_SCOPE, ...narrowed },
});

it.each<[string, boolean, boolean, Caller]>([
  ['whoever holds its office', true, false, as('associationHead', { associationCodes: ['12'] })],
  ['the same office of another', false, false, as('associationHead', { associationCodes: ['11'] })],
  ['the police', false, false, as('communePolice')],
  ['a reader of the committee', false, false, as('committeeReader')],
  ['the chair', true, true, as('communeChair')],
  ['the officer', true, true, as('creditOfficer')],
  ['the director', true, true, as('officeDirector')],
  ['the product itself', true, true, systemCaller(NO_SCOPE)],
  ['nobody who is signed in', false, false, ANONYMOUS],
])('[GV35] %s answers for an office: %s, for a body without one: %s', (_, forOffice, forBody, caller) => {
  const refused = (owner: string) => ({ refused: 'taskNotYours', data: { owner } });
  const office = { ownerSeat: 'associationHead:12', ownerName: 'Hội Liên hiệp Phụ nữ' } as const;
  expect(judgeAnswerer(caller, office)).toEqual(forOffice ? null : refused(office.ownerName));
  const body = { ownerSeat: null, ownerName: 'Ban giảm nghèo' };
  expect(judgeAnswerer(caller, body)).toEqual(forBody ? null : refused(body.ownerName));
});
