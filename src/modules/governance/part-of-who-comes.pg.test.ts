import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Id } from '../../kernel/ids.ts';
import { runMigration } from '../../platform/testing/run-migration.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addAttendee } from './add-attendee.ts';
import { recordAttendance } from './record-attendance.ts';
import { removeAttendee } from './remove-attendee.ts';
import { opened, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, type TestCommune } from './testing/given-commune.ts';
import { giveOffice, NEW_HEAD } from './testing/given-offices.ts';

const ALONE = new URL('./db/migrations/0496-part-of-an-office-counted-alone.sql', import.meta.url);
const OFFICER = 'creditOfficer';

let commune: TestCommune;
let within: TestBriefing;
beforeEach(async () => {
  commune = await givenCommune();
  within = await opened(commune);
  await giveOffice(commune, { role: OFFICER, from: '2026-11-01' });
}, 60_000);
afterEach(() => commune.database.close());

const asOfficer = <T>(does: Parameters<typeof command<T>>[2]) => command(commune, commune.as(OFFICER), does);
const officers = async () => (await shown(commune, within)).attendees.filter(({ seat }) => seat === OFFICER);
const rowOf = async (name: string) => {
  const row = (await officers()).find(({ fullName }) => fullName === name);
  if (!row) throw new Error(`${name} is not on the list`);
  return row;
};
/** The second officer comes, added as the form offers it. */
const nextComes = () =>
  asOfficer((context) =>
    addAttendee(
      {
        ...{ ...within, attendeeId: nextId(), fullName: NEW_HEAD, part: 'other' },
        ...{ seat: OFFICER, capacity: 'Cán bộ tín dụng' },
      },
      context,
    ),
  );
const leaderGoes = async () => {
  const { attendeeId, fullName } = await rowOf(PEOPLE.creditOfficer);
  await asOfficer((context) => removeAttendee({ ...within, attendeeId, fullName }, context));
};
const say = async (attendeeId: Id, presence: 'excused' | 'present', baseVersion = 1) =>
  asOfficer((context) =>
    recordAttendance({ ...within, attendeeId, presence, deputyName: null, note: null, baseVersion }, context),
  );
const leaderIsAway = async () => say((await rowOf(PEOPLE.creditOfficer)).attendeeId, 'excused');

it.each([
  ['taken off after', [nextComes, leaderGoes]],
  ['taken off before', [leaderGoes, nextComes]],
  ['excused after', [nextComes, leaderIsAway]],
  ['excused before', [leaderIsAway, nextComes]],
])(
  '[GV267] who comes in the stead of the officer who leads the team chairs, whatever was pressed first: %s',
  async (_, presses) => {
    for (const press of presses) await press();
    expect(await rowOf(NEW_HEAD)).toMatchObject({ part: 'teamLeader' });
    const { chairedBy, missingParts } = await shown(commune, within);
    expect([chairedBy, missingParts]).toEqual([NEW_HEAD, []]);
  },
);

it('[GV267] who was taken off as “khác” and comes back is in the part, where nobody else of the office is', async () => {
  const { attendeeId } = await rowOf(PEOPLE.creditOfficer);
  await commune.database.owner.query(`update governance.attendee set part = 'other' where id = $1`, [
    attendeeId,
  ]);
  await leaderGoes();
  await say(attendeeId, 'present');
  expect(await shown(commune, within)).toMatchObject({ chairedBy: PEOPLE.creditOfficer, missingParts: [] });
});

it('[GV268] who asked somebody is kept of who was taken off and comes back', async () => {
  const isAdded = async () => {
    const { rows } = await commune.database.owner.query<{ isAdded: boolean }>(
      `select is_added as "isAdded" from governance.attendee where briefing_id = $1 and seat = $2 order by position`,
      [within.briefingId, OFFICER],
    );
    return rows.map((row) => row.isAdded);
  };
  await nextComes();
  expect(await isAdded()).toEqual([false, true]);
  for (const name of [PEOPLE.creditOfficer, NEW_HEAD]) {
    const { attendeeId, fullName } = await rowOf(name);
    await asOfficer((context) => removeAttendee({ ...within, attendeeId, fullName }, context));
    await say(attendeeId, 'present');
  }
  expect(await isAdded()).toEqual([false, true]);
});

it('[GV258] a list from before: a place in another part than the office’s own keeps nobody out of it', async () => {
  await nextComes();
  const parts = async () => (await officers()).map(({ part }) => part);
  const setFirst = (part: string) =>
    commune.database.owner.query(
      `update governance.attendee set part = $1 where full_name = $2 and briefing_id = $3`,
      [part, PEOPLE.creditOfficer, within.briefingId],
    );
  const migrate = () => runMigration(commune.database.owner, ALONE);
  await migrate();
  expect(await parts()).toEqual(['teamLeader', 'other']);
  await setFirst('communeChair');
  const { revision } = await shown(commune, within);
  await migrate();
  expect(await parts()).toEqual(['communeChair', 'teamLeader']);
  expect((await shown(commune, within)).revision).toBe(revision + 1);
});
