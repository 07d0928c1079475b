import { expect, it } from 'vitest';
import type { Id } from '../../kernel/ids.ts';
import type { Role } from '../../kernel/role.ts';
import { ANONYMOUS, type Caller, systemCaller } from '../../platform/caller.ts';
import { NO_SCOPE, type Scope } from '../../platform/db/scope.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import type { TaskEventKind } from './domain/task.ts';
import { hasReported, judgeAnswerer } from './judge-answerer.ts';

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

it('[GV36] who wrote a report has written what stands until it is returned: the next one is another', () => {
  const [own, other] = [nextId(), nextId()];
  const wrote = (...events: readonly (readonly [TaskEventKind, Id])[]) =>
    hasReported(
      { userId: own },
      events.map(([kind, by]) => ({ kind, by })),
    );
  expect(wrote(['given', own], ['reported', other])).toBe(false);
  expect(wrote(['given', other], ['reported', own], ['reported', other])).toBe(true);
  expect(wrote(['reported', own], ['returned', other], ['reported', other])).toBe(false);
  expect(wrote(['reported', other], ['returned', other], ['reported', own])).toBe(true);
});
