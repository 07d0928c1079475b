import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { type MailPost, startMailPost } from '../../../platform/mail/testing/mail-post.ts';
import { nextId } from '../../portfolio/testing/stage-extracts.ts';
import { addAttendee } from '../add-attendee.ts';
import { tellMeetingHour } from '../tell-meeting-hour.ts';
import { prepared, type TestBriefing } from '../testing/given-briefing.ts';
import { command, givenCommune, type TestCommune } from '../testing/given-commune.ts';
import { deliverNext, inviting, nobodyInvited } from '../testing/given-mail.ts';
import { paperOf, wordsOf } from '../testing/mail-words.ts';
import { attachInvitation } from './attach-invitation.ts';

let commune: TestCommune;
let post: MailPost;
let within: TestBriefing;
beforeAll(async () => {
  commune = await givenCommune();
  post = await startMailPost();
  within = await prepared(commune, day('2026-11-23'));
});
beforeEach(() => nobodyInvited(commune, post));
afterAll(async () => {
  await post?.close();
  await commune?.database.close();
});

const officer = () => commune.as('creditOfficer');

const desk = () => inviting(commune, within);

/** Queues the invitation of the head of the women's union. */
async function invite(): Promise<void> {
  const { attendeeId } = await desk().person('Trần Thị Mai');
  expect(await desk().enter(attendeeId, 'mai@xa.vn')).toEqual({});
  expect(await desk().send([attendeeId])).toMatchObject({ queued: 1 });
}

/** Says what to bring in place of what stands. */
async function writeBring(text: string): Promise<void> {
  expect(await desk().writeBring(text, await desk().bring())).toEqual({});
}

/** How the mails of the commune stand. */
const standings = async () =>
  (await commune.database.owner.query('select state, problem from platform.mail order by created_at, id'))
    .rows;

/** Sends the mail that waits. */
const deliver = () => deliverNext(commune, post, { contentOf: attachInvitation });

it('[GV181] of two mails the later says in subject and paper what has changed since the one it takes the place of', async () => {
  for (const meetsAt of ['10:00', '10:40']) {
    await command(commune, officer(), (context) => tellMeetingHour({ ...within, meetsAt }, context));
    await invite();
    await deliver();
  }
  const { rows } = await commune.database.owner.query(
    'select subject from platform.mail order by created_at, id',
  );
  const subject = 'họp giao ban ngày 23/11/2026, Xã Bình Ngọc';
  expect(rows.map((row) => row.subject)).toEqual([`Giấy mời ${subject}`, `Đổi giờ họp: giấy mời ${subject}`]);
  const [first = '', second = ''] = post.taken.map(paperOf);
  expect(first).not.toContain('thay giấy mời');
  expect(second).toContain(
    'Giấy mời này thay giấy mời gửi ngày 18/11/2026 (đổi giờ họp từ 10 giờ sang 10 giờ 40 phút).',
  );
});

it('[GV208] the mail after the hour has changed says which invitation it takes the place of, the first says of none', async () => {
  for (const meetsAt of ['10:00', '10:40']) {
    await command(commune, officer(), (context) => tellMeetingHour({ ...within, meetsAt }, context));
    await invite();
    await deliver();
  }
  const [first, second] = post.taken.map(wordsOf);
  expect(first).not.toContain('thay giấy mời trước');
  expect(second).toContain('Giấy mời này thay giấy mời trước (10:00');
});

it('[GV148] after what to bring alone has changed the page says which letter asks for the old, and the next takes the place of the last that went', async () => {
  for (const meetsAt of ['10:00', '10:40']) {
    await command(commune, officer(), (context) => tellMeetingHour({ ...within, meetsAt }, context));
    await invite();
    // What was written while the mail waited is what it asked for.
    await writeBring(`Sổ của giờ ${meetsAt}`);
    await deliver();
  }
  const asks = async () => (await desk().person('Trần Thị Mai')).invitation?.asksOtherwise;
  expect(await asks()).toBe(false);
  await writeBring('Sổ khác');
  expect(await asks()).toBe(true);
  const { attendeeId, text } = await desk().person('Trần Thị Mai');
  expect(text).toContain('Giấy mời này thay giấy mời trước (10:40');
  await desk().send([attendeeId], true);
  await deliver();
  expect(await asks()).toBe(false);
  expect(wordsOf(post.taken[2])).toContain('Tài liệu mang theo đã đổi.');
  expect(paperOf(post.taken[2])).toContain('gửi ngày 18/11/2026 (đổi tài liệu mang theo).');
});

it('[GV278] a letter says nothing of what the last that went has said already', async () => {
  await writeBring('Sổ cũ');
  await invite();
  await deliver();
  await writeBring('Sổ mới');
  const { attendeeId } = await desk().person('Trần Thị Mai');
  for (const _ of ['with the new', 'once more']) {
    await desk().send([attendeeId], true);
    await deliver();
  }
  expect(post.taken.map(paperOf)).toEqual([
    expect.not.stringContaining('thay giấy mời'),
    expect.stringContaining('(đổi tài liệu mang theo)'),
    expect.not.stringContaining('thay giấy mời'),
  ]);
  const { rows } = await commune.database.owner.query(
    'select subject from platform.mail order by created_at desc, id desc limit 1',
  );
  expect(rows[0].subject).toMatch(/^Giấy mời họp/);
  // A sheet that is printed in place of it says so as it is made.
  await writeBring('Sổ khác nữa');
  await desk().print([attendeeId]);
  expect((await desk().person('Trần Thị Mai')).text).toContain('Tài liệu mang theo đã đổi.');
});

it('[GV278] a mail that was put off takes the place of nothing, whatever is asked by the time it goes', async () => {
  await writeBring('Sổ lúc gửi');
  await invite();
  post.mood = 'busy';
  await deliver();
  await writeBring('Sổ lúc đi');
  post.mood = 'takes';
  commune.clock.moveTo('2026-11-18T03:00:00Z');
  await deliver();
  expect(post.taken.map(wordsOf)).toEqual([expect.not.stringContaining('Giấy mời này thay')]);
  expect((await desk().person('Trần Thị Mai')).invitation?.asksOtherwise).toBe(false);
});

it('[GV279] a mail that was refused asks nobody to bring the old things', async () => {
  await writeBring('Sổ cũ');
  await invite();
  post.mood = 'refusesAddress';
  await deliver();
  await writeBring('Sổ mới');
  expect((await desk().person('Trần Thị Mai')).invitation).toMatchObject({
    state: 'failed',
    asksOtherwise: false,
  });
});

it('[GV208] a mail says nothing of one that was taken back before it went', async () => {
  for (const meetsAt of ['10:00', '10:40']) {
    await command(commune, officer(), (context) => tellMeetingHour({ ...within, meetsAt }, context));
    await invite();
  }
  expect(await standings()).toEqual([
    { state: 'withdrawn', problem: null },
    { state: 'waiting', problem: null },
  ]);
  await deliver();
  expect(post.taken.map(wordsOf)).toEqual([expect.not.stringContaining('thay giấy mời trước')]);
});

it('[GV208] so does the mail to the second of the part that chairs, who is invited as the others are', async () => {
  const attendeeId = nextId();
  const second = { part: 'teamLeader', capacity: 'Tổ phó Tổ giao dịch', seat: null } as const;
  await command(commune, officer(), (context) =>
    addAttendee({ ...within, ...second, fullName: 'Lý Thị Sen', attendeeId }, context),
  );
  expect(await desk().enter(attendeeId, 'sen@xa.vn')).toEqual({});
  for (const meetsAt of ['10:00', '10:40']) {
    await command(commune, officer(), (context) => tellMeetingHour({ ...within, meetsAt }, context));
    await desk().send([attendeeId]);
    await deliver();
  }
  expect(post.taken.map(wordsOf)).toEqual([
    expect.not.stringContaining('thay giấy mời trước'),
    expect.stringContaining('Giấy mời này thay giấy mời trước (10:00'),
  ]);
});
