import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { runMigration } from '../../platform/testing/run-migration.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { printInvitations } from './print-invitations.ts';
import { recordAttendance } from './record-attendance.ts';
import { closed, opened, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, type TestCommune } from './testing/given-commune.ts';

const ONCE = new URL('./db/migrations/0432-offices-twice-on-a-list.sql', import.meta.url);
const IN_ITS_PART = new URL('./db/migrations/0475-part-of-an-office-added-by-hand.sql', import.meta.url);
const HEAD = 'associationHead:12';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

const officer = () => commune.as('creditOfficer');
const rowsOf = async (within: TestBriefing, seat: string) =>
  (await shown(commune, within)).attendees.filter((one) => one.seat === seat);

/** A place of the list stands there once more, behind all others, as it could once be added. @returns the ids of both */
async function twice(within: TestBriefing, seat: string, as: { fullName?: string } = {}): Promise<[Id, Id]> {
  const id = nextId();
  const [row] = await rowsOf(within, seat);
  if (!row) throw new Error('the office is not asked');
  await commune.database.owner.query(
    `insert into governance.attendee (commune_id, id, briefing_id, part, seat, full_name, is_vacant, capacity, presence, position)
     select commune_id, $1, briefing_id, part, seat, coalesce($2, full_name), is_vacant, capacity, 'present', 900
     from governance.attendee where id = $3`,
    [id, as.fullName ?? null, row.attendeeId],
  );
  return [row.attendeeId, id];
}

async function migrate(migration = ONCE): Promise<void> {
  await runMigration(commune.database.owner, migration);
}

it('[GV217] of an office that stands twice on a list from before one place is left, with what was recorded of it', async () => {
  const within = await prepared(commune, day('2026-11-23'));
  const [, printed] = await twice(within, HEAD, { fullName: 'TRẦN  THỊ MAI (mẫu)' });
  await command(commune, officer(), (context) =>
    printInvitations({ ...within, attendeeIds: [printed] }, context),
  );
  // From before a letter stood at all places of its person.
  await commune.database.owner.query('delete from governance.invitation where attendee_id <> $1', [printed]);
  const [first] = await twice(within, 'communePolice');
  const [chair, , third] = [
    ...(await twice(within, 'communeChair')),
    (await twice(within, 'communeChair'))[1],
  ];
  const { revision, attendees } = await shown(commune, within);
  await migrate();
  const after = await shown(commune, within);
  expect(after.revision).toBe(revision + 1);
  expect(after.attendees).toHaveLength(attendees.length - 4);
  const left = after.attendees.map(({ attendeeId }) => attendeeId);
  expect(left).toEqual(expect.arrayContaining([printed, first, chair]));
  expect(left).not.toContain(third);
});

it('[GV217] both stay where something was recorded of both, where they are two people’s, and once the meeting has ended', async () => {
  const within = await opened(commune, day('2026-12-23'));
  const said = await twice(within, HEAD);
  for (const attendeeId of said)
    await command(commune, officer(), (context) =>
      recordAttendance(
        {
          ...{ ...within, attendeeId, fullName: PEOPLE.associationHead, presence: 'late' },
          ...{ deputyName: null, note: null, baseVersion: 1 },
        },
        context,
      ),
    );
  const two = await twice(within, 'communePolice', { fullName: 'Phạm Văn Nam (mẫu)' });
  const ended = await closed(commune, day('2027-01-23'));
  const kept = await twice(ended, HEAD);
  await migrate();
  const idsOf = async (of: TestBriefing, seat: string) =>
    (await rowsOf(of, seat)).map(({ attendeeId }) => attendeeId);
  expect(await idsOf(within, HEAD)).toEqual(said);
  expect(await idsOf(within, 'communePolice')).toEqual(two);
  expect(await idsOf(ended, HEAD)).toEqual(kept);
});

it('[GV217] a vacant office that stands twice stands there once', async () => {
  const within = await prepared(commune, day('2027-02-23'));
  const vacant = (await shown(commune, within)).attendees.find(({ isVacant }) => isVacant);
  if (!vacant?.seat) throw new Error('no office is vacant');
  await twice(within, vacant.seat, { fullName: 'Gọi theo tên cũ' });
  await migrate();
  expect(await rowsOf(within, vacant.seat)).toMatchObject([{ attendeeId: vacant.attendeeId }]);
});

it('[GV258] the place that is left of who leads the team, added by hand as “khác”, is in the part again', async () => {
  const within = await opened(commune, day('2027-02-23'));
  const ended = await closed(commune, day('2027-03-23'));
  const { owner } = commune.database;
  await owner.query(
    `update governance.attendee set part = 'other' where briefing_id = any ($1::uuid[]) and seat in ('creditOfficer', $2)`,
    [[within.briefingId, ended.briefingId], HEAD],
  );
  const before = await shown(commune, within);
  expect(before.missingParts).toContain('teamLeader');
  const partsOf = async (one: TestBriefing) =>
    [...(await rowsOf(one, 'creditOfficer')), ...(await rowsOf(one, HEAD))].map(({ part }) => part);
  await migrate(IN_ITS_PART);
  expect(await partsOf(within)).toEqual(['teamLeader', 'associationHead']);
  expect(await partsOf(ended)).toEqual(['other', 'other']);
  const after = await shown(commune, within);
  expect(after.revision).toBe(before.revision + 1);
  expect(after.missingParts).not.toContain('teamLeader');
  const [, second] = await twice(within, 'creditOfficer', { fullName: 'Người Khác (mẫu)' });
  await owner.query(`update governance.attendee set part = 'other' where id = $1`, [second]);
  await migrate(IN_ITS_PART);
  expect(await partsOf(within)).toEqual(['teamLeader', 'other', 'associationHead']);
});
