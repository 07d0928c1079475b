import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { type MailPost, startMailPost } from '../../platform/mail/testing/mail-post.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { attachInvitation } from './papers/attach-invitation.ts';
import { prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { givenCommune, PEOPLE, type TestCommune } from './testing/given-commune.ts';
import { deliverNext, inviting } from './testing/given-mail.ts';

const NEW = 'Người Mới (mẫu)';

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

/** The head of the women's union leaves, and somebody else, or nobody, holds the office. */
async function leaves({ isVacant = false } = {}): Promise<void> {
  const { database, communeId } = commune;
  await database.owner.query(
    `update identity.assignment set valid_to = '2026-11-17'
     where user_id = (select id from identity.user_account where full_name = $1)`,
    [PEOPLE.associationHead],
  );
  if (isVacant) return;
  const userId = nextId();
  await database.owner.query(
    `insert into identity.user_account (id, full_name, folded_name, login, folded_login, created_at)
     values ($1, $2, lower($2), 'moi', 'moi', '2024-01-01')`,
    [userId, NEW],
  );
  await database.owner.query(
    `insert into identity.assignment (id, user_id, role, commune_id, association_code, valid_from)
     values ($1, $2, 'associationHead', $3, '12', '2026-11-18')`,
    [nextId(), userId, communeId],
  );
}

/** Queues the mail of the head who then holds the office. */
async function invite() {
  const { person, enter, send, list } = inviting(commune, within);
  const { attendeeId } = await person(PEOPLE.associationHead);
  await enter(attendeeId, 'mai@xa.vn');
  await send([attendeeId]);
  const row = async () => (await list()).recipients.find((one) => one.attendeeId === attendeeId);
  return { attendeeId, row, enter, send };
}

const deliver = (meanwhile: () => Promise<unknown> = async () => undefined) =>
  deliverNext(commune, post, {
    attachmentsOf: async (platform, mail) => {
      await meanwhile();
      return attachInvitation(platform, mail);
    },
  });

const NOT_INVITED = { fullName: NEW, invitation: null, notSentTo: PEOPLE.associationHead, leftOffice: null };

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
  expect(await row()).toMatchObject({ fullName: NEW, invitation: { state: 'sent' }, notSentTo: null });
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
    { name: NEW, state: 'waiting' },
  ]);
  await commune.database.close();
});

test('[GV156] a mail in hand while its office falls vacant does not go', async () => {
  const { row } = await invite();
  await deliver(() => leaves({ isVacant: true }));
  expect(post.taken).toEqual([]);
  expect(await row()).toMatchObject({
    ...{ fullName: 'Hội Liên hiệp Phụ nữ', invitation: null, notSentTo: PEOPLE.associationHead },
  });
  await commune.database.close();
});

test('[GV143] [GV156] a mail that went stays that of who got it, also after they have left', async () => {
  const { row } = await invite();
  await deliver();
  await leaves();
  expect(await row()).toMatchObject({
    ...{ fullName: PEOPLE.associationHead, invitation: { state: 'sent' }, notSentTo: null },
    leftOffice: `Đã thôi giữ chức vụ, nay: ${NEW}`,
  });
  await commune.database.close();
});
