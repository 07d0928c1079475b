import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { type MailPost, startMailPost } from '../../platform/mail/testing/mail-post.ts';
import { listInvitations } from './list-invitations.ts';
import { printInvitations } from './print-invitations.ts';
import { removeAttendee } from './remove-attendee.ts';
import { sendInvitations } from './send-invitations.ts';
import { tellMeetingHour } from './tell-meeting-hour.ts';
import { prepared, type TestBriefing } from './testing/given-briefing.ts';
import { givenCommune, question, type TestCommune, tryCommand } from './testing/given-commune.ts';
import { deliverNext, recipientNamed } from './testing/given-mail.ts';
import { writeMailAddress } from './write-mail-address.ts';

const HELD_ON = day('2026-11-23');
const WITH_MAIL = { hasMail: true };

let commune: TestCommune;
let post: MailPost;
let within: TestBriefing;

beforeAll(async () => {
  commune = await givenCommune();
  post = await startMailPost();
  within = await prepared(commune, HELD_ON);
});
beforeEach(async () => {
  commune.clock.moveTo('2026-11-18T02:00:00Z');
  post.taken.length = 0;
  post.mood = 'takes';
  for (const table of ['governance.invitation', 'governance.mail_address', 'platform.mail'])
    await commune.database.owner.query(`delete from ${table}`);
});
afterAll(async () => {
  await post?.close();
  await commune?.database.close();
});

const officer = () => commune.as('creditOfficer');
const list = () => question(commune, officer(), (context) => listInvitations(WITH_MAIL)(within, context));
const person = async (name: string) => recipientNamed((await list()).recipients, name);
const enter = (attendeeId: Id, address: string | null) =>
  tryCommand(commune, officer(), (context) => writeMailAddress({ ...within, attendeeId, address }, context));
const send = (attendeeIds: readonly Id[], again = false) =>
  tryCommand(commune, officer(), (context) =>
    sendInvitations(WITH_MAIL)({ ...within, attendeeIds: [...attendeeIds], again }, context),
  );
const deliver = () => deliverNext(commune, post);
const mailStates = async () => {
  const { rows } = await commune.database.owner.query('select state from platform.mail order by state');
  return rows.map(({ state }) => state);
};

const printed = async (attendeeId: Id) => {
  const answer = await tryCommand(commune, officer(), (context) =>
    printInvitations({ ...within, attendeeIds: [attendeeId] }, context),
  );
  expect(answer).toEqual({ printed: 1 });
};

test('[GV41] a mail that waits or went is not written again', async () => {
  const { attendeeId } = await person('Trần Thị Mai');
  await enter(attendeeId, 'mai@xa.vn');
  await send([attendeeId]);
  await printed(attendeeId);
  expect(await send([attendeeId], true)).toMatchObject({ queued: 0, passedOver: 1 });
  expect(await deliver()).toBe(true);
  expect(await send([attendeeId])).toMatchObject({ queued: 0, passedOver: 1 });
  expect(await send([attendeeId], true)).toMatchObject({ queued: 1 });
});

test('[GV41] [GV114] a mail that waits is taken back when the meeting gets another hour, or the person is taken off', async () => {
  const mai = await person('Trần Thị Mai');
  const vinh = await person('Bùi Văn Vinh');
  await enter(mai.attendeeId, 'mai@xa.vn');
  await enter(vinh.attendeeId, 'vinh@xa.vn');
  await send([mai.attendeeId, vinh.attendeeId]);
  await printed(mai.attendeeId);
  await printed(vinh.attendeeId);
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
