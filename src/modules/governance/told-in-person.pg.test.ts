import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { type MailPost, startMailPost } from '../../platform/mail/testing/mail-post.ts';
import { cancelBriefing } from './cancel-briefing.ts';
import { listInvitations } from './list-invitations.ts';
import { printInvitations } from './print-invitations.ts';
import { recordToldInPerson } from './record-told-in-person.ts';
import { sendInvitations } from './send-invitations.ts';
import { prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import {
  command,
  givenCommune,
  PEOPLE,
  question,
  type TestCommune,
  tryCommand,
} from './testing/given-commune.ts';
import { deliverNext, recipientNamed, WITH_MAIL } from './testing/given-mail.ts';
import { writeMailAddress } from './write-mail-address.ts';

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
const list = async (within: TestBriefing) =>
  (await question(commune, officer(), (context) => listInvitations(WITH_MAIL)(within, context))).recipients;
const person = async (within: TestBriefing, name: string) => recipientNamed(await list(within), name);
const print = (within: TestBriefing, attendeeIds: Id[]) =>
  command(commune, officer(), (context) => printInvitations({ ...within, attendeeIds }, context));
const cancel = (within: TestBriefing) =>
  command(commune, officer(), (context) => cancelBriefing(WITH_MAIL)({ ...within, reason: 'Bão' }, context));
const tell = async (within: TestBriefing, attendeeId: Id, isTold = true, caller = officer()) => {
  const toName = (await list(within)).find((one) => one.attendeeId === attendeeId)?.fullName ?? '';
  return tryCommand(commune, caller, (context) =>
    recordToldInPerson({ ...within, attendeeId, toName, isTold }, context),
  );
};
const deliver = () => deliverNext(commune, post);
const leftToTell = async (within: TestBriefing) => (await shown(commune, within)).cancelled?.leftToTell;

test('[GV116] it is kept who told somebody in person and when, once however often it is said; the left are counted; a mistake is taken back', async () => {
  const within = await prepared(commune, day('2026-11-23'));
  const [mai, toan] = [await person(within, 'Trần Thị Mai'), await person(within, 'Lê Minh Toàn')];
  await print(within, [mai.attendeeId, toan.attendeeId]);
  expect(await tell(within, mai.attendeeId)).toMatchObject({ refused: 'notFound' });
  await cancel(within);
  expect(await leftToTell(within)).toBe(2);
  commune.clock.moveTo('2026-11-23T02:30:00Z');
  const director = commune.as('officeDirector');
  expect(await Promise.all([tell(within, mai.attendeeId), tell(within, mai.attendeeId)])).toEqual([{}, {}]);
  commune.clock.moveTo('2026-11-23T03:00:00Z');
  expect(await tell(within, mai.attendeeId, true, director)).toEqual({});
  const told = { state: 'told', toldAt: '2026-11-23T02:30:00.000Z', toldByName: PEOPLE.creditOfficer };
  expect((await person(within, 'Trần Thị Mai')).cancellation).toMatchObject(told);
  expect(await leftToTell(within)).toBe(1);

  expect(await tell(within, mai.attendeeId, false, director)).toEqual({});
  expect(await tell(within, mai.attendeeId, false)).toEqual({});
  const taken = { state: 'inPerson', toldAt: null, toldByName: null };
  expect((await person(within, 'Trần Thị Mai')).cancellation).toMatchObject(taken);
  expect(await leftToTell(within)).toBe(2);
  // Neither names nor phones stand in the trail.
  const { rows } = await commune.database.owner.query(
    `select entry::text from platform.audit_entry entry order by entry::text desc limit 50`,
  );
  expect(JSON.stringify(rows)).not.toContain('Trần Thị Mai');
});

test('[GV116] whom a mail tells is not written down as told in person; where it did not go they are', async () => {
  const within = await prepared(commune, day('2026-12-23'));
  commune.clock.moveTo('2026-12-15T02:00:00Z');
  const { attendeeId } = await person(within, 'Trần Thị Mai');
  await command(commune, officer(), (context) =>
    writeMailAddress({ ...within, attendeeId, address: 'mai@xa.vn' }, context),
  );
  await command(commune, officer(), (context) =>
    sendInvitations(WITH_MAIL)({ ...within, attendeeIds: [attendeeId], again: false }, context),
  );
  await deliver();
  await cancel(within);
  expect(await tell(within, attendeeId)).toEqual({
    refused: 'toldByMail',
    data: { name: PEOPLE.associationHead },
  });
  expect(await leftToTell(within)).toBe(0);
  post.mood = 'refusesAddress';
  await deliver();
  // Whose mail did not go is left, and no mail tells them.
  expect((await shown(commune, within)).cancelled).toMatchObject({ toldByMail: 0, leftToTell: 1 });
  expect(await tell(within, attendeeId)).toEqual({});
  expect((await person(within, 'Trần Thị Mai')).cancellation).toMatchObject({ state: 'told' });
});

test('[GV116] a group’s leader who has still to be told stands with the phone of the group’s page, nobody else and nobody before', async () => {
  const within = await prepared(commune, day('2027-01-23'));
  const { rows } = await commune.database.owner.query(
    `select group_code as code, leader_name as name, leader_phone as phone from groups.savings_group
     where commune_id = $1 and leader_phone is not null order by group_code`,
    [commune.communeId],
  );
  const invited = await list(within);
  const leaders = invited.filter(({ fullName }) => rows.some(({ name }) => name === fullName));
  const [leader, told, other] = leaders;
  const mai = await person(within, 'Trần Thị Mai');
  if (!leader || !told || !other) throw new Error('the sample commune has no leaders');
  await print(
    within,
    [leader, told, mai].map(({ attendeeId }) => attendeeId),
  );
  expect((await list(within)).every(({ phone }) => phone === null)).toBe(true);
  await cancel(within);
  await tell(within, told.attendeeId);
  const phones = (await list(within)).filter(({ phone }) => phone !== null);
  const known = rows.find(({ name }) => name === leader.fullName)?.phone;
  expect(phones.map(({ attendeeId, phone }) => [attendeeId, phone])).toEqual([[leader.attendeeId, known]]);
});

test('[GV116] nobody is told of a briefing of another commune', async () => {
  const within = await prepared(commune, day('2027-02-23'));
  const { attendeeId } = await person(within, 'Trần Thị Mai');
  await print(within, [attendeeId]);
  await cancel(within);
  const elsewhere = commune.as('creditOfficer', { communeIds: [commune.otherCommuneId] });
  const refused = await tell(within, attendeeId, true, elsewhere);
  expect(isRefusal(refused) && refused.refused).toBe('notFound');
});
