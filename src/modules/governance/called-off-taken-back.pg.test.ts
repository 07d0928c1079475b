import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { MailSender } from '../../platform/mail/send-mail.ts';
import { type MailPost, startMailPost } from '../../platform/mail/testing/mail-post.ts';
import { callingOffContent } from './calling-off-content.ts';
import { cancelBriefing } from './cancel-briefing.ts';
import { recordToldInPerson } from './record-told-in-person.ts';
import { prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, type TestCommune } from './testing/given-commune.ts';
import { deliverNext, inviting, WITH_MAIL } from './testing/given-mail.ts';
import { giveOffice, NEW_HEAD } from './testing/given-offices.ts';

const MAI = PEOPLE.associationHead;
const FARMERS = 'Hội Nông dân';
const HELD_ON = day('2026-11-23');

let commune: TestCommune;
let post: MailPost;
let before: TestBriefing;
beforeEach(async () => {
  commune = await givenCommune();
  post = await startMailPost();
  before = await prepared(commune, HELD_ON);
  commune.clock.moveTo('2026-11-18T02:00:00Z');
}, 60_000);
afterEach(async () => {
  await post?.close();
  await commune?.database.close();
});

const cancel = (within: TestBriefing, setup = WITH_MAIL) =>
  command(commune, commune.as('creditOfficer'), (context) =>
    cancelBriefing(setup)({ ...within, reason: 'Bão' }, context),
  );
/** As the product does: mails that say that a meeting is not held ask once more before they go. */
const contentOf: MailSender['contentOf'] = async (platform, mail) =>
  mail.kind === 'governance.cancellation'
    ? callingOffContent(platform, mail)
    : { text: mail.text, attachments: [] };
const deliverAll = async () => {
  while (await deliverNext(commune, post, { contentOf }));
};
/** The session's briefing prepared again, on its day. */
async function anew(): Promise<TestBriefing> {
  const now = commune.clock.now();
  const within = await prepared(commune, HELD_ON);
  commune.clock.moveTo(now.toISOString());
  return within;
}
const toldOf = async (within: TestBriefing, name: string = MAI) =>
  (await inviting(commune, within).person(name)).cancellation?.state;
async function invited(within: TestBriefing, address = 'mai@xa.vn') {
  const desk = inviting(commune, within);
  const { attendeeId } = await desk.person(MAI);
  await desk.enter(attendeeId, address);
  await desk.send([attendeeId]);
  await deliverAll();
}

it('[GV222] an office that was invited by its title is told by the next letter that it is held after all, whoever holds it since', async () => {
  const desk = inviting(commune, before);
  const { attendeeId } = await desk.person(FARMERS);
  await desk.print([attendeeId]);
  await cancel(before);
  await command(commune, commune.as('creditOfficer'), (context) =>
    recordToldInPerson({ ...before, attendeeId, toName: FARMERS, isTold: true }, context),
  );
  await giveOffice(commune, { role: 'associationHead', associationCode: '11', from: '2026-11-18' });
  const again = inviting(commune, await anew());
  const { recipients } = await again.list();
  const holder = recipients.find(({ fullName }) => fullName === NEW_HEAD);
  expect(holder?.capacity).toBe(FARMERS);
  expect(holder?.text).toContain('Buổi giao ban vẫn được tổ chức. Giấy mời này thay lời báo không tổ chức');
  expect((await again.person(PEOPLE.communePolice)).text).not.toContain('giấy mời trước');
});

it('[GV222] who holds an office since somebody else was invited in it by name was not invited, and reads nothing of it', async () => {
  await invited(before);
  await cancel(before);
  await commune.database.owner.query(
    `update identity.assignment set valid_to = '2026-11-17' where role = 'associationHead'`,
  );
  await giveOffice(commune, { role: 'associationHead', associationCode: '12', from: '2026-11-18' });
  expect((await inviting(commune, await anew()).person(NEW_HEAD)).text).not.toContain('giấy mời trước');
});

it('[GV223] a mail that waits to say that it is not held is taken back when it is prepared again, and says so; nobody is left to tell', async () => {
  await invited(before);
  commune.clock.moveTo('2026-11-18T15:00:00Z');
  await cancel(before);
  await deliverAll();
  expect(await toldOf(before)).toBe('waiting');
  const next = await anew();
  expect(await toldOf(before)).toBe('withdrawn');
  expect((await shown(commune, before)).cancelled).toMatchObject({
    ...{ toldByMail: 0, toldInPerson: 0, leftToTell: 0, takenBack: 1 },
  });
  expect((await inviting(commune, next).person(MAI)).text).toContain('Giấy mời này thay giấy mời trước');
  expect((await inviting(commune, next).person(MAI)).text).not.toContain('không tổ chức');
  commune.clock.moveTo('2026-11-19T02:00:00Z');
  await deliverAll();
  expect(post.taken).toHaveLength(1);
});

it('[GV223] one that was in hand then does not go either', async () => {
  await invited(before);
  await cancel(before);
  const { owner } = commune.database;
  await owner.query(`update platform.mail set state = 'sending' where kind = 'governance.cancellation'`);
  await anew();
  await owner.query(`update platform.mail set state = 'waiting' where kind = 'governance.cancellation'`);
  await deliverAll();
  expect(post.taken).toHaveLength(1);
  expect(await toldOf(before)).toBe('withdrawn');
});

it('[GV223] where that is not held either who was invited before is told after all; who got a letter of it is told by that alone', async () => {
  await invited(before);
  const desk = inviting(commune, before);
  const tuan = await desk.person(PEOPLE.communePolice);
  await desk.enter(tuan.attendeeId, 'tuan@xa.vn');
  await desk.send([tuan.attendeeId]);
  await deliverAll();
  await cancel(before);
  const next = await anew();
  await invited(next);
  const { length } = post.taken;
  await cancel(next);
  expect([await toldOf(before), await toldOf(before, PEOPLE.communePolice)]).toEqual([
    'withdrawn',
    'waiting',
  ]);
  expect([await toldOf(next), await toldOf(next, PEOPLE.communePolice)]).toEqual(['waiting', undefined]);
  await deliverAll();
  expect(post.taken.slice(length).map((mail) => /(?:mai|tuan)@xa\.vn/.exec(mail)?.[0])).toEqual(
    expect.arrayContaining(['mai@xa.vn', 'tuan@xa.vn']),
  );
  expect(post.taken).toHaveLength(length + 2);
});

it('[GV223] without a mail server the officer tells them in person', async () => {
  await invited(before);
  await cancel(before);
  const next = await anew();
  await cancel(next, { hasMail: false });
  expect(await toldOf(before)).toBe('inPerson');
});

it('[GV224] of a mail that may have come it is not said that it did not go', async () => {
  await invited(before);
  await cancel(before);
  post.mood = 'hangsUpAtTheEnd';
  await deliverAll();
  await commune.database.owner.query(
    `update platform.mail set state = 'failed' where kind = 'governance.cancellation'`,
  );
  expect(await toldOf(before)).toBe('unsure');
  expect((await shown(commune, before)).cancelled).toMatchObject({ toldByMail: 0, leftToTell: 1 });
  expect((await inviting(commune, await anew()).person(MAI)).text).toContain('thay thông báo không tổ chức');
});
