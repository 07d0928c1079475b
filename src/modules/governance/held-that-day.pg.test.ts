import { afterEach, beforeEach, expect, it } from 'vitest';
import { enterGroupValue } from '../groups/enter-group-value.ts';
import { openBriefing } from './open-briefing.ts';
import { HELD_ON, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, type TestCommune } from './testing/given-commune.ts';
import { headLeaves, NEW_HEAD } from './testing/given-offices.ts';
import { minutesInWords, type Row, rowOfSeat, type Said, saidOfRow } from './testing/rows-of-list.ts';

const HEAD = 'associationHead:12';
const AFTERWARDS = '2026-11-25T02:00:00Z';

let commune: TestCommune;
beforeEach(async () => {
  commune = await givenCommune();
}, 60_000);
afterEach(() => commune.database.close());

const officer = () => commune.as('creditOfficer');
const rowOf = (within: TestBriefing, seat = HEAD) => rowOfSeat(commune, within, seat);
const say = (within: TestBriefing, row: Row, said: Said) =>
  saidOfRow(commune, within, { row, said, by: officer() });
const came = async (within: TestBriefing) => say(within, await rowOf(within), { placeOf: NEW_HEAD });

it('[GV178] [GV259] of a meeting that is written down afterwards it is who held the office on the day on which people met; what was noted stays', async () => {
  const within = await prepared(commune);
  await say(within, await rowOf(within), { presence: 'late', note: 'Đến 9 giờ sau họp huyện' });
  await headLeaves(commune, { on: HELD_ON });
  commune.clock.moveTo(AFTERWARDS);
  await command(commune, officer(), (context) => openBriefing({ ...within, metOn: HELD_ON }, context));
  expect(await rowOf(within)).toMatchObject({
    ...{ fullName: PEOPLE.associationHead, presence: 'absent', toldByName: null },
    note: 'Đến 9 giờ sau họp huyện; ngày họp không giữ chức vụ',
    leftOffice: `Ngày họp không giữ chức vụ, người giữ: ${NEW_HEAD}`,
    holdersToCome: [NEW_HEAD],
  });
  expect(await came(within)).toEqual({});
  expect(await minutesInWords(commune, within)).toContain(`(${NEW_HEAD})`);
});

it('[GV178] who led a group on an earlier day nobody knows: its row says nothing, and nobody is offered', async () => {
  const within = await prepared(commune);
  const { attendees } = await shown(commune, within);
  const seat = attendees.find(({ part }) => part === 'groupLeader')?.seat ?? '';
  const leader = await rowOf(within, seat);
  await command(commune, officer(), (context) => openBriefing(within, context));
  const { communeId } = commune;
  const newLeader = 'Trần Tổ Trưởng Mới';
  const value = { field: 'leader_name', value: newLeader } as const;
  await command(commune, officer(), (context) =>
    enterGroupValue({ communeId, groupCode: seat.split(':')[1] ?? '', ...value }, context),
  );
  expect(await rowOf(within, seat)).toMatchObject({ holdersToCome: [newLeader] });
  commune.clock.moveTo(AFTERWARDS);
  expect(await rowOf(within, seat)).toMatchObject({ leftOffice: null, holdersToCome: [] });
  expect(await say(within, leader, { placeOf: newLeader })).toMatchObject({ refused: 'placeOfOther' });
});

it('[GV178] who holds the office since that day alone did not come as its holder', async () => {
  const within = await prepared(commune);
  await headLeaves(commune, { on: '2026-11-24' });
  commune.clock.moveTo(AFTERWARDS);
  await command(commune, officer(), (context) => openBriefing({ ...within, metOn: HELD_ON }, context));
  expect(await rowOf(within)).toMatchObject({ leftOffice: null, holdersToCome: [] });
  expect(await came(within)).toMatchObject({ refused: 'placeOfOther' });
});
