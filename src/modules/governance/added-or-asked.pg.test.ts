import { afterAll, beforeAll, expect, test } from 'vitest';
import { cancelBriefing } from './cancel-briefing.ts';
import { prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, type TestCommune } from './testing/given-commune.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune?.database.close());

const namesOf = async (within: TestBriefing) =>
  (await shown(commune, within)).attendees.map(({ fullName }) => fullName);

/** Cancels a briefing and prepares that of the same session again. */
async function again(within: TestBriefing): Promise<TestBriefing> {
  await command(commune, commune.as('creditOfficer'), (context) =>
    cancelBriefing({ hasMail: false })({ ...within, reason: 'Bão' }, context),
  );
  return prepared(commune);
}

test('[GV160] does not ask as added whom the system asked by an office that it asks no more; without that fact it does', async () => {
  const storm = await prepared(commune);
  // As of a village or group that went to another point since: an office that this one's briefings do not ask by themselves.
  const asDirector = () =>
    commune.database.owner.query(
      `update governance.attendee set seat = 'officeDirector', full_name = $1, part = 'other'
       where full_name = $2 and briefing_id in (select id from governance.briefing where state = 'preparing')`,
      [PEOPLE.officeDirector, PEOPLE.communePolice],
    );
  await asDirector();
  const anew = await again(storm);
  expect(await namesOf(anew)).not.toContain(PEOPLE.officeDirector);
  expect((await shown(commune, anew)).keptFrom).toBeNull();
  await asDirector();
  await commune.database.owner.query('update governance.attendee set is_added = null');
  expect(await namesOf(await again(anew))).toContain(PEOPLE.officeDirector);
});
