import { afterAll, beforeAll, expect, test } from 'vitest';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { listInvitations } from './list-invitations.ts';
import { openBriefing } from './open-briefing.ts';
import { printInvitations } from './print-invitations.ts';
import { recordAttendance } from './record-attendance.ts';
import { prepared, shown } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, question, type TestCommune } from './testing/given-commune.ts';
import { giveOffice, leavesOffice, NEW_HEAD } from './testing/given-offices.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

/** Somebody's office ends on the day before the meeting. */
const ends = (fullName: string) => leavesOffice(commune, fullName, '2026-11-23');

test('[GV136] who holds the offices is asked anew when the meeting begins; of whom something was said stays as it was said', async () => {
  const within = await prepared(commune);
  const officer = commune.as('creditOfficer');
  const before = (await shown(commune, within)).attendees;
  const rowOf = (attendees: typeof before, name: string) =>
    attendees.find(({ fullName }) => fullName === name);
  const chair = rowOf(before, PEOPLE.communeChair);
  if (chair === undefined) throw new Error('the chair is not asked');
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
  await ends(PEOPLE.associationHead);
  await ends(PEOPLE.communeChair);
  await ends(PEOPLE.communePolice);
  await giveOffice(commune, { role: 'associationHead', associationCode: '12', from: '2026-11-23' });
  await command(commune, officer, (context) => openBriefing(within, context));
  const { attendees } = await shown(commune, within);
  expect(attendees.map(({ attendeeId }) => attendeeId)).toEqual(before.map(({ attendeeId }) => attendeeId));
  expect(rowOf(attendees, PEOPLE.associationHead)).toBeUndefined();
  expect(rowOf(attendees, NEW_HEAD)).toMatchObject({
    presence: 'present',
    note: `Giữ chức vụ thay ${PEOPLE.associationHead}`,
  });
  const police = attendees.find(({ part }) => part === 'communePolice');
  expect(police).toMatchObject({
    ...{ isVacant: true, presence: 'present' },
    note: `${PEOPLE.communePolice} đã thôi giữ chức vụ`,
  });
  expect(police?.fullName).not.toBe(PEOPLE.communePolice);
  expect(rowOf(attendees, PEOPLE.communeChair)).toMatchObject({ presence: 'excused', note: 'họp tỉnh' });
});

test('[GV143] while it is prepared the list follows the offices of today; whoever was invited before stays and is said to have left', async () => {
  const others = await givenCommune();
  try {
    const within = await prepared(others);
    const officer = others.as('creditOfficer');
    const before = (await shown(others, within)).attendees;
    const idOf = (name: string) => before.find(({ fullName }) => fullName === name)?.attendeeId ?? nextId();
    const head = idOf(PEOPLE.associationHead);
    const police = idOf(PEOPLE.communePolice);
    const print = (attendeeIds: readonly (typeof head)[]) =>
      command(others, officer, (context) =>
        printInvitations({ ...within, attendeeIds: [...attendeeIds] }, context),
      );
    await print([police]);
    await others.database.owner.query(
      `update identity.assignment set valid_to = '2026-11-01'
       where user_id in (select id from identity.user_account where full_name = any ($1))`,
      [[PEOPLE.associationHead, PEOPLE.communePolice]],
    );
    await giveOffice(others, { role: 'associationHead', associationCode: '12', from: '2026-11-01' });
    const rowOf = async (attendeeId: typeof head) =>
      (await shown(others, within)).attendees.find((one) => one.attendeeId === attendeeId);
    const renewed = {
      fullName: NEW_HEAD,
      note: `Giữ chức vụ thay ${PEOPLE.associationHead}`,
      leftOffice: null,
    };
    expect(await rowOf(head)).toMatchObject(renewed);
    expect(await rowOf(police)).toMatchObject({
      fullName: PEOPLE.communePolice,
      leftOffice: 'Đã thôi giữ chức vụ, chưa có người giữ',
    });
    await print([head]);
    expect(await rowOf(head)).toMatchObject(renewed);
    const { recipients } = await question(others, officer, (context) =>
      listInvitations({ hasMail: false })(within, context),
    );
    expect(recipients.find(({ attendeeId }) => attendeeId === head)).toMatchObject({
      ...renewed,
      invitation: { state: 'printed' },
    });
  } finally {
    await others.database.close();
  }
});
