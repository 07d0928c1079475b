import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Id } from '../../kernel/ids.ts';
import { type MailPost, startMailPost } from '../../platform/mail/testing/mail-post.ts';
import { cancelBriefing } from './cancel-briefing.ts';
import { givePlace } from './give-place.ts';
import { attachInvitation } from './papers/attach-invitation.ts';
import { removeAttendee } from './remove-attendee.ts';
import { prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, type TestCommune } from './testing/given-commune.ts';
import { deliverNext, inviting, nobodyInvited, WITH_MAIL } from './testing/given-mail.ts';
import { giveOffice, NEW_HEAD } from './testing/given-offices.ts';
import { endsOffice, headsVillageToo, VILLAGE } from './testing/given-two-offices.ts';
import { paperOf, wordsOf } from './testing/mail-words.ts';

const MAI = PEOPLE.associationHead;
const [UNION, HEADS] = ['Hội Liên hiệp Phụ nữ', 'Trưởng thôn Ngọc Lãng'] as const;

let commune: TestCommune;
let post: MailPost;
let within: TestBriefing;
let desk: ReturnType<typeof inviting>;
let village: Id;
beforeEach(async () => {
  commune = await givenCommune();
  village = await headsVillageToo(commune, { from: '2026-11-01' });
  post = await startMailPost();
  within = await prepared(commune);
  desk = inviting(commune, within);
  await nobodyInvited(commune, post);
  const { attendeeId } = await desk.person(MAI);
  await desk.enter(attendeeId, 'mai@xa.vn');
  await desk.send([attendeeId]);
}, 60_000);
afterEach(async () => {
  await post?.close();
  await commune?.database.close();
});

const officer = () => commune.as('creditOfficer');
const deliver = () => deliverNext(commune, post, { contentOf: attachInvitation });
const leavesVillage = async () => {
  await endsOffice(commune, { assignmentId: village }, '2026-11-18');
  await giveOffice(commune, { role: 'villageHead', villageCode: VILLAGE, from: '2026-11-18' });
};
const leavesUnion = async () => {
  await endsOffice(commune, { role: 'associationHead' }, '2026-11-18');
  await giveOffice(commune, { role: 'associationHead', associationCode: '12', from: '2026-11-18' });
};
const rows = async (...names: string[]) =>
  (await desk.list()).recipients
    .filter(({ fullName }) => names.includes(fullName))
    .map(({ fullName, capacity, invitation, notSentTo, leftOffice }) => [
      ...[fullName, capacity, invitation?.state ?? null, notSentTo, leftOffice],
    ]);
const cancel = () =>
  command(commune, officer(), (context) => cancelBriefing(WITH_MAIL)({ ...within, reason: 'Bão' }, context));
const lastMail = async () => {
  const { rows: mails } = await commune.database.owner.query(
    'select text from platform.mail order by created_at desc, id desc limit 1',
  );
  return mails[0]?.text;
};
const told = async () => {
  const { recipients, former } = await desk.list();
  return [...recipients, ...former].flatMap(({ fullName, cancellation }) =>
    cancellation === null ? [] : [[fullName, cancellation.state]],
  );
};

it.each([
  ['the second', leavesVillage, UNION, HEADS],
  ['the first', leavesUnion, HEADS, UNION],
] as const)(
  '[GV221] a mail that waits goes to who holds one of its offices still, under that; %s is its new holder’s, who is invited themself',
  async (_, leaves, kept, given) => {
    await leaves();
    const expected = [
      [MAI, kept, 'waiting', null, null],
      [NEW_HEAD, given, null, null, null],
    ];
    expect((await rows(MAI, NEW_HEAD)).toSorted()).toEqual(expected.toSorted());
    const { attendeeId } = await desk.person(NEW_HEAD);
    await desk.enter(attendeeId, 'moi@xa.vn');
    expect(await desk.send([attendeeId])).toMatchObject({ queued: 1 });
    while (await deliver());
    expect(post.taken).toHaveLength(2);
    const [toMai, toNew] = [...post.taken].sort((a) => (a.includes('mai@xa.vn') ? -1 : 1));
    expect(wordsOf(toMai)).toContain(`Kính gửi: ${MAI}, ${kept}\r\n`);
    expect(paperOf(toMai)).toContain(`Ông (bà) ${MAI}, ${kept} `);
    expect(paperOf(toMai)).not.toContain(given);
    expect(wordsOf(toNew)).toContain(`Kính gửi: ${NEW_HEAD}, ${given}\r\n`);
  },
);

it('[GV221] after it went the office that was left is given away, and who holds the other knows and is not written to again', async () => {
  await deliver();
  await leavesUnion();
  expect(await rows(MAI, NEW_HEAD)).toEqual([
    [MAI, UNION, 'sent', null, `Đã thôi giữ chức vụ, nay: ${NEW_HEAD}`],
    [MAI, HEADS, 'sent', null, null],
  ]);
  const left = (await desk.list()).recipients.find(({ capacity }) => capacity === UNION);
  // Nobody has to tell her: she comes under the other office.
  const given = await command(commune, officer(), (context) =>
    givePlace({ ...within, attendeeId: left?.attendeeId ?? village, fullName: MAI }, context),
  );
  expect(given).toEqual({ reached: [] });
  expect((await rows(MAI, NEW_HEAD)).toSorted()).toEqual([
    [NEW_HEAD, UNION, null, null, null],
    [MAI, HEADS, 'sent', null, null],
  ]);
  expect(await desk.send([(await desk.person(MAI)).attendeeId])).toMatchObject({ queued: 0 });
});

it('[GV221] when it is not held she is told once, by a mail that goes to her under the office that is left', async () => {
  await deliver();
  await leavesUnion();
  expect((await desk.list()).recipients.filter(({ isToBeTold }) => isToBeTold)).toHaveLength(1);
  await cancel();
  expect(await told()).toEqual([[MAI, 'waiting']]);
  expect(await lastMail()).toContain(`Kính gửi: ${MAI}, ${HEADS}\n`);
  await deliverNext(commune, post);
  expect(await told()).toEqual([[MAI, 'sent']]);
  // The list stays as her letter was: the office that she left is no second person.
  expect(await rows(MAI)).toEqual([[MAI, `${UNION}, ${HEADS}`, 'sent', null, null]]);
  expect((await shown(commune, within)).cancelled).toMatchObject({ toldByMail: 1, leftToTell: 0 });
});

it('[GV221] a mail that she is told by goes also where she leaves the first office before it does', async () => {
  await deliver();
  await cancel();
  expect(await told()).toEqual([[MAI, 'waiting']]);
  expect(await lastMail()).toContain(`Kính gửi: ${MAI}, ${UNION}, ${HEADS}\n`);
  await leavesUnion();
  await deliverNext(commune, post);
  expect(await told()).toEqual([[MAI, 'sent']]);
});

it('[GV221] who has left both offices is told once, in person', async () => {
  await deliver();
  await leavesUnion();
  await endsOffice(commune, { assignmentId: village }, '2026-11-18');
  await cancel();
  expect(await told()).toEqual([[MAI, 'inPerson']]);
  expect((await shown(commune, within)).cancelled).toMatchObject({ toldByMail: 0, leftToTell: 1 });
});

it('[GV221] taken off the list under one office she keeps the letter that waits, under the other; under both it is taken back', async () => {
  const places = (await shown(commune, within)).attendees.filter(({ fullName }) => fullName === MAI);
  const takeOff = (attendeeId: Id) =>
    command(commune, officer(), (context) =>
      removeAttendee({ ...within, attendeeId, fullName: MAI }, context),
    );
  const [first, second] = places.map(({ attendeeId }) => attendeeId);
  if (first === undefined || second === undefined) throw new Error('she is not asked twice');
  await takeOff(first);
  expect(await rows(MAI)).toEqual([[MAI, HEADS, 'waiting', null, null]]);
  await takeOff(second);
  const { rows: mails } = await commune.database.owner.query('select state from platform.mail');
  expect(mails).toEqual([{ state: 'withdrawn' }]);
});
