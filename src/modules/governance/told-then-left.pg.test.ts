import { afterEach, beforeEach, expect, it } from 'vitest';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addAttendee } from './add-attendee.ts';
import { givePlace } from './give-place.ts';
import { openBriefing } from './open-briefing.ts';
import { recordAttendance } from './record-attendance.ts';
import { removeAttendee } from './remove-attendee.ts';
import { HELD_ON, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, type TestCommune, tryCommand } from './testing/given-commune.ts';
import { inviting } from './testing/given-mail.ts';
import { headLeaves, NEW_HEAD } from './testing/given-offices.ts';

const HEAD = 'associationHead:12';
const TITLE = 'Hội Liên hiệp Phụ nữ';
const LEFT_ON = '2026-11-18';

let commune: TestCommune;
let within: TestBriefing;
let desk: ReturnType<typeof inviting>;
let attendeeId: Awaited<ReturnType<typeof desk.person>>['attendeeId'];
beforeEach(async () => {
  commune = await givenCommune();
  within = await prepared(commune);
  commune.clock.moveTo(`${LEFT_ON}T02:00:00Z`);
  desk = inviting(commune, within);
  ({ attendeeId } = await desk.person(PEOPLE.associationHead));
}, 60_000);
afterEach(() => commune.database.close());

const officer = () => commune.as('creditOfficer');
const tellAway = () => tell('excused');
const tell = (presence: 'excused' | 'late') =>
  command(commune, officer(), (context) =>
    recordAttendance(
      {
        ...{ ...within, attendeeId, fullName: PEOPLE.associationHead, presence },
        ...{ deputyName: null, note: 'Báo trước', baseVersion: 1 },
      },
      context,
    ),
  );
const begin = async () => {
  commune.clock.moveTo(`${HELD_ON}T01:00:00Z`);
  await command(commune, officer(), (context) => openBriefing(within, context));
};
const partOfHead = async () =>
  (await shown(commune, within)).parts.find(({ part }) => part === 'associationHead');
const rows = async () => (await shown(commune, within)).attendees.filter(({ seat }) => seat === HEAD);
const give = () =>
  command(commune, officer(), (context) =>
    givePlace({ ...within, attendeeId, fullName: PEOPLE.associationHead }, context),
  );

it('[GV210] who was told of ahead and leaves stays with that word, is not invited, and holds the place of nobody else', async () => {
  await tellAway();
  await headLeaves(commune, { on: LEFT_ON });
  expect(await rows()).toMatchObject([
    {
      ...{ fullName: PEOPLE.associationHead, presence: 'excused', note: 'Báo trước' },
      leftOffice: `Đã thôi giữ chức vụ, nay: ${NEW_HEAD}`,
    },
  ]);
  await desk.print([attendeeId]);
  const recipient = (await desk.list()).recipients.find((one) => one.attendeeId === attendeeId);
  expect(recipient).toMatchObject({ invitation: null });
  const added = await tryCommand(commune, officer(), (context) =>
    addAttendee(
      {
        ...{ ...within, part: 'associationHead', capacity: TITLE, seat: null, fullName: NEW_HEAD },
        attendeeId: nextId(),
      },
      context,
    ),
  );
  expect(added).toMatchObject({ refused: 'seatOnList', data: { name: PEOPLE.associationHead } });
});

it('[GV210] their place is given to who holds the office now, of whom nothing was said', async () => {
  await tellAway();
  await headLeaves(commune, { on: LEFT_ON });
  expect(await give()).toEqual({ reached: [] });
  expect(await rows()).toMatchObject([
    { fullName: NEW_HEAD, presence: 'present', toldByName: null, leftOffice: null },
  ]);
  // [GV268] Whom the office asked is as before.
  const { rows: asked } = await commune.database.owner.query(
    'select is_added from governance.attendee where seat = $1',
    [HEAD],
  );
  expect(asked).toEqual([{ is_added: false }]);
});

it('[GV174] once the meeting has begun nobody is told whom an invitation of who is taken off reached: they are there or away', async () => {
  await desk.print([attendeeId]);
  const remove = () =>
    command(commune, officer(), (context) =>
      removeAttendee({ ...within, attendeeId, fullName: PEOPLE.associationHead }, context),
    );
  expect(await remove()).toEqual({ reached: [PEOPLE.associationHead] });
  await begin();
  expect(await remove()).toEqual({ reached: [] });
});

it('[GV184] who was said to come late and leaves before the meeting counts as there neither before nor in it', async () => {
  await tell('late');
  const before = (await partOfHead())?.there ?? 0;
  await headLeaves(commune, { on: LEFT_ON });
  expect(await rows()).toMatchObject([{ fullName: PEOPLE.associationHead, presence: 'late' }]);
  expect(await partOfHead()).toMatchObject({ there: before - 1 });
  await begin();
  expect(await partOfHead()).toMatchObject({ there: before - 1 });
  expect(await rows()).toMatchObject([
    {
      fullName: PEOPLE.associationHead,
      presence: 'absent',
      // [GV259] What was noted stays, and nobody has said that they are absent.
      note: 'Báo trước; đã thôi giữ chức vụ',
      toldByName: null,
      leftOffice: `Đã thôi giữ chức vụ, nay: ${NEW_HEAD}`,
    },
  ]);
});

it.each([true, false])(
  '[GV261] who was invited and has left is counted on only where another holds the office: vacant %s',
  async (isVacant) => {
    await desk.print([attendeeId]);
    const before = (await partOfHead())?.there ?? 0;
    await headLeaves(commune, { on: LEFT_ON, isVacant });
    expect(await rows()).toMatchObject([{ fullName: PEOPLE.associationHead, presence: 'present' }]);
    const there = isVacant ? before - 1 : before;
    expect(await partOfHead()).toMatchObject({ there });
    await begin();
    expect(await partOfHead()).toMatchObject({ there });
  },
);

it('[GV184] [GV201] who leaves while the meeting is held counts as there, as it was said', async () => {
  await tell('late');
  const before = (await partOfHead())?.there;
  await begin();
  await headLeaves(commune, { on: HELD_ON });
  expect(await rows()).toMatchObject([
    { presence: 'late', leftOffice: `Đã thôi giữ chức vụ, nay: ${NEW_HEAD}` },
  ]);
  expect(await partOfHead()).toMatchObject({ there: before });
});
