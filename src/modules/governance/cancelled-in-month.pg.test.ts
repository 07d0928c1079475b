import { afterAll, beforeAll, expect, it } from 'vitest';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addAttendee } from './add-attendee.ts';
import { cancelBriefing } from './cancel-briefing.ts';
import { prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, type TestCommune } from './testing/given-commune.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune?.database.close());

const officer = () => commune.as('creditOfficer');
const cancel = (within: TestBriefing) =>
  command(commune, officer(), (context) =>
    cancelBriefing({ hasMail: false })({ ...within, reason: 'Bão' }, context),
  );
const guest = (within: TestBriefing, fullName: string) =>
  command(commune, officer(), (context) => {
    const asked = { part: 'other' as const, seat: null, fullName, capacity: 'Bí thư chi bộ' };
    return addAttendee({ ...within, attendeeId: nextId(), ...asked }, context);
  });
const namesOf = async (within: TestBriefing) =>
  (await shown(commune, within)).attendees.map(({ fullName }) => fullName);

it('[GV185] goes on from the one that was cancelled last in the month, also where the fixed day is another since', async () => {
  const first = await prepared(commune);
  await guest(first, 'Hà Văn Khách');
  await cancel(first);
  const second = await prepared(commune);
  await guest(second, 'Lò Thị Sau');
  await cancel(second);
  await commune.database.owner.query(
    `update governance.briefing set regular_on = '2026-11-20', held_on = '2026-11-20' where id = any ($1)`,
    [[first.briefingId, second.briefingId]],
  );
  expect((await shown(commune, first)).cancelled).toMatchObject({
    isGoneOnFrom: false,
    preparedAnew: null,
  });
  expect((await shown(commune, second)).cancelled).toMatchObject({ isGoneOnFrom: true });

  const anew = await prepared(commune);
  expect(await namesOf(anew)).toContain('Lò Thị Sau');
  expect((await shown(commune, second)).cancelled?.preparedAnew).toBe(anew.briefingId);
});
