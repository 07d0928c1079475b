import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { enterGroupValue } from '../groups/enter-group-value.ts';
import { givePlace } from './give-place.ts';
import { listMyBriefings } from './list-my-briefings.ts';
import { openBriefing } from './open-briefing.ts';
import { recordAttendance } from './record-attendance.ts';
import { showBriefing } from './show-briefing.ts';
import { tellMeetingHour } from './tell-meeting-hour.ts';
import { prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, question, type TestCommune } from './testing/given-commune.ts';
import { inviting } from './testing/given-mail.ts';
import { headLeaves, NEW_HEAD } from './testing/given-offices.ts';

let commune: TestCommune;
let within: TestBriefing;
let head: Id;
beforeEach(async () => {
  commune = await givenCommune();
  within = await prepared(commune, day('2026-11-23'));
  commune.clock.moveTo('2026-11-18T02:00:00Z');
  head = (await inviting(commune, within).person(PEOPLE.associationHead)).attendeeId;
}, 60_000);
afterEach(() => commune.database.close());

const officer = () => commune.as('creditOfficer');
const recipient = async (attendeeId = head) =>
  (await inviting(commune, within).list()).recipients.find((one) => one.attendeeId === attendeeId);
const attendee = async (attendeeId = head) =>
  (await shown(commune, within)).attendees.find((one) => one.attendeeId === attendeeId);
const leaves = (isVacant = false) => headLeaves(commune, { on: '2026-11-18', isVacant });

/** Mails the head of the union, with what came of it. */
async function mailed(state: string): Promise<void> {
  const { enter, send } = inviting(commune, within);
  await enter(head, 'mai@xa.vn');
  expect(await send([head])).toMatchObject({ queued: 1 });
  const sentAt = state === 'sent' ? '2026-11-18T02:00:00Z' : null;
  await commune.database.owner.query('update platform.mail set state = $1, sent_at = $2', [state, sentAt]);
}

const moved = () =>
  command(commune, officer(), (context) => tellMeetingHour({ ...within, meetsAt: '10:45' }, context));
const give = () =>
  command(commune, officer(), (context) => givePlace({ ...within, attendeeId: head }, context));

describe('[GV162] whose place it is after the holder of an office has left', () => {
  it.each([['withdrawn'], ['failed']])('the new one, of an invitation that is %s', async (state) => {
    await mailed(state);
    await leaves();
    expect(await recipient()).toMatchObject({ fullName: NEW_HEAD, leftOffice: null, invitation: null });
  });

  it('the new one, once a move has outdated the invitation: who left is neither counted nor invited again', async () => {
    await mailed('sent');
    await moved();
    expect((await shown(commune, within)).invitedOtherwise).toEqual({ reached: 1, takenBack: 0 });
    await leaves();
    expect(await recipient()).toMatchObject({ fullName: NEW_HEAD, leftOffice: null, invitation: null });
    expect((await shown(commune, within)).invitedOtherwise).toEqual({ reached: 0, takenBack: 0 });
    const { print, enter, send } = inviting(commune, within);
    expect(await send([head])).toMatchObject({ queued: 0, passedOver: 1 });
    expect(await print([head])).toEqual({ printed: 1 });
    expect(await recipient()).toMatchObject({ fullName: NEW_HEAD, invitation: { state: 'printed' } });
    await enter(head, 'moi@xa.vn');
    expect(await send([head])).toMatchObject({ queued: 1 });
    const { rows } = await commune.database.owner.query(
      `select to_name as name from platform.mail where state = 'waiting'`,
    );
    expect(rows).toEqual([{ name: NEW_HEAD }]);
  });

  it('who left, while the invitation says where and when the meeting is; they are not invited again', async () => {
    await mailed('sent');
    await leaves();
    const left = {
      fullName: PEOPLE.associationHead,
      leftOffice: `Đã thôi giữ chức vụ, nay: ${NEW_HEAD}`,
    };
    expect(await recipient()).toMatchObject({ ...left, invitation: { state: 'sent' } });
    const { print, send } = inviting(commune, within);
    expect(await send([head], true)).toMatchObject({ queued: 0, passedOver: 1 });
    expect(await print([head])).toEqual({ printed: 0 });
  });
});

describe('[GV163] the place is given to who holds the office now', () => {
  it('with its office and in its order; they are told of the meeting, and not invited yet', async () => {
    await mailed('sent');
    await leaves();
    const before = (await shown(commune, within)).attendees;
    expect(await give()).toEqual({ reached: [PEOPLE.associationHead] });
    const after = (await shown(commune, within)).attendees;
    const place = before.findIndex(({ attendeeId }) => attendeeId === head);
    expect(after).toHaveLength(before.length);
    const [old, now] = [before[place], after[place]];
    expect(now).toMatchObject({
      ...{ fullName: NEW_HEAD, seat: old?.seat, part: old?.part, capacity: old?.capacity },
      ...{ presence: 'present', toldByName: null, leftOffice: null },
    });
    expect(await recipient(now?.attendeeId)).toMatchObject({ invitation: null, address: null });
    expect((await shown(commune, within)).takenOff).toMatchObject([{ fullName: PEOPLE.associationHead }]);
    const { briefings } = await question(
      commune,
      commune.as('associationHead', { associationCodes: ['12'] }),
      (context) => listMyBriefings({}, context),
    );
    expect(briefings).toMatchObject([{ briefingId: within.briefingId }]);
  });

  it('[GV93] [GV174] pressed twice it is given once; nobody who is in office loses a place', async () => {
    const { revision } = await shown(commune, within);
    expect(await give()).toEqual({ reached: [] });
    expect((await shown(commune, within)).revision).toBe(revision);
    await mailed('sent');
    expect(await give(), 'of who is invited and in office').toEqual({ reached: [] });
    await leaves();
    await give();
    const once = await shown(commune, within);
    // The answer of the first may have been lost: who is to be told is named again [GV174].
    expect(await give()).toEqual({ reached: [PEOPLE.associationHead] });
    expect(await shown(commune, within)).toEqual(once);
  });

  it('of a vacant office the place is the office’s', async () => {
    await mailed('sent');
    await leaves(true);
    await give();
    const { attendees } = await shown(commune, within);
    expect(attendees.find(({ seat }) => seat === 'associationHead:12')).toMatchObject({
      fullName: 'Hội Liên hiệp Phụ nữ',
      leftOffice: null,
    });
  });
});

it('[GV143] what is said of somebody’s presence is said of who holds the office then, also when it changes again', async () => {
  await leaves();
  await command(commune, officer(), (context) =>
    recordAttendance(
      { ...within, attendeeId: head, presence: 'excused', deputyName: null, note: 'ốm', baseVersion: 1 },
      context,
    ),
  );
  await commune.database.owner.query(
    `update identity.assignment set valid_to = '2026-11-18' where valid_from = '2026-11-18'`,
  );
  commune.clock.moveTo('2026-11-19T02:00:00Z');
  expect(await attendee()).toMatchObject({ fullName: NEW_HEAD, presence: 'excused', note: 'ốm' });
});

it('[GV136] minutes of a meeting that was held on an earlier day name who was asked then', async () => {
  await headLeaves(commune, { on: '2026-11-25' });
  commune.clock.moveTo('2026-11-25T02:00:00Z');
  await command(commune, officer(), (context) =>
    openBriefing({ ...within, metOn: day('2026-11-23') }, context),
  );
  expect(await attendee()).toMatchObject({ fullName: PEOPLE.associationHead, note: null });
});

it('[GV165] a narrow office reads the same holders on the list as the bank', async () => {
  const [first, second] = (await shown(commune, within)).attendees.filter(
    ({ part }) => part === 'groupLeader',
  );
  const codeOf = (one: typeof first) => one?.seat?.split(':')[1] ?? '';
  await command(commune, officer(), (context) =>
    enterGroupValue(
      {
        ...{ communeId: commune.communeId, groupCode: codeOf(first) },
        ...{ field: 'leader_name', value: 'Trần Tổ Trưởng Mới' },
      },
      context,
    ),
  );
  const namesFor = async (as: Parameters<typeof question>[1]) =>
    (await question(commune, as, (context) => showBriefing(within, context))).attendees.map(
      ({ fullName }) => fullName,
    );
  const names = await namesFor(officer());
  expect(names).toContain('Trần Tổ Trưởng Mới');
  for (const as of [
    commune.as('groupLeader', { groupCodes: [codeOf(second)] }),
    commune.as('associationHead', { associationCodes: ['12'] }),
    commune.as('communePolice'),
  ])
    expect(await namesFor(as)).toEqual(names);
});
