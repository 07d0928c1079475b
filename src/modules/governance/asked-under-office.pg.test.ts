import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addAttendee } from './add-attendee.ts';
import { removeAttendee } from './remove-attendee.ts';
import { opened, prepared, shown } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, type TestCommune, tryCommand } from './testing/given-commune.ts';

const HEAD = 'associationHead:12';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

const officer = () => commune.as('creditOfficer');

it('[GV154] somebody is added under an office only if they hold it, a vacant one by its title', async () => {
  const within = await opened(commune);
  const guest = { ...within, part: 'other' as const, capacity: 'Hội viên' };
  const add = (fullName: string, seat: string | null, attendeeId = nextId()) =>
    tryCommand(commune, officer(), (context) =>
      addAttendee({ ...guest, fullName, seat, attendeeId }, context),
    );
  const title = 'Hội Liên hiệp Phụ nữ';
  expect(await add('Lý Thị Sen (mẫu)', HEAD)).toEqual({
    refused: 'seatNotHeld',
    data: { name: 'Lý Thị Sen (mẫu)', title, holder: PEOPLE.associationHead, on: 'hiện nay' },
  });
  expect(await add(title, HEAD)).toMatchObject({ refused: 'seatNotHeld' });
  expect(await add('Lý Thị Sen (mẫu)', 'associationHead:77')).toMatchObject({ refused: 'seatUnknown' });
  expect(await add(PEOPLE.associationHead.toUpperCase(), HEAD)).toEqual({
    refused: 'seatOnList',
    data: { name: PEOPLE.associationHead, capacity: title },
  });
  for (const { attendeeId, seat } of (await shown(commune, within)).attendees)
    if (seat === HEAD || seat === 'villageHead:54010102')
      await command(commune, officer(), (context) => removeAttendee({ ...within, attendeeId }, context));
  expect(await add(PEOPLE.associationHead.toUpperCase(), HEAD)).toEqual({});
  expect(await add('Lý Thị Sen (mẫu)', null)).toEqual({});
  expect(await add('Trưởng thôn Ngọc Phước 1', 'villageHead:54010102')).toEqual({});
  expect(await add('Trưởng thôn Ngọc Phước 1', 'villageHead:54010102')).toMatchObject({
    refused: 'seatOnList',
  });
  expect(await add('Trưởng thôn Ngọc Phước 1', null)).toEqual({});
});

it('[GV164] who is named as an office and holds it is asked under it, whatever the client knew; sent twice once', async () => {
  const within = await prepared(commune);
  const add = (person: { part: 'associationHead' | 'other'; capacity: string }, attendeeId = nextId()) =>
    tryCommand(commune, officer(), (context) =>
      addAttendee({ ...within, ...person, attendeeId, seat: null, fullName: 'TRẦN THỊ  MAI (mẫu)' }, context),
    );
  const asHead = { part: 'associationHead', capacity: 'Chủ tịch Hội' } as const;
  const [head, guest] = [nextId(), nextId()];
  const standing = (await shown(commune, within)).attendees.find(({ seat }) => seat === HEAD);
  const attendeeId = standing?.attendeeId ?? guest;
  await command(commune, officer(), (context) => removeAttendee({ ...within, attendeeId }, context));
  expect(await add(asHead, head)).toEqual({});
  expect(await add(asHead, head)).toEqual({});
  expect(await add({ part: 'other', capacity: 'Hiệu trưởng' }, guest)).toEqual({});
  const { attendees } = await shown(commune, within);
  const added = (id: string) => attendees.find(({ attendeeId }) => attendeeId === id);
  expect(added(head)).toMatchObject({ seat: HEAD, fullName: PEOPLE.associationHead });
  expect(added(guest)).toMatchObject({ seat: null, fullName: 'TRẦN THỊ  MAI (mẫu)' });
});

it('[GV258] taken off and added again as the form offers it, the officer leads the team and is asked once', async () => {
  const within = await opened(commune, day('2026-12-23'));
  const { attendees } = await shown(commune, within);
  const leader = attendees.find(({ part }) => part === 'teamLeader');
  if (!leader) throw new Error('nobody leads the team');
  await command(commune, officer(), (context) => removeAttendee({ ...within, ...leader }, context));
  const again = { ...leader, attendeeId: nextId(), part: 'other' as const };
  for (const _ of ['sent', 'sent once more'])
    expect(
      await tryCommand(commune, officer(), (context) => addAttendee({ ...within, ...again }, context)),
    ).toEqual({});
  const { chairedBy, ...after } = await shown(commune, within);
  expect(chairedBy).toEqual(leader.fullName);
  expect(after.attendees.filter(({ seat }) => seat === 'creditOfficer')).toMatchObject([
    { part: 'teamLeader' },
  ]);
});
