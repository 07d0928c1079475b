import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { type MailPost, startMailPost } from '../../platform/mail/testing/mail-post.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addAttendee } from './add-attendee.ts';
import { cancelBriefing } from './cancel-briefing.ts';
import { listInvitations } from './list-invitations.ts';
import { printInvitations } from './print-invitations.ts';
import { removeAttendee } from './remove-attendee.ts';
import { sendInvitations } from './send-invitations.ts';
import { prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, question, type TestCommune } from './testing/given-commune.ts';
import { deliverNext, recipientNamed, WITH_MAIL } from './testing/given-mail.ts';
import { writeMailAddress } from './write-mail-address.ts';

const REASON = 'Bão số 12, đường vào xã ngập.';

let commune: TestCommune;
let post: MailPost;
beforeAll(async () => {
  commune = await givenCommune();
  post = await startMailPost();
}, 60_000);
afterAll(async () => {
  await post?.close();
  await commune?.database.close();
});

const officer = () => commune.as('creditOfficer');
const list = (within: TestBriefing) =>
  question(commune, officer(), (context) => listInvitations(WITH_MAIL)(within, context));
const person = async (within: TestBriefing, name: string) =>
  recipientNamed((await list(within)).recipients, name);
const enter = (within: TestBriefing, attendeeId: Id, address: string | null) =>
  command(commune, officer(), (context) => writeMailAddress({ ...within, attendeeId, address }, context));
const send = (within: TestBriefing, attendeeIds: Id[]) =>
  command(commune, officer(), (context) =>
    sendInvitations(WITH_MAIL)({ ...within, attendeeIds, again: false }, context),
  );
const print = (within: TestBriefing, attendeeIds: Id[]) =>
  command(commune, officer(), (context) => printInvitations({ ...within, attendeeIds }, context));
const cancel = (within: TestBriefing, { hasMail = true, by = officer() } = {}) =>
  command(commune, by, (context) => cancelBriefing({ hasMail })({ ...within, reason: REASON }, context));
const deliverAll = async () => {
  while (await deliverNext(commune, post));
};
const mailsTo = async (address: string) =>
  (
    await commune.database.owner.query(
      'select subject, text, state, due_at as "dueAt" from platform.mail where to_address = $1 order by created_at, id',
      [address],
    )
  ).rows;

test('[GV111] whoever an invitation may have reached is told, by mail or in person; what waits is taken back', async () => {
  const within = await prepared(commune, day('2026-11-23'));
  commune.clock.moveTo('2026-11-18T02:00:00Z');
  const [mai, toan, tuan] = [
    await person(within, 'Trần Thị Mai'),
    await person(within, 'Lê Minh Toàn'),
    await person(within, 'Trần Công Tuấn'),
  ];
  await enter(within, mai.attendeeId, 'mai@xa.vn');
  await send(within, [mai.attendeeId]);
  await deliverAll();
  await print(within, [tuan.attendeeId]);
  await enter(within, toan.attendeeId, 'toan@xa.vn');
  await send(within, [toan.attendeeId]);
  const before = (await list(within)).recipients.filter(({ isToBeTold }) => isToBeTold);
  expect(before.map(({ fullName }) => fullName).toSorted()).toEqual([tuan.fullName, mai.fullName].toSorted());
  // In the evening: the mail waits for the morning.
  commune.clock.moveTo('2026-11-22T15:00:00Z');
  await cancel(within);
  expect(await shown(commune, within)).toMatchObject({
    cancelled: { toldByMail: 1, toldInPerson: 0, leftToTell: 1 },
  });
  expect(await list(within)).toMatchObject({ canInvite: false, state: 'cancelled' });
  expect(await person(within, 'Trần Công Tuấn')).toMatchObject({ cancellation: { state: 'inPerson' } });
  expect(await person(within, 'Lê Minh Toàn')).toMatchObject({
    invitation: { state: 'withdrawn' },
    cancellation: null,
  });
  expect(await person(within, 'Trần Thị Mai')).toMatchObject({
    invitation: { state: 'sent' },
    cancellation: { state: 'waiting', nextAt: '2026-11-23T00:00:00.000Z' },
  });
  const [invited, told] = await mailsTo('mai@xa.vn');
  expect(invited.subject).toContain('Giấy mời');
  expect(told.subject).toBe('Không tổ chức giao ban ngày 23/11/2026, Xã Bình Ngọc');
  expect(told.text).toContain(`Lý do: ${REASON}`);
  commune.clock.moveTo('2026-11-23T01:00:00Z');
  await deliverAll();
  expect((await person(within, 'Trần Thị Mai')).cancellation).toMatchObject({ state: 'sent' });
  expect(post.taken).toHaveLength(2);
});

test('[GV111] who was invited to an earlier day is told of that day; a mail that does not go says so', async () => {
  const within = await prepared(commune, day('2026-12-23'));
  commune.clock.moveTo('2026-12-15T02:00:00Z');
  const mai = await person(within, 'Trần Thị Mai');
  await send(within, [mai.attendeeId]);
  await deliverAll();
  await commune.database.owner.query(`update governance.briefing set held_on = '2026-12-25' where id = $1`, [
    within.briefingId,
  ]);
  await send(within, [mai.attendeeId]);
  await cancel(within);
  const told = (await mailsTo('mai@xa.vn')).at(-1);
  expect(told.subject).toBe('Không tổ chức giao ban ngày 23/12/2026, Xã Bình Ngọc');
  post.mood = 'refusesAddress';
  await deliverAll();
  expect((await person(within, 'Trần Thị Mai')).cancellation).toMatchObject({
    state: 'failed',
    problem: 'máy chủ thư không nhận địa chỉ này',
  });
});

test('[GV147] [GV111] whose mail was given up after its connection broke may have it, and is told', async () => {
  const within = await prepared(commune, day('2027-03-23'));
  const mai = await person(within, 'Trần Thị Mai');
  await send(within, [mai.attendeeId]);
  post.mood = 'hangsUpAtTheEnd';
  await deliverNext(commune, post);
  // A later attempt that did not reach the server says nothing of the first.
  await commune.database.owner.query(
    `update platform.mail set state = 'failed', problem = 'serverUnreachable' where state = 'waiting'`,
  );
  expect(await person(within, 'Trần Thị Mai')).toMatchObject({
    invitation: { state: 'unsure' },
    isToBeTold: true,
  });
  post.mood = 'takes';
  await cancel(within);
  expect((await person(within, 'Trần Thị Mai')).cancellation).toMatchObject({ state: 'waiting' });
});

test('[GV111] without a mail server everybody is told in person', async () => {
  const within = await prepared(commune, day('2027-01-23'));
  const mai = await person(within, 'Trần Thị Mai');
  await print(within, [mai.attendeeId]);
  await cancel(within, { hasMail: false });
  expect((await person(within, 'Trần Thị Mai')).cancellation).toMatchObject({ state: 'inPerson' });
});

test('[GV111] once its day is over nobody is told any more; what waits is taken back all the same', async () => {
  const within = await prepared(commune, day('2027-02-23'));
  const [mai, toan] = [await person(within, 'Trần Thị Mai'), await person(within, 'Lê Minh Toàn')];
  await print(within, [mai.attendeeId]);
  await enter(within, toan.attendeeId, 'toan@xa.vn');
  await send(within, [toan.attendeeId]);
  expect(await person(within, 'Trần Thị Mai')).toMatchObject({ isToBeTold: true });
  commune.clock.moveTo('2027-02-24T02:00:00Z');
  expect(await person(within, 'Trần Thị Mai')).toMatchObject({ isToBeTold: false });
  await cancel(within);
  expect(await shown(commune, within)).toMatchObject({ cancelled: { toldByMail: 0, toldInPerson: 0 } });
  expect(await person(within, 'Lê Minh Toàn')).toMatchObject({ invitation: { state: 'withdrawn' } });
});

test('[GV111] who is taken off the list is told by the officer, to whom the removal says that an invitation may be there', async () => {
  const within = await prepared(commune, day('2027-03-23'));
  const [mai, toan] = [await person(within, 'Trần Thị Mai'), await person(within, 'Lê Minh Toàn')];
  await print(within, [mai.attendeeId]);
  await send(within, [toan.attendeeId]);
  const remove = (attendeeId: Id) =>
    command(commune, officer(), (context) => removeAttendee({ ...within, attendeeId }, context));
  expect(await remove(mai.attendeeId)).toEqual({ reached: [PEOPLE.associationHead] });
  expect(await remove(mai.attendeeId)).toEqual({ reached: [PEOPLE.associationHead] });
  expect(await remove(toan.attendeeId)).toEqual({ reached: [] });
  await cancel(within);
  expect(await shown(commune, within)).toMatchObject({ cancelled: { toldByMail: 0, toldInPerson: 0 } });
});

describe('where another chairs, whoever says that it is not held holds an invitation themself', () => {
  const OFFICER = `${PEOPLE.creditOfficer}, Cán bộ tín dụng`;
  const OF_SAME_OFFICE = 'Lý Thị Sen (mẫu), Cán bộ tín dụng';
  const OF_SAME_NAME = `${PEOPLE.creditOfficer}, Hiệu trưởng`;

  const letByRule = (value: 1 | 2) =>
    commune.database.owner.query(`update programmes.rule_value set value = $1 where rule = 'briefingChair'`, [
      value,
    ]);
  beforeAll(() => letByRule(2));
  afterAll(() => letByRule(1));

  const ask = async (within: TestBriefing, person: string) => {
    const [fullName = '', capacity = ''] = person.split(', ');
    const attendeeId = nextId();
    const asked = { ...within, attendeeId, part: 'other' as const, seat: null, fullName, capacity };
    await command(commune, officer(), (context) => addAttendee(asked, context));
    return attendeeId;
  };
  /** Who holds an invitation, all of them asked as a name and what they stand for. */
  const invited = async (within: TestBriefing) =>
    (await list(within)).recipients
      .filter(({ invitation }) => invitation !== null)
      .map((one) => ({ ...one, person: `${one.fullName}, ${one.capacity}` }));
  /** The officer has a paper, and so have a colleague of the same office and a guest of the same name. */
  const invitedWithNamesakes = async (on: string) => {
    const within = await prepared(commune, day(on));
    const colleague = await ask(within, OF_SAME_OFFICE);
    await ask(within, OF_SAME_NAME);
    const { recipients } = await list(within);
    const meant = recipients.filter((one) =>
      [OFFICER, OF_SAME_OFFICE, OF_SAME_NAME].includes(`${one.fullName}, ${one.capacity}`),
    );
    await print(
      within,
      meant.map(({ attendeeId }) => attendeeId),
    );
    // They held the office when they were invited, and have left it since: their paper is theirs [GV210].
    await commune.database.owner.query(
      `update governance.attendee set seat = 'creditOfficer', told_by_name = 'Võ Thanh Hà' where id = $1`,
      [colleague],
    );
    expect(await invited(within)).toHaveLength(3);
    return within;
  };
  const told = async (within: TestBriefing) =>
    (await invited(within)).flatMap(({ person, cancellation }) => (cancellation === null ? [] : [person]));

  test('[GV111] they are not told; who has their office or their name alone is', async () => {
    const within = await invitedWithNamesakes('2027-04-23');
    const toBeTold = (await invited(within)).filter(({ isToBeTold }) => isToBeTold);
    expect(toBeTold.map(({ person }) => person)).toEqual([OF_SAME_OFFICE, OF_SAME_NAME]);
    await cancel(within);
    expect(await told(within)).toEqual([OF_SAME_OFFICE, OF_SAME_NAME]);
    expect(await shown(commune, within)).toMatchObject({ cancelled: { toldInPerson: 0, leftToTell: 2 } });
  });

  test('[GV111] where the director says it, the officer is told like everybody', async () => {
    const within = await invitedWithNamesakes('2027-05-23');
    await cancel(within, { by: commune.as('officeDirector') });
    expect(await told(within)).toEqual([OFFICER, OF_SAME_OFFICE, OF_SAME_NAME]);
  });
});
