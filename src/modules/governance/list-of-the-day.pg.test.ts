import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addConclusion } from './add-conclusion.ts';
import { closeBriefing } from './close-briefing.ts';
import { listSeats } from './list-seats.ts';
import { openBriefing } from './open-briefing.ts';
import { gatherPapers } from './papers/gather-papers.ts';
import { writePapers } from './papers/write-papers.ts';
import { prepareBriefing } from './prepare-briefing.ts';
import { recordAttendance } from './record-attendance.ts';
import {
  CONCLUSION,
  HELD_ON,
  pointOf,
  prepared,
  shown,
  type TestBriefing,
} from './testing/given-briefing.ts';
import {
  command,
  givenCommune,
  PEOPLE,
  question,
  type TestCommune,
  tryCommand,
} from './testing/given-commune.ts';
import { giveOffice, leavesOffice, NEW_HEAD } from './testing/given-offices.ts';

const CHAIR = 'communeChair';
const AFTERWARDS = '2026-12-10T02:00:00Z';

let commune: TestCommune;
beforeEach(async () => {
  commune = await givenCommune();
}, 60_000);
afterEach(() => commune.database.close());

const officer = () => commune.as('creditOfficer');

/** The chair leaves on a day, and from it on another is, or from a later one. */
async function chairLeaves(on: string, nextFrom = on): Promise<void> {
  await leavesOffice(commune, PEOPLE.communeChair, on);
  await giveOffice(commune, { role: CHAIR, from: nextFrom });
}

/** The briefing of November, prepared at another time: in December. */
async function preparedAfterwards(at = AFTERWARDS): Promise<TestBriefing> {
  const { communeId } = commune;
  const pointCode = await pointOf(commune);
  commune.clock.moveTo(at);
  const { briefingId } = await command(commune, officer(), (context) =>
    prepareBriefing({ communeId, pointCode, heldOn: HELD_ON }, context),
  );
  return { communeId, briefingId };
}

const begin = (within: TestBriefing) =>
  command(commune, officer(), (context) => openBriefing({ ...within, metOn: HELD_ON }, context));

const chairRow = async (within: TestBriefing) => {
  const rows = (await shown(commune, within)).attendees.filter(({ part }) => part === CHAIR);
  expect(rows).toHaveLength(1);
  const [row] = rows;
  if (!row) throw new Error('no chair is asked');
  return row;
};

const papersOf = (within: TestBriefing) =>
  question(commune, officer(), async (context) => {
    const sources = await gatherPapers(context, within);
    if (isRefusal(sources)) throw new Error(sources.refused);
    const words = (kind: Parameters<typeof writePapers>[1]) =>
      JSON.stringify(writePapers(sources, kind, 'each'));
    return [words('invitation'), words('minutes'), words('conclusions')];
  });

it('[GV260] a meeting prepared after its day asks who held the offices then, on page and papers, also once it has begun', async () => {
  await chairLeaves('2026-11-28');
  const within = await preparedAfterwards();
  const asked = { fullName: PEOPLE.communeChair, note: null, leftOffice: null };
  expect(await chairRow(within)).toMatchObject(asked);
  await begin(within);
  expect(await chairRow(within)).toMatchObject({ ...asked, presence: 'present' });
  for (const paper of await papersOf(within)) expect(paper).not.toContain(NEW_HEAD);
});

it('[GV260] a row that names who has the office only since goes to who held it on the day, in nobody’s place; where nobody did, to the office', async () => {
  const within = await preparedAfterwards();
  const { attendeeId } = await chairRow(within);
  const names = (fullName: string) =>
    commune.database.owner.query('update governance.attendee set full_name = $2 where id = $1', [
      attendeeId,
      fullName,
    ]);
  await chairLeaves('2026-11-20', '2026-12-01');
  await names(NEW_HEAD);
  expect(await chairRow(within)).toMatchObject({ isVacant: true, note: null });
  await begin(within);
  expect(await chairRow(within)).toMatchObject({ isVacant: true, note: null, leftOffice: null });
});

it('[GV260] who was on the list before the day and had left by then is named as whose place it is', async () => {
  const within = await preparedAfterwards('2026-11-16T02:00:00Z');
  await chairLeaves(HELD_ON);
  commune.clock.moveTo(AFTERWARDS);
  await begin(within);
  expect(await chairRow(within)).toMatchObject({
    ...{ fullName: NEW_HEAD, presence: 'present', leftOffice: null },
    note: `Giữ chức vụ thay ${PEOPLE.communeChair}`,
  });
});

it('[GV260] who left after the day stays, and whose presence was told stays as it was', async () => {
  const within = await prepared(commune);
  const { attendeeId, version } = await chairRow(within);
  await chairLeaves('2026-11-28');
  commune.clock.moveTo(AFTERWARDS);
  const told = { presence: 'late', deputyName: null, note: 'đến 9 giờ' } as const;
  await command(commune, officer(), (context) =>
    recordAttendance({ ...within, attendeeId, ...told, baseVersion: version }, context),
  );
  await begin(within);
  expect(await chairRow(within)).toMatchObject({ fullName: PEOPLE.communeChair, ...told });
});

it('[GV260] who is on the list and did not hold the office on the day is given nothing under it', async () => {
  const within = await preparedAfterwards('2026-11-16T02:00:00Z');
  const { attendeeId, version } = await chairRow(within);
  const told = { presence: 'late', deputyName: null, note: null } as const;
  await command(commune, officer(), (context) =>
    recordAttendance({ ...within, attendeeId, ...told, baseVersion: version }, context),
  );
  await chairLeaves(HELD_ON);
  commune.clock.moveTo(AFTERWARDS);
  await begin(within);
  expect(await chairRow(within)).toMatchObject({ fullName: PEOPLE.communeChair, presence: 'absent' });
  const { seats } = await question(commune, officer(), (context) => listSeats(within, context));
  expect(seats.filter(({ seat }) => seat === CHAIR)).toMatchObject([{ holderName: NEW_HEAD }]);
});

it('[GV260] what such a meeting gives is offered to, taken by and closed with nobody who holds the office only since', async () => {
  await chairLeaves('2026-11-20', '2026-12-01');
  const within = await preparedAfterwards();
  await begin(within);
  const { seats } = await question(commune, officer(), (context) => listSeats(within, context));
  const [office, ...others] = seats.filter(({ seat }) => seat === CHAIR);
  expect([office, others]).toMatchObject([{ holderName: null, holderNow: NEW_HEAD }, []]);
  const title = office?.title ?? '';
  const give = (ownerName: string) =>
    tryCommand(commune, officer(), (context) =>
      addConclusion(
        {
          ...{ ...within, ...CONCLUSION, ownerSeat: CHAIR, ownerName },
          ...{ dueOn: day('2026-12-20'), conclusionId: nextId() },
        },
        context,
      ),
    );
  const since = {
    refused: 'ownerSince',
    data: { name: NEW_HEAD, title, metOn: '23/11/2026', holder: 'chưa có người giữ' },
  };
  expect(await give(`${NEW_HEAD}, ${title}`)).toEqual(since);
  expect(await give(title)).toEqual({ version: 1 });
  const close = () =>
    tryCommand(commune, officer(), (context) =>
      closeBriefing({ ...within, withoutConclusions: false }, context),
    );
  await commune.database.owner.query('update governance.conclusion set owner_name = $1', [
    `${NEW_HEAD}, ${title}`,
  ]);
  expect(await close()).toEqual(since);
  await commune.database.owner.query('update governance.conclusion set owner_name = $1', [title]);
  expect(await close()).toMatchObject({ minutesNumber: 1 });
});
