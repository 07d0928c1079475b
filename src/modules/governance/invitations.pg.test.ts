import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { type MailPost, startMailPost } from '../../platform/mail/testing/mail-post.ts';
import { handOverInvitation } from './hand-over-invitation.ts';
import { onCalendarChanged } from './on-calendar-changed.ts';
import { openBriefing } from './open-briefing.ts';
import { removeAttendee } from './remove-attendee.ts';
import { meetAt, prepared, type TestBriefing } from './testing/given-briefing.ts';
import { givenCommune, type TestCommune, tryCommand } from './testing/given-commune.ts';
import { deliverNext, inviting, nobodyInvited } from './testing/given-mail.ts';

const PLACE = 'Nhà văn hóa thôn Ngọc Phước 1';

let commune: TestCommune;
let post: MailPost;
let within: TestBriefing;
let desk: ReturnType<typeof inviting>;

beforeAll(async () => {
  commune = await givenCommune();
  await meetAt(commune, PLACE);
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
/** A mail's text as people read it. */
const textOf = (mail = '') => {
  const [, ...parts] = mail.split('\r\n\r\n');
  const body = parts.join('\r\n\r\n');
  return /base64/i.test(mail)
    ? Buffer.from(body, 'base64').toString('utf8')
    : Buffer.from(
        body
          .replace(/=\r\n/g, '')
          .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      ).toString('utf8');
};

/** What a change of the calendar brings. */
const follow = () =>
  tryCommand(commune, officer(), async (context) => {
    await onCalendarChanged.handle({ communeId: commune.communeId }, context);
    return {};
  });

describe('invitations by mail', () => {
  test('[GV41] go to whoever has an address, once however often it is pressed, and say when, where, what about, what to bring', async () => {
    const { attendeeId } = await desk.person('Trần Thị Mai');
    const { attendeeId: chairId } = await desk.person('Lê Minh Toàn');
    await desk.enter(attendeeId, 'mai@xa.vn');
    await desk.writeBring('Danh sách tổ viên', await desk.bring());
    const both = await Promise.all([desk.send([attendeeId, chairId]), desk.send([attendeeId, chairId])]);
    expect(both.map((answer) => ('queued' in answer ? answer.queued : answer)).sort()).toEqual([0, 1]);
    expect((await desk.person('Trần Thị Mai')).invitation).toMatchObject({ state: 'waiting', problem: null });
    expect([await deliver(), await deliver()]).toEqual([true, false]);
    const { invitation } = await desk.person('Trần Thị Mai');
    expect(invitation).toMatchObject({
      ...{ state: 'sent', sentAt: '2026-11-18T02:00:00.000Z', isOutdated: false },
      madeByName: 'Võ Thanh Hà (mẫu)',
    });
    expect(post.taken).toHaveLength(1);
    const text = textOf(post.taken[0]);
    expect(text).toContain('Kính gửi: Trần Thị Mai (mẫu), Hội Liên hiệp Phụ nữ');
    expect(text).toMatch(/Thời gian: .*thứ hai,? (ngày )?23\/11\/2026/i);
    expect(text).toContain(`\nĐịa điểm: ${PLACE}\r\n`);
    expect(text).toContain('1. Điểm danh (3 phút)');
    expect(text).toContain('Đề nghị mang theo: Danh sách tổ viên');
    expect((await desk.person('Lê Minh Toàn')).invitation).toBeNull();
  });

  test('[GV41] several at once are each written to at their own address, in their own name, and printed each a sheet', async () => {
    const mai = await desk.person('Trần Thị Mai');
    const toan = await desk.person('Lê Minh Toàn');
    await desk.enter(mai.attendeeId, 'mai@xa.vn');
    await desk.enter(toan.attendeeId, 'toan@xa.vn');
    expect(await desk.send([mai.attendeeId, toan.attendeeId])).toMatchObject({ queued: 2, passedOver: 0 });
    expect([await deliver(), await deliver(), await deliver()]).toEqual([true, true, false]);
    const mailTo = (address: string) => textOf(post.taken.find((mail) => mail.includes(`<${address}>`)));
    expect(mailTo('mai@xa.vn')).toContain(`Kính gửi: ${mai.fullName}`);
    expect(mailTo('toan@xa.vn')).toContain(`Kính gửi: ${toan.fullName}`);
    expect(await desk.print([mai.attendeeId, toan.attendeeId])).toEqual({ printed: 2 });
    expect((await desk.person('Trần Thị Mai')).invitation).toMatchObject({ state: 'printed' });
    expect((await desk.person('Lê Minh Toàn')).invitation).toMatchObject({ state: 'printed' });
  });

  test('[GV41] a mail that the server refuses shows why and is sent again when asked', async () => {
    const { attendeeId } = await desk.person('Trần Thị Mai');
    await desk.enter(attendeeId, 'sai@xa.vn');
    await desk.send([attendeeId]);
    post.mood = 'refusesAddress';
    await deliver();
    expect((await desk.person('Trần Thị Mai')).invitation).toMatchObject({
      ...{ state: 'failed', problem: 'máy chủ thư không nhận địa chỉ này', nextAt: null },
    });
    post.mood = 'takes';
    await desk.enter(attendeeId, 'mai@xa.vn');
    expect(await desk.send([attendeeId])).toMatchObject({ queued: 1 });
    await deliver();
    expect(post.taken[0]).toContain('<mai@xa.vn>');
    expect(await desk.send([attendeeId])).toMatchObject({ queued: 0, passedOver: 1 });
    expect(await desk.send([attendeeId], true)).toMatchObject({ queued: 1 });
    expect(await desk.send([attendeeId], true)).toMatchObject({ queued: 0 });
  });

  test('[GV42] pressed at night they wait until seven, and the page says so', async () => {
    const { attendeeId } = await desk.person('Trần Thị Mai');
    await desk.enter(attendeeId, 'mai@xa.vn');
    commune.clock.moveTo('2026-11-18T15:30:00Z');
    expect(await desk.send([attendeeId])).toMatchObject({ dueAt: '2026-11-19T00:00:00.000Z' });
    expect(await deliver()).toBe(false);
    expect((await desk.person('Trần Thị Mai')).invitation).toMatchObject({
      ...{ state: 'waiting', nextAt: '2026-11-19T00:00:00.000Z' },
    });
    commune.clock.moveTo('2026-11-19T00:00:00Z');
    expect(await deliver()).toBe(true);
  });

  test('[GV41] a person taken off the list is not written to', async () => {
    const { attendeeId } = await desk.person('Trần Công Tuấn');
    await desk.enter(attendeeId, 'tuan@xa.vn');
    await desk.send([attendeeId]);
    await tryCommand(commune, officer(), (context) => removeAttendee({ ...within, attendeeId }, context));
    expect(await deliver()).toBe(false);
  });

  test('[GV41] a meeting that is moved takes back what waits, and shows who was told the old day', async () => {
    const sent = await desk.person('Trần Thị Mai');
    const waiting = await desk.person('Lê Minh Toàn');
    await desk.enter(sent.attendeeId, 'mai@xa.vn');
    await desk.enter(waiting.attendeeId, 'toan@xa.vn');
    await desk.send([sent.attendeeId]);
    await deliver();
    await desk.send([waiting.attendeeId]);
    await commune.database.owner.query(
      `update governance.briefing set held_on = '2026-11-22' where id = $1`,
      [within.briefingId],
    );
    await follow();
    expect(await deliver()).toBe(false);
    expect((await desk.person('Lê Minh Toàn')).invitation).toMatchObject({ state: 'withdrawn' });
    await commune.database.owner.query(`update governance.briefing set place = 'Nhà văn hóa' where id = $1`, [
      within.briefingId,
    ]);
    expect((await desk.person('Trần Thị Mai')).invitation).toMatchObject({ state: 'sent', isOutdated: true });
    expect(await desk.send([sent.attendeeId, waiting.attendeeId])).toMatchObject({ queued: 2 });
  });

  test('[GV41] news of the calendar that moves nothing take nothing back', async () => {
    const { attendeeId } = await desk.person('Trần Thị Mai');
    await desk.enter(attendeeId, 'mai@xa.vn');
    await follow();
    await desk.send([attendeeId]);
    await follow();
    expect((await desk.person('Trần Thị Mai')).invitation).toMatchObject({
      state: 'waiting',
      isOutdated: false,
    });
    expect(await deliver()).toBe(true);
  });

  test('[GV41] an address is of a person in an office: the next briefing knows it, a new holder does not have it', async () => {
    const { attendeeId } = await desk.person('Trần Thị Mai');
    await desk.enter(attendeeId, 'mai@xa.vn');
    await commune.database.owner.query(
      `update governance.attendee set full_name = 'Người Mới', told_by_name = 'Võ Thanh Hà' where id = $1`,
      [attendeeId],
    );
    expect((await desk.person('Người Mới')).address).toBeNull();
    await commune.database.owner.query(
      `update governance.attendee set full_name = 'Trần Thị Mai (mẫu)', told_by_name = null where id = $1`,
      [attendeeId],
    );
    expect((await desk.person('Trần Thị Mai')).address).toBe('mai@xa.vn');
    await desk.enter(attendeeId, null);
    expect((await desk.person('Trần Thị Mai')).address).toBeNull();
  });

  test('without a mail server nothing is queued, and the answer says what to do', async () => {
    const { attendeeId } = await desk.person('Trần Thị Mai');
    await desk.enter(attendeeId, 'mai@xa.vn');
    expect(await desk.send([attendeeId], false, { hasMail: false })).toEqual({
      refused: 'mailNotSetUp',
      data: {},
    });
  });
});

describe('invitations on paper', () => {
  const handOver = (attendeeId: Id, handedOn: string) =>
    tryCommand(commune, officer(), (context) =>
      handOverInvitation(
        { ...within, attendeeId, handedOn: day(handedOn), handedByName: 'Trưởng thôn' },
        context,
      ),
    );

  test('[GV41] are printed once, then handed over with day and person; not before they are printed, not tomorrow', async () => {
    const { attendeeId } = await desk.person('Lê Minh Toàn');
    expect(await handOver(attendeeId, '2026-11-18')).toMatchObject({ refused: 'invitationNotPrinted' });
    const both = await Promise.all([desk.print([attendeeId]), desk.print([attendeeId])]);
    expect(both.map((answer) => ('printed' in answer ? answer.printed : answer)).sort()).toEqual([0, 1]);
    expect((await desk.person('Lê Minh Toàn')).invitation).toMatchObject({ state: 'printed' });
    expect(await handOver(attendeeId, '2026-11-19')).toMatchObject({ refused: 'handedInTheFuture' });
    expect(await handOver(attendeeId, '2026-11-18')).toEqual({});
    expect((await desk.person('Lê Minh Toàn')).invitation).toMatchObject({
      ...{ state: 'handed', handedOn: '2026-11-18', handedByName: 'Trưởng thôn' },
    });
  });

  test('[GV41] once the meeting has begun or its day is over nobody is invited any more', async () => {
    const { attendeeId } = await desk.person('Lê Minh Toàn');
    commune.clock.moveTo('2026-11-24T02:00:00Z');
    expect(await desk.send([attendeeId])).toMatchObject({ refused: 'tooLateToInvite' });
    expect((await desk.list()).canInvite).toBe(false);
    commune.clock.moveTo('2026-11-23T02:00:00Z');
    expect((await desk.list()).canInvite).toBe(true);
    expect(await desk.print([attendeeId])).toEqual({ printed: 1 });
    await tryCommand(commune, officer(), (context) => openBriefing(within, context));
    expect(await desk.print([attendeeId])).toMatchObject({ refused: 'tooLateToInvite' });
    expect(await desk.send([attendeeId])).toMatchObject({ refused: 'tooLateToInvite' });
  });
});
