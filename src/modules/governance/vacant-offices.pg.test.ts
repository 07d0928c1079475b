import { afterAll, beforeAll, expect, test } from 'vitest';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addAttendee } from './add-attendee.ts';
import { gatherPapers } from './papers/gather-papers.ts';
import { removeAttendee } from './remove-attendee.ts';
import { prepared, shown } from './testing/given-briefing.ts';
import { command, givenCommune, question, type TestCommune } from './testing/given-commune.ts';
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
