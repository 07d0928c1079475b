import { afterAll, beforeAll, expect, test } from 'vitest';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { openBriefing } from './open-briefing.ts';
import { recordAttendance } from './record-attendance.ts';
import { prepared, shown } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, type TestCommune } from './testing/given-commune.ts';

const NEW = 'Người Mới (mẫu)';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

/** Somebody's office ends on the day before the meeting. */
const ends = (fullName: string) =>
  commune.database.owner.query(
    `update identity.assignment set valid_to = '2026-11-22'
     where user_id = (select id from identity.user_account where full_name = $1)`,
    [fullName],
  );

test('[GV136] who holds the offices is asked anew when the meeting begins; of whom something was said stays as it was said', async () => {
  const within = await prepared(commune);
  const officer = commune.as('creditOfficer');
  const before = (await shown(commune, within)).attendees;
  const rowOf = (attendees: typeof before, name: string) =>
    attendees.find(({ fullName }) => fullName === name);
  const chair = rowOf(before, PEOPLE.communeChair);
  if (chair === undefined) throw new Error('the chair is not asked');
  await ends(PEOPLE.associationHead);
  await ends(PEOPLE.communeChair);
  await ends(PEOPLE.communePolice);
  const userId = nextId();
  await commune.database.owner.query(
    `insert into identity.user_account (id, full_name, folded_name, login, folded_login, created_at)
     values ($1, $2, lower($2), 'moi', 'moi', '2024-01-01')`,
    [userId, NEW],
  );
  await commune.database.owner.query(
    `insert into identity.assignment (id, user_id, role, commune_id, association_code, valid_from)
     values ($1, $2, 'associationHead', $3, '12', '2026-11-23')`,
    [nextId(), userId, commune.communeId],
  );
  await command(commune, officer, (context) =>
    recordAttendance(
      {
        ...within,
        attendeeId: chair.attendeeId,
        presence: 'excused',
        deputyName: null,
        note: 'họp tỉnh',
        baseVersion: chair.version,
      },
      context,
    ),
  );
  await command(commune, officer, (context) => openBriefing(within, context));
  const { attendees } = await shown(commune, within);
  expect(attendees.map(({ attendeeId }) => attendeeId)).toEqual(before.map(({ attendeeId }) => attendeeId));
  expect(rowOf(attendees, PEOPLE.associationHead)).toBeUndefined();
  expect(rowOf(attendees, NEW)).toMatchObject({
    presence: 'present',
    note: `Giữ chức vụ thay ${PEOPLE.associationHead}`,
  });
  const police = attendees.find(({ part }) => part === 'communePolice');
  expect(police).toMatchObject({
    presence: 'absent',
    note: `${PEOPLE.communePolice} đã thôi giữ chức vụ, chưa có người giữ`,
  });
  expect(police?.fullName).not.toBe(PEOPLE.communePolice);
  expect(rowOf(attendees, PEOPLE.communeChair)).toMatchObject({ presence: 'excused', note: 'họp tỉnh' });
});
