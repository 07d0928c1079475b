import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Caller } from '../../platform/caller.ts';
import { cancelBriefing } from './cancel-briefing.ts';
import { listMyBriefings } from './list-my-briefings.ts';
import { openBriefing } from './open-briefing.ts';
import { removeAttendee } from './remove-attendee.ts';
import { tellMeetingHour } from './tell-meeting-hour.ts';
import { prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, question, type TestCommune } from './testing/given-commune.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

const officer = () => commune.as('creditOfficer');
const head = (associationCode: string) =>
  commune.as('associationHead', { associationCodes: [associationCode] });
const mine = async (caller: Caller) =>
  (await question(commune, caller, (context) => listMyBriefings({}, context))).briefings;
const statesOf = async (caller: Caller) => (await mine(caller)).map(({ metOn, state }) => [metOn, state]);
const cancel = (within: TestBriefing) =>
  command(commune, officer(), (context) =>
    cancelBriefing({ hasMail: false })({ ...within, reason: 'Bão' }, context),
  );

test('[GV118] who is asked, chairs or holds is told day, hour and place; an office that is not asked, of nothing', async () => {
  expect(await mine(officer())).toEqual([]);
  const within = await prepared(commune, day('2026-11-23'));
  commune.clock.moveTo('2026-11-18T02:00:00Z');
  await command(commune, officer(), (context) => tellMeetingHour({ ...within, meetsAt: '10:15' }, context));
  const told = { briefingId: within.briefingId, metOn: '2026-11-23', meetsAt: '10:15', state: 'preparing' };
  for (const caller of [
    officer(),
    commune.as('officeDirector'),
    commune.as('communeChair'),
    commune.as('communePolice'),
    head('12'),
  ])
    expect(await mine(caller)).toMatchObject([{ ...told, communeName: 'Xã Bình Ngọc' }]);
  const { attendees } = await shown(commune, within);
  const asked = attendees.find(({ seat }) => seat === 'associationHead:12');
  if (!asked) throw new Error('nobody of the association is asked');
  await command(commune, officer(), (context) =>
    removeAttendee({ ...within, attendeeId: asked.attendeeId }, context),
  );
  expect(await mine(head('12'))).toEqual([]);
  expect(await mine(commune.as('committeeReader'))).toEqual([]);
  const elsewhere = { communeIds: [commune.otherCommuneId] };
  expect(await mine(commune.as('communeChair', elsewhere))).toEqual([]);
  expect(await mine(commune.as('creditOfficer', elsewhere))).toEqual([]);
});

test('[GV118] it goes on while people meet, and is over with its day', async () => {
  const within = await prepared(commune, day('2026-12-23'));
  await command(commune, officer(), (context) => openBriefing(within, context));
  expect(await statesOf(commune.as('communeChair'))).toEqual([['2026-12-23', 'open']]);
  commune.clock.moveTo('2026-12-24T02:00:00Z');
  expect(await mine(commune.as('communeChair'))).toEqual([]);
});

test('[GV118] one that is not held says so until its day is over or it is prepared anew, and never hides the next that is', async () => {
  const chair = commune.as('communeChair');
  const within = await prepared(commune, day('2027-01-23'));
  await cancel(within);
  expect(await statesOf(chair)).toEqual([['2027-01-23', 'cancelled']]);
  const anew = await prepared(commune, day('2027-01-23'));
  expect(await statesOf(chair)).toEqual([['2027-01-23', 'preparing']]);
  await cancel(anew);
  commune.clock.moveTo('2027-01-23T05:00:00Z');
  // The next session's, prepared early.
  await commune.database.owner.query(
    `update governance.briefing
     set held_on = '2027-01-25', state = 'preparing', met_on = null, opened_at = null, opened_by = null
     where commune_id = $1 and regular_on = '2026-12-23'`,
    [commune.communeId],
  );
  expect(await statesOf(chair)).toEqual([
    ['2027-01-23', 'cancelled'],
    ['2027-01-25', 'preparing'],
  ]);
  commune.clock.moveTo('2027-01-24T02:00:00Z');
  expect(await statesOf(chair)).toEqual([['2027-01-25', 'preparing']]);
});
