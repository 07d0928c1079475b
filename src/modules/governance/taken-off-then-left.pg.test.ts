import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Id } from '../../kernel/ids.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addAttendee } from './add-attendee.ts';
import type { Presence } from './domain/attendance.ts';
import { givePlace } from './give-place.ts';
import { openBriefing } from './open-briefing.ts';
import { recordAttendance } from './record-attendance.ts';
import { removeAttendee } from './remove-attendee.ts';
import { HELD_ON, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, type TestCommune, tryCommand } from './testing/given-commune.ts';
import { inviting } from './testing/given-mail.ts';
import { headLeaves, NEW_HEAD } from './testing/given-offices.ts';

const HEAD: string = PEOPLE.associationHead;
const OFFICE = {
  part: 'associationHead',
  capacity: 'Hội Liên hiệp Phụ nữ',
  seat: 'associationHead:12',
} as const;
const LEFT_ON = '2026-11-18';
const IS_ANOTHER = { refused: 'attendeeIsAnother', data: { shown: HEAD, name: NEW_HEAD } };

let commune: TestCommune;
let within: TestBriefing;
let attendeeId: Id;
beforeEach(async () => {
  commune = await givenCommune();
  within = await prepared(commune);
  commune.clock.moveTo(`${LEFT_ON}T02:00:00Z`);
  attendeeId = (await inviting(commune, within).person(HEAD)).attendeeId;
}, 60_000);
afterEach(() => commune.database.close());

const officer = () => commune.as('creditOfficer');
const begin = () => {
  commune.clock.moveTo(`${HELD_ON}T01:00:00Z`);
  return command(commune, officer(), (context) => openBriefing(within, context));
};
/** Says from a page that still shows the place of who left how they are there. */
const say = (presence: Presence, fullName = HEAD) =>
  tryCommand(commune, officer(), (context) =>
    recordAttendance(
      { ...within, attendeeId, fullName, presence, deputyName: null, note: null, baseVersion: 1 },
      context,
    ),
  );
const ofOffice = async () =>
  (await shown(commune, within)).attendees
    .filter(({ seat }) => seat === OFFICE.seat)
    .map(({ fullName, presence }) => [fullName, presence]);
const takenOff = async () =>
  (await shown(commune, within)).takenOff.map(({ fullName, nowOf }) => [fullName, nowOf]);
const takeOff = () =>
  command(commune, officer(), (context) =>
    removeAttendee({ ...within, attendeeId, fullName: HEAD }, context),
  );

it('[GV182] the form of somebody taken off brings them back as long as the office is theirs', async () => {
  await takeOff();
  expect(await takenOff()).toEqual([[HEAD, null]]);
  expect(await say('late')).toEqual({});
  expect(await ofOffice()).toEqual([[HEAD, 'late']]);
});

it('[GV182] and says whose the row would be, once another holds the office of a meeting that is prepared', async () => {
  await takeOff();
  await headLeaves(commune, { on: LEFT_ON });
  expect(await takenOff()).toEqual([[HEAD, NEW_HEAD]]);
  expect(await say('late')).toEqual(IS_ANOTHER);
});

it('[GV230] [GV211] a presence of somebody whose place was given away does not bring a second place of the office', async () => {
  await inviting(commune, within).print([attendeeId]);
  await headLeaves(commune, { on: LEFT_ON });
  await command(commune, officer(), (context) =>
    givePlace({ ...within, attendeeId, fullName: HEAD }, context),
  );
  expect(await say('late')).toEqual(IS_ANOTHER);
  expect(await ofOffice()).toEqual([[NEW_HEAD, 'present']]);
  // [GV182] The form that is open says so before it is sent.
  expect(await takenOff()).toEqual([[HEAD, NEW_HEAD]]);
  await begin();
  expect(await takenOff()).toEqual([[HEAD, NEW_HEAD]]);
  expect(await say('present')).toEqual(IS_ANOTHER);
  expect(await ofOffice()).toEqual([[NEW_HEAD, 'present']]);
});

it('[GV230] nor of somebody who was taken off in the meeting, and for whom the new holder was added', async () => {
  await begin();
  await headLeaves(commune, { on: HELD_ON });
  await takeOff();
  const added = { ...within, ...OFFICE, fullName: NEW_HEAD, attendeeId: nextId() };
  await command(commune, officer(), (context) => addAttendee(added, context));
  expect(await say('present')).toEqual(IS_ANOTHER);
  expect(await ofOffice()).toEqual([[NEW_HEAD, 'present']]);
  // Said of who it is now it is said of them, and the record of what was done names their row.
  expect(await say('late', NEW_HEAD)).toEqual({});
  expect(await ofOffice()).toEqual([[NEW_HEAD, 'late']]);
  const { rows } = await commune.database.owner.query(
    `select subject::jsonb ->> 'attendee' as attendee from platform.audit_entry
     where subject::jsonb ? 'presence' order by sequence desc limit 1`,
  );
  expect(rows).toEqual([{ attendee: added.attendeeId }]);
});
