import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { type MailPost, startMailPost } from '../../../platform/mail/testing/mail-post.ts';
import { pdfText } from '../../documents/testing/poppler.ts';
import { cancelBriefing } from '../cancel-briefing.ts';
import { listInvitations } from '../list-invitations.ts';
import { sendInvitations } from '../send-invitations.ts';
import { tellMeetingHour } from '../tell-meeting-hour.ts';
import { meetAt, prepared, type TestBriefing } from '../testing/given-briefing.ts';
import { command, givenCommune, question, type TestCommune } from '../testing/given-commune.ts';
import { deliverNext, inviting, nobodyInvited } from '../testing/given-mail.ts';
import { wordsOf } from '../testing/mail-words.ts';
import { writeMailAddress } from '../write-mail-address.ts';
import { attachInvitation } from './attach-invitation.ts';

const PLACE = 'Nhà văn hóa thôn Ngọc Phước 1';
const WITH_MAIL = { hasMail: true };

let commune: TestCommune;
let post: MailPost;
let within: TestBriefing;
beforeAll(async () => {
  commune = await givenCommune();
  await meetAt(commune, PLACE);
  post = await startMailPost();
  within = await prepared(commune, day('2026-11-23'));
});
beforeEach(() => nobodyInvited(commune, post));
afterAll(async () => {
  await post?.close();
  await commune?.database.close();
});

const officer = () => commune.as('creditOfficer');

/** Queues the invitation of the head of the women's union. */
async function invite(): Promise<Id> {
  const { recipients } = await question(commune, officer(), (context) =>
    listInvitations(WITH_MAIL)(within, context),
  );
  const attendeeId = recipients.find(({ fullName }) => fullName.startsWith('Trần Thị Mai'))?.attendeeId;
  if (attendeeId === undefined) throw new Error('she is not asked');
  await command(commune, officer(), (context) =>
    writeMailAddress({ ...within, attendeeId, address: 'mai@xa.vn' }, context),
  );
  await command(commune, officer(), (context) =>
    sendInvitations(WITH_MAIL)({ ...within, attendeeIds: [attendeeId], again: false }, context),
  );
  return attendeeId;
}

/** Says what to bring in place of what stands. */
async function writeBring(text: string): Promise<void> {
  const desk = inviting(commune, within);
  expect(await desk.writeBring(text, await desk.bring())).toEqual({});
}

/** How the mails of the commune stand. */
const standings = async () =>
  (await commune.database.owner.query('select state, problem from platform.mail order by created_at, id'))
    .rows;

/** Sends the mail that waits. @param meanwhile what happens while it is in hand */
const deliver = (meanwhile: () => Promise<unknown> = async () => undefined) =>
  deliverNext(commune, post, {
    contentOf: async (platform, mail) => {
      await meanwhile();
      return attachInvitation(platform, mail);
    },
  });

it('[GV71] [GV41] the mail carries the paper of the person as PDF: it opens, says where people meet, and names them and no other guest', async () => {
  await invite();
  await deliver();
  const [mail = ''] = post.taken;
  const [, head = '', content = ''] =
    /(Content-Type: application\/pdf[\s\S]*?)\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(mail) ?? [];
  expect(head).toContain('attachment');
  const text = pdfText(Buffer.from(content, 'base64'));
  expect(text).toMatch(
    /GIẤY MỜI.*Kính gửi: ?Ông \(bà\) Trần Thị Mai \(mẫu\), Hội Liên hiệp Phụ nữ.*23 tháng 11 năm 2026/,
  );
  expect(text.replace(/\s+/g, ' ')).toContain(`2. Địa điểm: ${PLACE}. 3. Chủ trì`);
  expect(text).not.toContain('Lê Minh Toàn');
});

it('[GV71] a mail whose paper cannot be made waits and says so', async () => {
  await invite();
  await commune.database.owner.query('delete from governance.invitation');
  await deliver();
  expect(await standings()).toEqual([{ state: 'waiting', problem: 'attachmentMissing' }]);
  expect(post.taken).toEqual([]);
});

it('[GV73] mail and paper ask to bring the same: what the template begins with, then what a person writes', async () => {
  const said = async () => {
    await commune.database.owner.query('delete from governance.invitation');
    await commune.database.owner.query('delete from platform.mail');
    post.taken.length = 0;
    await invite();
    await deliver();
    const { rows } = await commune.database.owner.query('select text from platform.mail');
    const [, content = ''] =
      /Content-Type: application\/pdf[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(post.taken[0] ?? '') ?? [];
    return { mail: rows[0].text as string, paper: pdfText(Buffer.from(content, 'base64')) };
  };
  const begun = await said();
  expect(begun.mail).toContain('mang theo: Bảng kê 13/TD có chữ ký tổ viên; Sổ ghi chép của hội, của tổ');
  expect(begun.paper).toMatch(
    /Tài liệu mang theo: .*Bảng kê 13\/TD có chữ ký tổ viên; .*Sổ ghi chép của hội, của tổ\./,
  );
  await writeBring('Danh sách tổ viên');
  const written = await said();
  expect(written.mail).toContain('mang theo: Danh sách tổ viên');
  expect(written.paper).toMatch(/Tài liệu mang theo: .*Danh sách tổ viên\./);
  expect(written.paper).not.toContain('13/TD');
});

it('[GV73] what a mail and its paper say is what stands when they go: agenda and things to bring that were written overnight', async () => {
  await invite();
  await writeBring('Sổ viết trong đêm');
  const agenda = [{ title: 'Bàn việc thêm', minutes: 20 }];
  await commune.database.owner.query(
    `update governance.agenda_item set title = $2, minutes = $3 where briefing_id = $1 and position = 1`,
    [within.briefingId, agenda[0]?.title, agenda[0]?.minutes],
  );
  await deliver();
  const [, paper = ''] =
    /Content-Type: application\/pdf[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(post.taken[0] ?? '') ?? [];
  const said = [wordsOf(post.taken[0]), pdfText(Buffer.from(paper, 'base64'))];
  for (const text of said) {
    expect(text).toContain('Sổ viết trong đêm');
    expect(text).toContain('Bàn việc thêm (20 phút)');
  }
});

const anotherHour = (): Promise<unknown> =>
  command(commune, officer(), (context) => tellMeetingHour({ ...within, meetsAt: '09:45' }, context));

it.each<[string, () => Promise<unknown>, string]>([
  ['is given another hour', anotherHour, 'withdrawn'],
  ['is over', async () => commune.clock.moveTo('2026-11-24T02:00:00Z'), 'withdrawn'],
  ['stays as it is', async () => undefined, 'sent'],
])('[GV41] a mail in hand while its meeting %s', async (_, meanwhile, state) => {
  await invite();
  await deliver(meanwhile);
  expect(await standings()).toEqual([{ state, problem: null }]);
});

it('[GV41] what a mail said is kept as it went, not as it was queued', async () => {
  await invite();
  await writeBring('Sổ viết trong đêm');
  await deliver();
  const { rows } = await commune.database.owner.query('select text from platform.mail');
  expect(rows[0].text.trim()).toBe(wordsOf(post.taken[0]).replaceAll('\r\n', '\n').trim());
});

it('[GV111] a mail in hand while its briefing is cancelled does not go and is not tried again', async () => {
  await invite();
  await deliver(() =>
    command(commune, officer(), (context) =>
      cancelBriefing({ hasMail: false })({ ...within, reason: 'Bão' }, context),
    ),
  );
  expect(await standings()).toEqual([{ state: 'withdrawn', problem: null }]);
  expect(post.taken).toEqual([]);
});
