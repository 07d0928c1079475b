import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { type MailPost, startMailPost } from '../../platform/mail/testing/mail-post.ts';
import { attachInvitation } from './papers/attach-invitation.ts';
import { recordAttendance } from './record-attendance.ts';
import { prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, type TestCommune } from './testing/given-commune.ts';
import { deliverNext, inviting } from './testing/given-mail.ts';
import { giveOffice, headLeaves, NEW_HEAD } from './testing/given-offices.ts';

let commune: TestCommune;
let post: MailPost;
let within: TestBriefing;
beforeEach(async () => {
  commune = await givenCommune();
  within = await prepared(commune, day('2026-11-23'));
  commune.clock.moveTo('2026-11-18T02:00:00Z');
  post.taken.length = 0;
}, 60_000);
beforeAll(async () => {
  post = await startMailPost();
});
afterAll(() => post?.close());

const leaves = (of: { isVacant?: boolean } = {}) => headLeaves(commune, { on: '2026-11-18', ...of });

/** Queues the mail of the head who then holds the office, or to the office under its title. */
async function invite(name: string = PEOPLE.associationHead) {
  const { person, enter, send, list } = inviting(commune, within);
  const { attendeeId } = await person(name);
  await enter(attendeeId, 'mai@xa.vn');
  await send([attendeeId]);
  const row = async () => (await list()).recipients.find((one) => one.attendeeId === attendeeId);
  return { attendeeId, row, enter, send };
}

const deliver = (meanwhile: () => Promise<unknown> = async () => undefined) =>
  deliverNext(commune, post, {
    contentOf: async (platform, mail) => {
      await meanwhile();
      return attachInvitation(platform, mail);
    },
  });

const UNION = 'Hội Liên hiệp Phụ nữ';
const NOT_INVITED = {
  fullName: NEW_HEAD,
  invitation: null,
  notSentTo: PEOPLE.associationHead,
  wasVacant: false,
  leftOffice: null,
};

test('[GV156] a mail that waits is not sent to who has left the office; who holds it now is not invited yet, and is then', async () => {
  const { attendeeId, row, enter, send } = await invite();
  expect(await row()).toMatchObject({ invitation: { state: 'waiting' }, notSentTo: null });
  await leaves();
  expect(await row()).toMatchObject(NOT_INVITED);
  await deliver();
  expect(post.taken).toEqual([]);
  expect(await row()).toMatchObject(NOT_INVITED);
  expect((await shown(commune, within)).invitedOtherwise).toEqual({ reached: 0, takenBack: 0 });
  await enter(attendeeId, 'moi@xa.vn');
  expect(await send([attendeeId])).toMatchObject({ queued: 1 });
  await deliver();
  expect(post.taken).toHaveLength(1);
  expect(post.taken[0]).toContain('moi@xa.vn');
  expect(await row()).toMatchObject({ fullName: NEW_HEAD, invitation: { state: 'sent' }, notSentTo: null });
  await commune.database.close();
});

test('[GV151] a mail to an office that nobody holds goes to it by its title', async () => {
  await leaves({ isVacant: true });
  const { person, enter, send } = inviting(commune, within);
  const { attendeeId } = await person('Hội Liên hiệp Phụ nữ');
  await enter(attendeeId, 'hoi@xa.vn');
  expect(await send([attendeeId])).toMatchObject({ queued: 1 });
  await deliver();
  expect(post.taken).toHaveLength(1);
  expect(await person('Hội Liên hiệp Phụ nữ')).toMatchObject({ invitation: { state: 'sent' } });
  await commune.database.close();
});

test('[GV156] who holds the office now is invited before the old mail was due: that is taken back', async () => {
  const { attendeeId, enter, send } = await invite();
  await leaves();
  await enter(attendeeId, 'moi@xa.vn');
  expect(await send([attendeeId])).toMatchObject({ queued: 1 });
  const { rows } = await commune.database.owner.query(
    'select to_name as name, state from platform.mail order by created_at, id',
  );
  expect(rows).toEqual([
    { name: PEOPLE.associationHead, state: 'withdrawn' },
    { name: NEW_HEAD, state: 'waiting' },
  ]);
  await commune.database.close();
});

test('[GV156] a mail that waits for who left is not sent with the letter of the new holder, of whom something was said since', async () => {
  const { attendeeId, row, send } = await invite();
  await leaves();
  const told = { presence: 'excused', deputyName: null, note: 'ốm', baseVersion: 1 } as const;
  await command(commune, commune.as('creditOfficer'), (context) =>
    recordAttendance({ ...within, attendeeId, ...told }, context),
  );
  await deliver();
  expect(post.taken).toEqual([]);
  expect(await row()).toMatchObject(NOT_INVITED);
  // Nobody invited the new holder to another hour: they are not invited anew, but for the first time.
  expect((await shown(commune, within)).invitedOtherwise).toEqual({ reached: 0, takenBack: 0 });
  expect(await send([attendeeId])).toMatchObject({ queued: 0 });
  await commune.database.close();
});

test('[GV156] a mail in hand while its office falls vacant does not go', async () => {
  const { row } = await invite();
  await deliver(() => leaves({ isVacant: true }));
  expect(post.taken).toEqual([]);
  expect(await row()).toMatchObject({
    ...{ fullName: UNION, invitation: null, notSentTo: PEOPLE.associationHead },
  });
  await commune.database.close();
});

test('[GV151] a mail to a vacant office goes under its title', async () => {
  await leaves({ isVacant: true });
  const { row } = await invite(UNION);
  await deliver();
  expect(post.taken).toHaveLength(1);
  expect(await row()).toMatchObject({ invitation: { state: 'sent' }, notSentTo: null });
  await commune.database.close();
});

test('[GV151] [GV156] where somebody holds the office before it goes it is told that it was to the vacant office', async () => {
  await leaves({ isVacant: true });
  const { row } = await invite(UNION);
  await giveOffice(commune, { role: 'associationHead', associationCode: '12', from: '2026-11-18' });
  expect(await row()).toMatchObject({ ...NOT_INVITED, notSentTo: UNION, wasVacant: true });
  await deliver();
  expect(post.taken).toEqual([]);
  expect(await row()).toMatchObject({ ...NOT_INVITED, notSentTo: UNION, wasVacant: true });
  await commune.database.close();
});

test('[GV143] [GV156] a mail that went stays that of who got it, also after they have left', async () => {
  const { row } = await invite();
  await deliver();
  await leaves();
  expect(await row()).toMatchObject({
    ...{ fullName: PEOPLE.associationHead, invitation: { state: 'sent' }, notSentTo: null },
    leftOffice: `Đã thôi giữ chức vụ, nay: ${NEW_HEAD}`,
  });
  await commune.database.close();
});
