import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addAttendee } from './add-attendee.ts';
import { addConclusion } from './add-conclusion.ts';
import { changeConclusion } from './change-conclusion.ts';
import { closeBriefing } from './close-briefing.ts';
import { listSeats } from './list-seats.ts';
import { openBriefing } from './open-briefing.ts';
import { gatherPapers } from './papers/gather-papers.ts';
import { writePapers } from './papers/write-papers.ts';
import { recordAttendance } from './record-attendance.ts';
import { removeAttendee } from './remove-attendee.ts';
import { CONCLUSION, HELD_ON, opened, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import {
  command,
  givenCommune,
  PEOPLE,
  question,
  type TestCommune,
  tryCommand,
} from './testing/given-commune.ts';
import { giveOffice, headLeaves, leavesOffice, NEW_HEAD } from './testing/given-offices.ts';
import { given, raised } from './testing/raised-difficulties.ts';

const HEAD = 'associationHead:12';
const TITLE = 'Hội Liên hiệp Phụ nữ';
const OF_HEAD = `${PEOPLE.associationHead}, ${TITLE}`;

let commune: TestCommune;
beforeEach(async () => {
  commune = await givenCommune();
}, 60_000);
afterEach(() => commune.database.close());

const officer = () => commune.as('creditOfficer');
const conclude = async (within: TestBriefing, ownerName: string) => {
  const conclusionId = nextId();
  await command(commune, officer(), (context) =>
    addConclusion({ ...within, ...CONCLUSION, ownerSeat: HEAD, ownerName, conclusionId }, context),
  );
  return conclusionId;
};
const close = (within: TestBriefing) =>
  command(commune, officer(), (context) => closeBriefing({ ...within, withoutConclusions: false }, context));
const papersOf = (within: TestBriefing, kind: 'assignment' | 'minutes' | 'conclusions') =>
  question(commune, officer(), async (context) => {
    const sources = await gatherPapers(context, within);
    if (isRefusal(sources)) throw new Error(sources.refused);
    return writePapers(sources, kind, 'list');
  });
const slipsOf = (within: TestBriefing) => papersOf(within, 'assignment');
const rowsOfHead = async (within: TestBriefing) =>
  (await shown(commune, within)).attendees.filter(({ seat }) => seat === HEAD);
const addUnderOffice = (within: TestBriefing, fullName: string, seat: string | null = null) =>
  tryCommand(commune, officer(), (context) =>
    addAttendee(
      { ...within, part: 'associationHead', capacity: TITLE, seat, fullName, attendeeId: nextId() },
      context,
    ),
  );

it('[GV209] an office that falls vacant in the meeting: page, hall and minutes say so, and its slip is made out to the office', async () => {
  const within = await opened(commune);
  await conclude(within, OF_HEAD);
  const difficultyId = await raised(commune, within, { text: 'Đến nhà hai lần đều khóa cửa' });
  await given(commune, difficultyId, { seat: HEAD, name: OF_HEAD, dueOn: day('2026-11-30') });
  await headLeaves(commune, { on: HELD_ON, isVacant: true });
  const { conclusions, difficulties } = await shown(commune, within);
  expect(conclusions).toMatchObject([
    { ownerNow: 'chưa có người giữ', hallOwner: `${OF_HEAD}; nay: chưa có người giữ` },
  ]);
  expect(difficulties).toMatchObject([{ givenNow: 'chưa có người giữ' }]);
  await close(within);
  const slips = await slipsOf(within);
  expect(slips).toHaveLength(1);
  expect(slips).toMatchObject([{ addressees: [TITLE] }]);
  expect(JSON.stringify(slips)).not.toContain(PEOPLE.associationHead);
});

it('[GV266] [GV234] one paper says of each line of an office that nobody holds that nobody does, by whatever words it was given', async () => {
  const within = await opened(commune);
  await conclude(within, OF_HEAD);
  await headLeaves(commune, { on: HELD_ON, isVacant: true });
  await conclude(within, TITLE);
  const difficultyId = await raised(commune, within, { text: 'Đến nhà hai lần đều khóa cửa' });
  await given(commune, difficultyId, { seat: HEAD, name: TITLE, dueOn: day('2026-11-30') });
  // [GV234] So does the hall, while the page says it beside the line from the offices of today (GV250).
  const { conclusions, difficulties } = await shown(commune, within);
  expect(conclusions).toMatchObject([
    { hallOwner: `${OF_HEAD}; nay: chưa có người giữ` },
    { ownerNow: null, hallOwner: `${TITLE}; chưa có người giữ` },
  ]);
  expect(difficulties).toMatchObject([{ givenNow: null, hallGivenTo: `${TITLE}; chưa có người giữ` }]);
  await close(within);
  const minutes = JSON.stringify(await papersOf(within, 'minutes'));
  expect(minutes).toContain(`Người thực hiện: ${OF_HEAD}; nay: chưa có người giữ; thời hạn`);
  expect(minutes).toContain(`Người thực hiện: ${TITLE}; chưa có người giữ; thời hạn`);
  expect(minutes).toContain(`Giao ${TITLE}; chưa có người giữ, hạn 30/11/2026.`);
  expect(JSON.stringify(await papersOf(within, 'conclusions'))).toContain(`"${TITLE}; chưa có người giữ"`);
  expect(await slipsOf(within)).toMatchObject([{ addressees: [TITLE] }]);
});

it('[GV209] an office that gets its holder in the meeting has one slip, which they sign, and its row says who holds it', async () => {
  await headLeaves(commune, { on: '2026-11-20', isVacant: true });
  const within = await opened(commune);
  await conclude(within, TITLE);
  expect(await rowsOfHead(within)).toMatchObject([{ isVacant: true, leftOffice: null }]);
  await giveOffice(commune, { role: 'associationHead', associationCode: '12', from: HELD_ON });
  expect(await rowsOfHead(within)).toMatchObject([{ isVacant: true, leftOffice: `Nay: ${NEW_HEAD}` }]);
  await conclude(within, `${NEW_HEAD}, ${TITLE}`);
  await close(within);
  const slips = await slipsOf(within);
  expect(slips).toHaveLength(1);
  expect(JSON.stringify(slips)).toContain(`"${NEW_HEAD}"`);
  // [GV233] The minutes do not say of it in one place that nobody holds it, in another who does.
  expect(JSON.stringify(await papersOf(within, 'minutes'))).toContain(`${TITLE} (nay: ${NEW_HEAD})`);
});

it('[GV231] an office that was given something by its holder’s name alone has one slip, with its title', async () => {
  const within = await opened(commune);
  await conclude(within, PEOPLE.associationHead);
  const difficultyId = await raised(commune, within, { text: 'Đến nhà hai lần đều khóa cửa' });
  await given(commune, difficultyId, { seat: HEAD, name: PEOPLE.associationHead, dueOn: day('2026-11-30') });
  await conclude(within, OF_HEAD);
  await close(within);
  const slips = await slipsOf(within);
  expect(slips).toHaveLength(1);
  expect(slips).toMatchObject([{ addressees: [OF_HEAD] }]);
});

it('[GV212] the words of a line are mended also where another holds its office since; an owner chosen anew holds it or is on the list', async () => {
  const within = await opened(commune);
  const conclusionId = await conclude(within, OF_HEAD);
  await headLeaves(commune, { on: HELD_ON });
  const change = (of: { ownerName: string; text: string; baseVersion: number }) =>
    tryCommand(commune, officer(), (context) =>
      changeConclusion(
        { ...within, ...CONCLUSION, ownerSeat: HEAD, conclusionId, changeId: nextId(), ...of },
        context,
      ),
    );
  const mended = { ownerName: OF_HEAD, text: 'Mời hộ, làm việc lần 4', baseVersion: 1 };
  expect(await change(mended)).toMatchObject({ outcome: 'applied', version: 2 });
  const another = { ...mended, ownerName: `Ai Khác, ${TITLE}`, baseVersion: 2 };
  expect(await change(another)).toMatchObject({ refused: 'ownerLeft' });
  const renewed = { ...mended, ownerName: `${NEW_HEAD}, ${TITLE}`, baseVersion: 2 };
  expect(await change(renewed)).toMatchObject({ outcome: 'applied' });
});

it('[GV262] who is on the list of a meeting that goes on and has left the office since is offered behind who holds it now, and given to', async () => {
  const within = await opened(commune);
  await headLeaves(commune, { on: HELD_ON });
  const { seats } = await question(commune, officer(), (context) => listSeats(within, context));
  const now = { seat: HEAD, title: TITLE, holderName: NEW_HEAD };
  expect(seats.filter(({ seat }) => seat === HEAD)).toEqual([
    now,
    { ...now, holderName: PEOPLE.associationHead, holderNow: NEW_HEAD },
  ]);
  await conclude(within, OF_HEAD);
  expect((await shown(commune, within)).conclusions).toMatchObject([
    { ownerName: OF_HEAD, ownerNow: NEW_HEAD },
  ]);
});

it('[GV262] of a meeting that has not begun an office is its holder’s alone', async () => {
  const within = await prepared(commune);
  await headLeaves(commune, { on: HELD_ON });
  const { seats } = await question(commune, officer(), (context) => listSeats(within, context));
  expect(seats.filter(({ seat }) => seat === HEAD)).toMatchObject([{ holderName: NEW_HEAD }]);
});

it('[GV211] nobody is added under an office that stands on the list of the meeting under who has left it', async () => {
  const within = await opened(commune);
  await headLeaves(commune, { on: HELD_ON });
  expect(await addUnderOffice(within, NEW_HEAD)).toEqual({
    refused: 'seatAtMeeting',
    data: { name: PEOPLE.associationHead, capacity: TITLE },
  });
  expect(await rowsOfHead(within)).toHaveLength(1);
});

it('[GV211] nor in minutes that are written afterwards', async () => {
  const within = await prepared(commune);
  await headLeaves(commune, { on: '2026-11-25' });
  commune.clock.moveTo('2026-11-25T02:00:00Z');
  await command(commune, officer(), (context) => openBriefing({ ...within, metOn: HELD_ON }, context));
  // [GV260] Nor by who holds it only since.
  expect(await addUnderOffice(within, NEW_HEAD)).toMatchObject({
    refused: 'seatNotHeld',
    data: { holder: PEOPLE.associationHead, on: 'ngày 23/11/2026' },
  });
  expect(await rowsOfHead(within)).toMatchObject([{ fullName: PEOPLE.associationHead, leftOffice: null }]);
});

it('[GV211] what is said of somebody who was taken off and added again is said of the place that they have now', async () => {
  const within = await opened(commune);
  const [row] = await rowsOfHead(within);
  if (!row) throw new Error('the head is not asked');
  const { attendeeId, fullName, version } = row;
  await command(commune, officer(), (context) =>
    removeAttendee({ ...within, attendeeId, fullName }, context),
  );
  await addUnderOffice(within, fullName);
  const say = (presence: 'late' | 'absent') =>
    tryCommand(commune, officer(), (context) =>
      recordAttendance(
        { ...within, attendeeId, fullName, presence, deputyName: null, note: null, baseVersion: version },
        context,
      ),
    );
  expect(await say('late')).toEqual({});
  expect(await rowsOfHead(within)).toMatchObject([{ fullName, presence: 'late', version: 2 }]);
  expect(await say('late')).toEqual({});
  expect(await rowsOfHead(within)).toMatchObject([{ presence: 'late', version: 2 }]);
  // Something was said of that place meanwhile, which the form of the other never showed.
  expect(await say('absent')).toMatchObject({ refused: 'attendanceChanged' });
});

it('[GV201] who chaired when the meeting began is named so while it goes on, also where another holds their office since that day', async () => {
  const within = await opened(commune);
  const leaderOf = async () => {
    const { attendees, chairedBy } = await shown(commune, within);
    return { chairedBy, ...attendees.find(({ part }) => part === 'teamLeader') };
  };
  const { attendeeId = '' as Id, version: baseVersion = 0 } = await leaderOf();
  const said = { attendeeId, baseVersion, presence: 'present' as const, deputyName: null, note: null };
  await command(commune, officer(), (context) => recordAttendance({ ...within, ...said }, context));
  await leavesOffice(commune, PEOPLE.creditOfficer, HELD_ON);
  await giveOffice(commune, { role: 'creditOfficer', from: HELD_ON });
  expect(await leaderOf()).toMatchObject({
    ...{ fullName: PEOPLE.creditOfficer, leftOffice: `Đã thôi giữ chức vụ, nay: ${NEW_HEAD}` },
    chairedBy: PEOPLE.creditOfficer,
  });
});
