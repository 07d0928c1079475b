import { afterAll, beforeAll, expect, it } from 'vitest';
import { tellMeetingHour } from './tell-meeting-hour.ts';
import { prepared, shown } from './testing/given-briefing.ts';
import { givenCommune, PEOPLE, type TestCommune, tryCommand } from './testing/given-commune.ts';
import { inviting } from './testing/given-mail.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

it('[GV41] [GV117] whoever was invited to the hour that a meeting has again is not written to once more, on either page', async () => {
  const within = await prepared(commune);
  commune.clock.moveTo('2026-11-18T02:00:00Z');
  const desk = inviting(commune, within);
  const meetAt = (meetsAt: string) =>
    tryCommand(commune, commune.as('creditOfficer'), (context) =>
      tellMeetingHour({ ...within, meetsAt }, context),
    );
  const { attendeeId } = await desk.person(PEOPLE.associationHead);
  await desk.enter(attendeeId, 'mai@xa.vn');
  await meetAt('10:00');
  expect(await desk.send([attendeeId])).toMatchObject({ queued: 1 });
  await commune.database.owner.query(`update platform.mail set state = 'sent', sent_at = now()`);
  await meetAt('11:00');
  expect(await desk.send([attendeeId])).toMatchObject({ queued: 1 });
  await meetAt('10:00');
  expect((await shown(commune, within)).invitedOtherwise).toEqual({ reached: 0, takenBack: 0 });
  const { invitation } = await desk.person(PEOPLE.associationHead);
  expect(invitation).toMatchObject({ state: 'sent', isOutdated: false });
  expect(await desk.send([attendeeId])).toMatchObject({ queued: 0, passedOver: 1 });
  await meetAt('11:00');
  expect(await desk.send([attendeeId])).toMatchObject({ queued: 1 });
});
