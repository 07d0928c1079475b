import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { givePlace } from './give-place.ts';
import { handOverInvitation } from './hand-over-invitation.ts';
import { openBriefing } from './open-briefing.ts';
import { recordAttendance } from './record-attendance.ts';
import { removeAttendee } from './remove-attendee.ts';
import { tellMeetingHour } from './tell-meeting-hour.ts';
import { prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, type TestCommune, tryCommand } from './testing/given-commune.ts';
import { inviting } from './testing/given-mail.ts';
import { headLeaves, NEW_HEAD } from './testing/given-offices.ts';
import { writeMailAddress } from './write-mail-address.ts';

const HEAD = PEOPLE.associationHead;
const IS_ANOTHER = { refused: 'attendeeIsAnother', data: { shown: HEAD, name: NEW_HEAD } };

let commune: TestCommune;
let within: TestBriefing;
let attendeeId: Id;
beforeEach(async () => {
  commune = await givenCommune();
  within = await prepared(commune, day('2026-11-23'));
  commune.clock.moveTo('2026-11-18T02:00:00Z');
  attendeeId = (await inviting(commune, within).person(HEAD)).attendeeId;
}, 60_000);
afterEach(() => commune.database.close());

const officer = () => commune.as('creditOfficer');
const attendee = async () =>
  (await shown(commune, within)).attendees.find((one) => one.attendeeId === attendeeId);
const leaves = () => headLeaves(commune, { on: '2026-11-18' });
/** Says that somebody is late, as the person saw them; undefined: from before screens said it. */
const tell = (fullName: string | undefined) =>
  tryCommand(commune, officer(), (context) =>
    recordAttendance(
      { ...within, attendeeId, fullName, presence: 'late', deputyName: null, note: null, baseVersion: 1 },
      context,
    ),
  );
const remove = (fullName: string | undefined) =>
  tryCommand(commune, officer(), (context) => removeAttendee({ ...within, attendeeId, fullName }, context));
const takenOff = async () => (await shown(commune, within)).takenOff.map(({ fullName }) => fullName);

describe('[GV173] what is said of whom the person saw is not written to who holds the office since', () => {
  it('a presence: it is refused with who it is, and stands for them once it is said of them', async () => {
    await leaves();
    expect(await tell(HEAD)).toEqual(IS_ANOTHER);
    expect(await attendee()).toMatchObject({ fullName: NEW_HEAD, presence: 'present', toldByName: null });
    expect(await tell(NEW_HEAD.toUpperCase())).toEqual({});
    expect(await attendee()).toMatchObject({ fullName: NEW_HEAD, presence: 'late' });
    // The same is no answer to whoever says it of another.
    expect(await tell(HEAD)).toEqual(IS_ANOTHER);
  });

  it('a presence that waited since before screens said of whom: it is of whoever the row is', async () => {
    await leaves();
    expect(await tell(undefined)).toEqual({});
    expect(await attendee()).toMatchObject({ fullName: NEW_HEAD, presence: 'late' });
  });

  it('[GV143] a presence that stood so already is said all the same: the row stays theirs', async () => {
    const { revision } = await shown(commune, within);
    const say = () =>
      command(commune, officer(), (context) =>
        recordAttendance(
          {
            ...{ ...within, attendeeId, fullName: HEAD },
            ...{ presence: 'present', deputyName: null, note: null, baseVersion: 1 },
          },
          context,
        ),
      );
    await say();
    await say();
    expect(await attendee()).toMatchObject({ presence: 'present', toldByName: PEOPLE.creditOfficer });
    expect((await shown(commune, within)).revision).toBe(revision + 1);
    await leaves();
    expect(await attendee()).toMatchObject({ fullName: HEAD, toldByName: PEOPLE.creditOfficer });
  });

  it('a presence in a meeting that began with another holder', async () => {
    await headLeaves(commune, { on: '2026-11-23' });
    commune.clock.moveTo('2026-11-23T03:00:00Z');
    await command(commune, officer(), (context) => openBriefing(within, context));
    expect(await tell(HEAD)).toEqual(IS_ANOTHER);
  });

  it('a presence of somebody who was taken off: only who holds the office today comes back', async () => {
    await command(commune, officer(), (context) => removeAttendee({ ...within, attendeeId }, context));
    await leaves();
    expect(await tell(HEAD)).toEqual(IS_ANOTHER);
    expect(await attendee()).toBeUndefined();
    expect(await tell(NEW_HEAD)).toEqual({});
    expect(await attendee()).toMatchObject({ fullName: NEW_HEAD, presence: 'late' });
  });

  it('a mail address', async () => {
    await leaves();
    const enter = (fullName: string | undefined, address: string) =>
      tryCommand(commune, officer(), (context) =>
        writeMailAddress({ ...within, attendeeId, fullName, address }, context),
      );
    expect(await enter(HEAD, 'mai@xa.vn')).toEqual(IS_ANOTHER);
    expect((await inviting(commune, within).person(NEW_HEAD)).address).toBeNull();
    expect(await enter(NEW_HEAD, 'moi@xa.vn')).toEqual({});
    expect((await inviting(commune, within).person(NEW_HEAD)).address).toBe('moi@xa.vn');
  });

  it('taking off the list', async () => {
    await leaves();
    expect(await remove(HEAD)).toEqual(IS_ANOTHER);
    expect(await takenOff()).toEqual([]);
    expect(await remove(NEW_HEAD)).toEqual({ reached: [] });
    expect(await takenOff()).toEqual([NEW_HEAD]);
    // Off is off, whoever presses.
    expect(await remove(HEAD)).toEqual({ reached: [] });
  });

  it('handing over a paper, giving away the place', async () => {
    await leaves();
    await inviting(commune, within).print([attendeeId]);
    const handOver = (fullName: string) =>
      tryCommand(commune, officer(), (context) =>
        handOverInvitation(
          { ...within, attendeeId, fullName, handedOn: day('2026-11-18'), handedByName: 'Bưu tá' },
          context,
        ),
      );
    expect(await handOver(HEAD)).toEqual(IS_ANOTHER);
    expect(await handOver(NEW_HEAD)).toEqual({});
    await commune.database.owner.query(
      `update identity.user_account set full_name = 'Người Mới Nữa' where full_name = $1`,
      [NEW_HEAD],
    );
    const give = (fullName: string) =>
      tryCommand(commune, officer(), (context) => givePlace({ ...within, attendeeId, fullName }, context));
    expect(await give(HEAD)).toEqual(IS_ANOTHER);
    expect(await give(NEW_HEAD)).toEqual({ reached: [NEW_HEAD] });
  });
});

it('[GV174] whoever takes off a row that has become another’s is told whom an invitation reached, not that the new one was', async () => {
  const { enter, send, print } = inviting(commune, within);
  await enter(attendeeId, 'mai@xa.vn');
  await send([attendeeId]);
  await commune.database.owner.query(
    `update platform.mail set state = 'sent', sent_at = '2026-11-18T02:00:00Z'`,
  );
  const meetAt = (meetsAt: string) =>
    command(commune, officer(), (context) => tellMeetingHour({ ...within, meetsAt }, context));
  await meetAt('10:45');
  await leaves();
  expect((await attendee())?.fullName).toBe(NEW_HEAD);
  const answer = await remove(NEW_HEAD);
  expect(answer).toEqual({ reached: [HEAD] });
  expect(await takenOff()).toEqual([NEW_HEAD]);
  await tell(NEW_HEAD);
  await print([attendeeId]);
  expect(await remove(NEW_HEAD)).toEqual({ reached: [NEW_HEAD, HEAD] });
});
