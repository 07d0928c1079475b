import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { closeBriefing } from './close-briefing.ts';
import { listInvitations } from './list-invitations.ts';
import { openBriefing } from './open-briefing.ts';
import { printInvitations } from './print-invitations.ts';
import { removeAttendee } from './remove-attendee.ts';
import { HELD_ON, opened, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import {
  command,
  givenCommune,
  PEOPLE,
  question,
  type TestCommune,
  tryCommand,
} from './testing/given-commune.ts';
import { giveOffice, headLeaves, leavesOffice, NEW_HEAD } from './testing/given-offices.ts';
import { minutesInWords, type Row, rowOfSeat, type Said, saidOfRow } from './testing/rows-of-list.ts';

const HEAD = 'associationHead:12';
const TITLE = 'Hội Liên hiệp Phụ nữ';

let commune: TestCommune;
beforeEach(async () => {
  commune = await givenCommune();
}, 60_000);
afterEach(() => commune.database.close());

const officer = () => commune.as('creditOfficer');
const rowOf = (within: TestBriefing, seat = HEAD) => rowOfSeat(commune, within, seat);
const say = (within: TestBriefing, row: Row, said: Said, by = officer()) =>
  saidOfRow(commune, within, { row, said, by });
const holderCame = async (within: TestBriefing, seat = HEAD) =>
  say(within, await rowOf(within, seat), { placeOf: NEW_HEAD });
/** As the page does it: with what was said of whose the row was before. */
const takenBack = async (within: TestBriefing) => {
  const row = await rowOf(within);
  if (!row.before) throw new Error('the row is of whose it was');
  const { fullName: placeOf, isVacant: _, ...told } = row.before;
  return say(within, row, { placeOf, ...told });
};
const wordsOfMinutes = (within: TestBriefing) => minutesInWords(commune, within);

it('[GV177] the holder of an office that changed hands came himself: the row is theirs, in its order, and so are list, counts and minutes', async () => {
  const within = await opened(commune);
  const before = await shown(commune, within);
  await headLeaves(commune, { on: HELD_ON });
  expect(await rowOf(within)).toMatchObject({
    ...{ fullName: PEOPLE.associationHead, leftOffice: `Đã thôi giữ chức vụ, nay: ${NEW_HEAD}` },
    ...{ holdersToCome: [NEW_HEAD], before: null },
  });
  expect(await holderCame(within)).toEqual({});
  const { attendees, parts, missingParts } = await shown(commune, within);
  expect(await rowOf(within)).toMatchObject({
    ...{ fullName: NEW_HEAD, presence: 'present', deputyName: null, leftOffice: null, version: 2 },
    ...{ holdersToCome: [], before: { fullName: PEOPLE.associationHead, presence: 'present' } },
  });
  expect(attendees.map(({ attendeeId }) => attendeeId)).toEqual(
    before.attendees.map(({ attendeeId }) => attendeeId),
  );
  expect({ parts, missingParts }).toEqual({ parts: before.parts, missingParts: before.missingParts });
  const minutes = await wordsOfMinutes(within);
  expect(minutes).toContain(`(${NEW_HEAD})`);
  expect(minutes).not.toContain(PEOPLE.associationHead);
  expect(minutes).not.toContain('Dự thay');
});

it('[GV177] how they are there is said of them, also that they are away; the minutes name them by the office', async () => {
  const within = await opened(commune);
  await headLeaves(commune, { on: HELD_ON });
  await holderCame(within);
  expect(await say(within, await rowOf(within), { presence: 'late' })).toEqual({});
  expect(await wordsOfMinutes(within)).toContain(`${NEW_HEAD}, ${TITLE}`);
  expect(await say(within, await rowOf(within), { presence: 'deputy', deputyName: 'Lê Thúy' })).toEqual({});
  expect(await wordsOfMinutes(within)).toContain(`Lê Thúy thay ${NEW_HEAD}, ${TITLE}`);
  expect(await say(within, await rowOf(within), { presence: 'absent' })).toEqual({});
  expect((await shown(commune, within)).missingParts).toContain('associationHead');
});

it('[GV177] they chair and sign where the office does, and are not counted as invited', async () => {
  const within = await opened(commune);
  const seat = 'creditOfficer';
  await leavesOffice(commune, PEOPLE.creditOfficer, HELD_ON);
  await giveOffice(commune, { role: 'creditOfficer', from: HELD_ON });
  const director = commune.as('officeDirector');
  const row = await rowOf(within, seat);
  expect(await say(within, row, { placeOf: NEW_HEAD }, director)).toEqual({});
  expect((await shown(commune, within)).chairedBy).toBe(NEW_HEAD);
  const { recipients } = await question(commune, director, (context) =>
    listInvitations({ hasMail: false })(within, context),
  );
  expect(recipients.map(({ fullName }) => fullName)).not.toContain(PEOPLE.creditOfficer);
  const closed = await tryCommand(commune, director, (context) =>
    closeBriefing({ ...within, withoutConclusions: true, secretaryId: row.attendeeId }, context),
  );
  // Who chairs writes no minutes.
  expect(closed).toMatchObject({ refused: 'secretaryNotThere' });
});

it('[GV177] an invitation is of whom it was made out to: who came instead was not invited, and the next meeting asks them', async () => {
  const within = await prepared(commune);
  const { attendeeId } = await rowOf(within);
  const invitation = async () => {
    const list = await question(commune, officer(), (context) =>
      listInvitations({ hasMail: false })(within, context),
    );
    return list.recipients.find((one) => one.attendeeId === attendeeId);
  };
  await command(commune, officer(), (context) =>
    printInvitations({ ...within, attendeeIds: [attendeeId] }, context),
  );
  expect(await invitation()).toMatchObject({ invitation: { state: 'printed' } });
  await command(commune, officer(), (context) => openBriefing(within, context));
  await headLeaves(commune, { on: HELD_ON });
  await holderCame(within);
  expect(await invitation()).toMatchObject({ fullName: NEW_HEAD, invitation: null });
  const next = await prepared(commune, day('2026-12-23'));
  expect(await rowOf(next)).toMatchObject({ fullName: NEW_HEAD, presence: 'present', before: null });
});

it('[GV177] an office that nobody held when the meeting began: its holder came, and it is not vacant in the minutes', async () => {
  await headLeaves(commune, { on: '2026-11-20', isVacant: true });
  const within = await opened(commune);
  await giveOffice(commune, { role: 'associationHead', associationCode: '12', from: HELD_ON });
  expect(await holderCame(within)).toEqual({});
  expect(await rowOf(within)).toMatchObject({ fullName: NEW_HEAD, isVacant: false });
  const minutes = await wordsOfMinutes(within);
  expect(minutes).toContain(`Hội nhận ủy thác 1/3 (${NEW_HEAD})`);
  expect(minutes).not.toContain(`(nay: ${NEW_HEAD})`);
  expect(await takenBack(within)).toEqual({});
  expect(await rowOf(within)).toMatchObject({ fullName: TITLE, isVacant: true, holdersToCome: [NEW_HEAD] });
});

it('[GV177] nobody comes so but a holder of the office, in a meeting that is held', async () => {
  const within = await prepared(commune);
  const ahead = await rowOf(within);
  expect(await say(within, ahead, { placeOf: NEW_HEAD })).toMatchObject({ refused: 'briefingNotOpen' });
  await command(commune, officer(), (context) => openBriefing(within, context));
  expect(await say(within, ahead, { placeOf: NEW_HEAD })).toEqual({
    refused: 'placeOfOther',
    data: { name: NEW_HEAD, listed: PEOPLE.associationHead, capacity: TITLE },
  });
  await headLeaves(commune, { on: HELD_ON });
  expect(await say(within, ahead, { placeOf: 'Lê Thúy' })).toMatchObject({ refused: 'placeOfOther' });
  expect(await rowOf(within)).toMatchObject({ fullName: PEOPLE.associationHead, before: null });
});

it('[GV179] it is taken back by one press, to how it was said to be; the next press gives it again', async () => {
  const within = await opened(commune);
  await headLeaves(commune, { on: HELD_ON });
  const said = { presence: 'deputy', deputyName: NEW_HEAD, note: 'họp huyện' } as const;
  await say(within, await rowOf(within), said);
  await holderCame(within);
  expect(await rowOf(within)).toMatchObject({ fullName: NEW_HEAD, presence: 'present', note: null });
  await say(within, await rowOf(within), { presence: 'late' });
  expect(await takenBack(within)).toEqual({});
  expect(await rowOf(within)).toMatchObject({
    ...{ fullName: PEOPLE.associationHead, ...said },
    ...{ before: null, holdersToCome: [NEW_HEAD] },
  });
  expect(await holderCame(within)).toEqual({});
  expect(await rowOf(within)).toMatchObject({ fullName: NEW_HEAD, before: said });
});

it('[GV179] two people at once: the same is said once, another word is refused with what stands', async () => {
  const within = await opened(commune);
  await headLeaves(commune, { on: HELD_ON });
  const seen = await rowOf(within);
  const director = commune.as('officeDirector');
  expect(await say(within, seen, { placeOf: NEW_HEAD })).toEqual({});
  expect(await say(within, seen, { placeOf: NEW_HEAD }, director)).toEqual({});
  expect(await rowOf(within)).toMatchObject({ version: 2, toldByName: PEOPLE.creditOfficer });
  // Of whom the other saw there nothing is said of the holder.
  expect(await say(within, seen, { presence: 'late' }, director)).toMatchObject({
    refused: 'attendeeIsAnother',
    data: { shown: PEOPLE.associationHead, name: NEW_HEAD },
  });
  await say(within, await rowOf(within), { presence: 'late' });
  expect(await say(within, seen, { placeOf: NEW_HEAD }, director)).toMatchObject({
    refused: 'attendanceChanged',
    data: { name: NEW_HEAD, presence: 'Đến muộn' },
  });
  await takenBack(within);
  // What waited since before it was taken back does not give the row away once more.
  expect(await say(within, seen, { placeOf: NEW_HEAD })).toMatchObject({ refused: 'attendanceChanged' });
  expect(await rowOf(within)).toMatchObject({ fullName: PEOPLE.associationHead });
});

it('[GV179] whom another has taken off meanwhile comes back as the holder who came', async () => {
  const within = await opened(commune);
  await headLeaves(commune, { on: HELD_ON });
  const seen = await rowOf(within);
  await command(commune, officer(), (context) =>
    removeAttendee({ ...within, attendeeId: seen.attendeeId, fullName: seen.fullName }, context),
  );
  expect(await say(within, seen, { placeOf: NEW_HEAD })).toEqual({});
  expect(await rowOf(within)).toMatchObject({ fullName: NEW_HEAD, presence: 'present' });
});

it('[GV179] the audit tells to whom a row went, by codes alone', async () => {
  const within = await opened(commune);
  await headLeaves(commune, { on: HELD_ON });
  await holderCame(within);
  await takenBack(within);
  const { rows } = await commune.database.owner.query<{ subject: { attendee: Id; placeTo: string } }>(
    `select subject::jsonb from platform.audit_entry where subject::jsonb ? 'placeTo' order by sequence`,
  );
  const { attendeeId: attendee } = await rowOf(within);
  expect(rows).toMatchObject([
    { subject: { attendee, placeTo: 'holder', outcome: 'applied' } },
    { subject: { attendee, placeTo: 'before', outcome: 'applied' } },
  ]);
});
