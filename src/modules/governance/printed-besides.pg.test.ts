import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type MailPost, startMailPost } from '../../platform/mail/testing/mail-post.ts';
import { removeAttendee } from './remove-attendee.ts';
import { tellMeetingHour } from './tell-meeting-hour.ts';
import { prepared, type TestBriefing } from './testing/given-briefing.ts';
import { givenCommune, type TestCommune, tryCommand } from './testing/given-commune.ts';
import { deliverNext, inviting, nobodyInvited } from './testing/given-mail.ts';

let commune: TestCommune;
let post: MailPost;
let within: TestBriefing;
let desk: ReturnType<typeof inviting>;

beforeAll(async () => {
  commune = await givenCommune();
  post = await startMailPost();
  within = await prepared(commune);
  desk = inviting(commune, within);
});
beforeEach(() => nobodyInvited(commune, post));
afterAll(async () => {
  await post?.close();
  await commune?.database.close();
});

const officer = () => commune.as('creditOfficer');
const deliver = () => deliverNext(commune, post);
const mailStates = async () => {
  const { rows } = await commune.database.owner.query('select state from platform.mail order by state');
  return rows.map(({ state }) => state);
};

test('[GV41] a mail that waits or went is not written again', async () => {
  const { attendeeId } = await desk.person('Trần Thị Mai');
  await desk.enter(attendeeId, 'mai@xa.vn');
  await desk.send([attendeeId]);
  expect(await desk.print([attendeeId])).toEqual({ printed: 1 });
  expect(await desk.send([attendeeId], true)).toMatchObject({ queued: 0, passedOver: 1 });
  expect(await deliver()).toBe(true);
  expect(await desk.send([attendeeId])).toMatchObject({ queued: 0, passedOver: 1 });
  expect(await desk.send([attendeeId], true)).toMatchObject({ queued: 1 });
});

test('[GV41] [GV114] a mail that waits is taken back when the meeting gets another hour, or the person is taken off', async () => {
  const mai = await desk.person('Trần Thị Mai');
  const vinh = await desk.person('Bùi Văn Vinh');
  await desk.enter(mai.attendeeId, 'mai@xa.vn');
  await desk.enter(vinh.attendeeId, 'vinh@xa.vn');
  await desk.send([mai.attendeeId, vinh.attendeeId]);
  expect(await desk.print([mai.attendeeId])).toEqual({ printed: 1 });
  expect(await desk.print([vinh.attendeeId])).toEqual({ printed: 1 });
  await tryCommand(commune, officer(), (context) =>
    removeAttendee({ ...within, attendeeId: vinh.attendeeId }, context),
  );
  expect(await mailStates()).toEqual(['waiting', 'withdrawn']);
  await tryCommand(commune, officer(), (context) =>
    tellMeetingHour({ ...within, meetsAt: '09:45' }, context),
  );
  expect(await mailStates()).toEqual(['withdrawn', 'withdrawn']);
  expect(await deliver()).toBe(false);
});

test('[GV148] a paper that asks to bring other things is printed anew, once', async () => {
  const { attendeeId } = await desk.person('Trần Thị Mai');
  expect(await desk.print([attendeeId])).toEqual({ printed: 1 });
  await desk.writeBring('Sổ mới', await desk.bring());
  expect((await desk.person('Trần Thị Mai')).invitation).toMatchObject({ asksOtherwise: true });
  expect([await desk.print([attendeeId]), await desk.print([attendeeId])]).toEqual([
    { printed: 1 },
    { printed: 0 },
  ]);
});

test('[GV41] a mail that was on its way when the hour changed, and did not go, is taken back by the one that is written anew', async () => {
  const { attendeeId } = await desk.person('Trần Thị Mai');
  await desk.enter(attendeeId, 'mai@xa.vn');
  await desk.send([attendeeId]);
  const standsAs = (state: string) =>
    commune.database.owner.query('update platform.mail set state = $1', [state]);
  await standsAs('sending');
  await tryCommand(commune, officer(), (context) =>
    tellMeetingHour({ ...within, meetsAt: '10:15' }, context),
  );
  await standsAs('waiting');
  expect(await desk.send([attendeeId])).toMatchObject({ queued: 1 });
  expect(await mailStates()).toEqual(['waiting', 'withdrawn']);
  expect([await deliver(), await deliver()]).toEqual([true, false]);
});
