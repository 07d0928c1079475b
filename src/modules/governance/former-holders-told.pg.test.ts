import { afterEach, beforeEach, expect, test } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { type MailPost, startMailPost } from '../../platform/mail/testing/mail-post.ts';
import { cancelBriefing } from './cancel-briefing.ts';
import { recordToldInPerson } from './record-told-in-person.ts';
import { prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, type TestCommune } from './testing/given-commune.ts';
import { deliverNext, inviting, WITH_MAIL } from './testing/given-mail.ts';
import { giveOffice, headLeaves, NEW_HEAD } from './testing/given-offices.ts';

let commune: TestCommune;
let post: MailPost;
let within: TestBriefing;
let desk: ReturnType<typeof inviting>;
beforeEach(async () => {
  commune = await givenCommune();
  within = await prepared(commune, day('2026-11-23'));
  desk = inviting(commune, within);
  commune.clock.moveTo('2026-11-16T02:00:00Z');
  post = await startMailPost();
}, 60_000);
afterEach(() => post?.close());

const officer = () => commune.as('creditOfficer');
const leaves = (isVacant = false) => headLeaves(commune, { on: '2026-11-16', isVacant });
const moves = (heldOn = '2026-11-25') =>
  commune.database.owner.query('update governance.briefing set held_on = $2 where id = $1', [
    within.briefingId,
    heldOn,
  ]);
const cancel = () =>
  command(commune, officer(), (context) => cancelBriefing(WITH_MAIL)({ ...within, reason: 'Bão' }, context));
/** Sends the invitation of somebody, as the post takes it. */
async function mailTo(name: string, address: string) {
  const { attendeeId } = await desk.person(name);
  await desk.enter(attendeeId, address);
  await desk.send([attendeeId]);
  await deliverNext(commune, post);
  return attendeeId;
}
const former = async () => (await desk.list()).former;
const told = async () => {
  const { recipients, former } = await desk.list();
  return [...recipients, ...former].flatMap(({ fullName, cancellation }) =>
    cancellation === null ? [] : [[fullName, cancellation.state]],
  );
};

test('[GV159] who was invited and has left the office is told in person, not by mail; who holds it now was not invited and is not told', async () => {
  await mailTo(PEOPLE.associationHead, 'mai@xa.vn');
  await leaves();
  expect(await former()).toEqual([]);
  await cancel();
  expect(await told()).toEqual([[PEOPLE.associationHead, 'inPerson']]);
  expect(await deliverNext(commune, post)).toBe(false);
  await commune.database.close();
});

test('[GV159] where the place is another’s since, both are told whom an invitation reached: the one by mail, the other in person', async () => {
  await mailTo(PEOPLE.associationHead, 'mai@xa.vn');
  await moves();
  await leaves();
  expect(await former()).toMatchObject([{ fullName: PEOPLE.associationHead, cancellation: null }]);
  const attendeeId = await mailTo(NEW_HEAD, 'moi@xa.vn');
  await cancel();
  expect(await told()).toEqual([
    [NEW_HEAD, 'waiting'],
    [PEOPLE.associationHead, 'inPerson'],
  ]);
  // Named once, and no more among those who have to be told first.
  expect((await former()).map(({ fullName }) => fullName)).toEqual([PEOPLE.associationHead]);
  expect((await desk.list()).recipients.some(({ isToBeTold }) => isToBeTold)).toBe(false);
  await command(commune, officer(), (context) =>
    recordToldInPerson({ ...within, attendeeId, toName: PEOPLE.associationHead, isTold: true }, context),
  );
  expect(await told()).toEqual([
    [NEW_HEAD, 'waiting'],
    [PEOPLE.associationHead, 'told'],
  ]);
  expect((await shown(commune, within)).cancelled).toMatchObject({
    toldByMail: 1,
    toldInPerson: 1,
    leftToTell: 0,
  });
  await commune.database.close();
});

test('[GV159] who holds the office now and was not invited is not told, also where the place is theirs', async () => {
  await mailTo(PEOPLE.associationHead, 'mai@xa.vn');
  await moves();
  await leaves();
  await cancel();
  expect((await desk.person(NEW_HEAD)).cancellation).toBeNull();
  expect(await told()).toEqual([[PEOPLE.associationHead, 'inPerson']]);
  await commune.database.close();
});

test('[GV162] after a move back an invitation of who left before holds the place of nobody who was invited since', async () => {
  await mailTo(PEOPLE.associationHead, 'mai@xa.vn');
  await moves();
  await leaves();
  const { attendeeId } = await desk.person(NEW_HEAD);
  await desk.print([attendeeId]);
  await moves('2026-11-23');
  await commune.database.owner.query(
    `update identity.assignment set valid_to = '2026-11-16' where valid_from = '2026-11-16'`,
  );
  commune.clock.moveTo('2026-11-17T02:00:00Z');
  expect(await desk.person('Hội Liên hiệp Phụ nữ')).toMatchObject({ attendeeId, isVacant: true });
  await commune.database.close();
});

test('[GV117] who holds the office now and whose mail did not go was not invited otherwise, whatever reached who left', async () => {
  await mailTo(PEOPLE.associationHead, 'mai@xa.vn');
  await moves();
  await leaves();
  post.mood = 'refusesAddress';
  await mailTo(NEW_HEAD, 'moi@xa.vn');
  expect((await desk.person(NEW_HEAD)).invitation).toMatchObject({ state: 'failed' });
  expect((await shown(commune, within)).invitedOtherwise).toEqual({ reached: 0, takenBack: 0 });
  await commune.database.close();
});

test('[GV159] a sheet to a vacant office is that of who gets the office, who is told of it', async () => {
  await leaves(true);
  const { attendeeId } = await desk.person('Hội Liên hiệp Phụ nữ');
  await desk.print([attendeeId]);
  await giveOffice(commune, { role: 'associationHead', associationCode: '12', from: '2026-11-16' });
  expect(await desk.person(NEW_HEAD)).toMatchObject({ isVacant: false, invitation: { state: 'printed' } });
  await cancel();
  expect(await told()).toEqual([[NEW_HEAD, 'inPerson']]);
  await commune.database.close();
});
