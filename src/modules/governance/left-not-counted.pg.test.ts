import { afterAll, beforeAll, expect, it } from 'vitest';
import { tellMeetingHour } from './tell-meeting-hour.ts';
import { prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, type TestCommune } from './testing/given-commune.ts';
import { inviting } from './testing/given-mail.ts';
import { headLeaves } from './testing/given-offices.ts';

let commune: TestCommune;
let within: TestBriefing;
beforeAll(async () => {
  commune = await givenCommune();
  within = await prepared(commune);
}, 60_000);
afterAll(() => commune.database.close());

it('[GV117] [GV162] of those who were invited to another hour who has left the office is not counted among those to be invited anew', async () => {
  commune.clock.moveTo('2026-11-18T02:00:00Z');
  const desk = inviting(commune, within);
  const { attendeeId } = await desk.person(PEOPLE.associationHead);
  const meets = (meetsAt: string) =>
    command(commune, commune.as('creditOfficer'), (context) =>
      tellMeetingHour({ ...within, meetsAt }, context),
    );
  const counted = async () => (await shown(commune, within)).invitedOtherwise;
  for (const meetsAt of ['10:00', '10:40']) {
    await meets(meetsAt);
    await desk.print([attendeeId]);
  }
  await meets('10:00');
  expect(await counted()).toEqual({ reached: 1, takenBack: 0 });
  // The first of the two letters names the hour as it is: the place stays that of who has left.
  await headLeaves(commune, { on: '2026-11-18' });
  expect((await desk.person(PEOPLE.associationHead)).leftOffice).not.toBeNull();
  expect(await counted()).toEqual({ reached: 0, takenBack: 0 });
});
