import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Id } from '../../kernel/ids.ts';
import type { Caller } from '../../platform/caller.ts';
import { otherOffices } from '../identity/index.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { givenCommune, PEOPLE, question, type TestCommune } from './testing/given-commune.ts';
import { callers, ordered, tasksOf } from './testing/given-tasks.ts';
import { headsVillageToo, VILLAGE } from './testing/given-two-offices.ts';

const MEMBER = { seat: `villageHead:${VILLAGE}`, name: PEOPLE.associationHead };

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

it('[GV252] tells whoever holds another office in the commune what that has to answer, and nobody else', async () => {
  const as = callers(commune);
  const besides = async (who: Caller = as.head()) => (await tasksOf(commune, who, 'open')).besides;
  const assignmentId = await headsVillageToo(commune, { from: '2026-11-01' });
  await headsVillageToo(commune, { from: '2027-01-01', villageCode: '54010102' });
  expect(await besides()).toEqual([]);
  await ordered(commune, { recipients: [MEMBER] });
  expect(await besides()).toEqual([{ assignmentId, open: 1, late: 0 }]);
  commune.clock.moveTo('2026-12-11T02:00:00Z');
  expect(await besides()).toEqual([{ assignmentId, open: 1, late: 1 }]);
  expect(await besides(as.police())).toEqual([]);
  expect(await besides({ ...as.head(), assignmentId })).toEqual([]);
});

it('[GV252] says nothing of an office that they hold in a commune outside of those in which they act', async () => {
  const { database, clock, communeId, otherCommuneId } = commune;
  const assignmentId = nextId();
  await database.owner.query(
    `insert into identity.assignment (id, user_id, role, commune_id, association_code, valid_from)
     select $1, id, 'associationHead', $2, '12', '2026-11-01' from identity.user_account where full_name = $3`,
    [assignmentId, otherCommuneId, PEOPLE.associationHead],
  );
  const othersWithin = (...communeIds: Id[]) =>
    question(commune, commune.as('associationHead', { communeIds }), async (context) =>
      (await otherOffices(context, clock.today())).map((one) => one.assignmentId),
    );
  expect(await othersWithin(communeId, otherCommuneId)).toContain(assignmentId);
  expect(await othersWithin(communeId)).not.toContain(assignmentId);
});
