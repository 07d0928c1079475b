import { expect, test } from 'vitest';
import { guestsToKeep } from './guests-to-keep.ts';
import type { Place } from './places.ts';
import type { SeatShown } from './seat.ts';

const place = (seat: string | null, fullName: string, rest: Partial<Place> = {}): Place => ({
  ...{ part: 'other', seat, fullName, isVacant: false, capacity: 'Khách mời' },
  ...rest,
});
const seat = (key: string, holderName: string | null, title = 'Công an xã'): SeatShown => ({
  ...{ seat: key, title, holderName },
});

const kept = (listed: readonly Place[], seats: readonly SeatShown[], asked: readonly Place[] = []) =>
  guestsToKeep(listed, { asked, seats }).map((one) => [one.seat, one.fullName, one.isVacant]);

test('[GV185] an office that was added goes to who holds it today, or stands by its title; one that is no more is not asked', () => {
  const listed = [place('communePolice', 'Cũ')];
  expect(kept(listed, [seat('communePolice', 'Mới')])).toEqual([['communePolice', 'Mới', false]]);
  expect(kept(listed, [seat('communePolice', null)])).toEqual([['communePolice', 'Công an xã', true]]);
  expect(kept(listed, [])).toEqual([]);
});

test('[GV185] whom today’s offices ask is asked once, of an office that several hold each has a place, and who left one has none', () => {
  const seats = [seat('creditOfficer', 'Hà'), seat('creditOfficer', 'Lan')];
  const listed = [
    place('creditOfficer', 'Hà', { part: 'teamLeader' }),
    place('creditOfficer', 'Lan'),
    place('creditOfficer', 'Minh'),
  ];
  expect(kept(listed, seats, [place('creditOfficer', 'Hà', { part: 'teamLeader' })])).toEqual([
    ['creditOfficer', 'Lan', false],
  ]);
});

test('[GV185] a guest is asked by name; who holds an office by now is asked under it, and once', () => {
  const listed = [place(null, 'Vũ Bình'), place(null, 'Đỗ Tâm', { capacity: 'Công an xã' })];
  const seats = [seat('communePolice', 'Đỗ Tâm')];
  expect(kept(listed, seats)).toEqual([
    [null, 'Vũ Bình', false],
    ['communePolice', 'Đỗ Tâm', false],
  ]);
  expect(kept(listed, seats, [place('communePolice', 'Đỗ Tâm')])).toEqual([[null, 'Vũ Bình', false]]);
});

test('[GV190] [GV211] a vacant office that stands under its title of before is asked once, by that of today', () => {
  const listed = [place('communePolice', 'Công an xã', { isVacant: true })];
  const seats = [seat('communePolice', null, 'Công an phường')];
  const asked = place('communePolice', 'Công an phường', { isVacant: true, part: 'communePolice' });
  expect(kept(listed, seats, [asked])).toEqual([]);
  expect(kept(listed, seats)).toEqual([['communePolice', 'Công an phường', true]]);
});

test('[GV185] who was added twice, as a guest and under an office, is asked once, by the name under which the office is held', () => {
  const listed = [place('communePolice', 'Cũ'), place(null, 'đỗ  tâm', { capacity: 'Công an xã' })];
  const seats = [seat('communePolice', 'Đỗ Tâm')];
  expect(kept(listed, seats)).toEqual([['communePolice', 'Đỗ Tâm', false]]);
  expect(kept(listed.slice(1), seats)).toEqual([['communePolice', 'Đỗ Tâm', false]]);
});

test('[GV185] an office of whom something was said goes to who holds it today all the same', () => {
  const told = { ...place('communePolice', 'Cũ'), toldByName: 'Hà' };
  expect(kept([told], [seat('communePolice', 'Mới')])).toEqual([['communePolice', 'Mới', false]]);
});

test('[GV185] a guest is asked once by name and capacity, whichever list they stand on twice', () => {
  const guest = place(null, 'Vũ Bình');
  const ofSchool = { ...guest, capacity: 'Trường tiểu học' };
  expect(kept([guest, { ...guest, fullName: 'VŨ BÌNH', part: 'villageHead' }], [])).toEqual([
    [null, 'Vũ Bình', false],
  ]);
  expect(kept([guest, ofSchool], [], [guest])).toEqual([[null, 'Vũ Bình', false]]);
  expect(kept([guest, ofSchool], [])).toHaveLength(2);
});
