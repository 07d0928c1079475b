import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addAttendee } from './add-attendee.ts';
import { openBriefing } from './open-briefing.ts';
import { gatherPapers } from './papers/gather-papers.ts';
import { writePapers } from './papers/write-papers.ts';
import { recordAttendance } from './record-attendance.ts';
import { removeAttendee } from './remove-attendee.ts';
import { opened, prepared, shown } from './testing/given-briefing.ts';
import {
  command,
  givenCommune,
  PEOPLE,
  question,
  type TestCommune,
  tryCommand,
} from './testing/given-commune.ts';
import { giveOffice, NEW_HEAD } from './testing/given-offices.ts';

const TITLE = 'Trưởng thôn Ngọc Phước 1';
const SEAT = 'villageHead:54010102';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

test('[GV158] [GV172] a vacant office is one by its row, whatever it is called, and a guest of its name is a person; minutes name the one', async () => {
  const within = await prepared(commune);
  const officer = commune.as('creditOfficer');
  const rows = async () =>
    (await shown(commune, within)).attendees.filter(
      ({ fullName, seat }) => fullName === TITLE || seat === SEAT,
    );
  const asked = await rows();
  for (const { attendeeId } of asked)
    await command(commune, officer, (context) => removeAttendee({ ...within, attendeeId }, context));
  const add = (seat: string | null, capacity: string) =>
    command(commune, officer, (context) =>
      addAttendee(
        { ...within, attendeeId: nextId(), part: 'villageHead', seat, fullName: TITLE, capacity },
        context,
      ),
    );
  await add(SEAT, 'Thôn Ngọc Phước 1');
  await add(null, TITLE);
  expect(await rows()).toMatchObject([
    { seat: SEAT, fullName: TITLE, isVacant: true },
    { seat: null, fullName: TITLE, isVacant: false },
  ]);
  const vacantInMinutes = async () => {
    const sources = await question(commune, officer, (context) => gatherPapers(context, within));
    return sources.minutes.vacant?.filter((name) => name === TITLE);
  };
  // Once: the guest of that name is there.
  expect(await vacantInMinutes(), '[GV172]').toEqual([TITLE]);
  await giveOffice(commune, { role: 'villageHead', villageCode: '54010102', from: '2026-11-01' });
  expect(await rows()).toMatchObject([
    { seat: SEAT, fullName: NEW_HEAD, isVacant: false, note: null },
    { seat: null, fullName: TITLE, isVacant: false },
  ]);
  expect(await vacantInMinutes(), '[GV172]').not.toContain(TITLE);
});

test('[GV119] [GV154] [GV158] a vacant office has one place on the list, and comes back as vacant where it was taken off', async () => {
  const within = await opened(commune, day('2026-12-23'));
  const officer = commune.as('creditOfficer');
  const vacant = (await shown(commune, within)).attendees.find(
    (one) => one.isVacant && one.part === 'villageHead',
  );
  if (!vacant) throw new Error('every office is held');
  const { attendeeId, seat, part, fullName, capacity, version } = vacant;
  const again = { ...within, attendeeId: nextId(), part, seat, fullName: 'Trưởng thôn', capacity };
  // By its title or as every such office is called: it has its place already [GV154].
  expect(await tryCommand(commune, officer, (context) => addAttendee(again, context))).toMatchObject({
    refused: 'seatOnList',
    data: { name: fullName },
  });
  await command(commune, officer, (context) => removeAttendee({ ...within, attendeeId }, context));
  const said = { presence: 'deputy', deputyName: 'Lê Thúy', note: null, baseVersion: version } as const;
  await command(commune, officer, (context) => recordAttendance({ ...within, attendeeId, ...said }, context));
  const back = (await shown(commune, within)).attendees.find((one) => one.attendeeId === attendeeId);
  expect(back).toMatchObject({ fullName, isVacant: true, presence: 'deputy', deputyName: 'Lê Thúy' });
});

test('[GV158] [GV172] [GV4] an office that fell vacant since the list was made and one that was vacant then are told in one way: list, counts, missing parts, minutes', async () => {
  const others = await givenCommune();
  try {
    const officer = others.as('creditOfficer');
    const within = await prepared(others);
    const before = (await shown(others, within)).attendees;
    const fallen = before.filter(({ part }) => part === 'communePolice' || part === 'teamLeader');
    expect(fallen.map(({ isVacant }) => isVacant)).toEqual([false, false]);
    // The same office, vacant when the list was made: what its row says is what the others have to say.
    const vacantThen = before.find(({ isVacant, part }) => isVacant && part === 'villageHead');
    await others.database.owner.query(
      `update identity.assignment set valid_to = '2026-11-22'
       where user_id in (select id from identity.user_account where full_name = any ($1))`,
      [[PEOPLE.communePolice, PEOPLE.creditOfficer]],
    );
    await command(others, officer, (context) => openBriefing(within, context));
    const { attendees, parts, missingParts, chairedBy } = await shown(others, within);
    const rows = attendees.filter(({ attendeeId }) =>
      [...fallen, vacantThen].some((one) => one?.attendeeId === attendeeId),
    );
    expect(rows.map(({ isVacant, presence }) => [isVacant, presence])).toEqual(
      Array(3).fill([true, 'present']),
    );
    const countOf = (part: string) => parts.find((one) => one.part === part);
    expect(countOf('communePolice')).toMatchObject({ asked: 1, there: 0, excused: 0 });
    expect(countOf('teamLeader')).toMatchObject({ asked: 1, there: 0 });
    expect([missingParts, chairedBy]).toEqual([expect.arrayContaining(['teamLeader']), null]);
    const sources = await question(others, officer, (context) => gatherPapers(context, within));
    expect(sources.minutes.vacant).toEqual(expect.arrayContaining(rows.map(({ fullName }) => fullName)));
    const [minutes] = writePapers(sources, 'minutes', 'list');
    const text = JSON.stringify(minutes);
    expect(text).toContain('Chức vụ chưa có người giữ');
    expect(text).not.toContain('Vắng');
  } finally {
    await others.database.close();
  }
});
