import { expect, it } from 'vitest';
import type { Part, Presence } from './attendance.ts';
import { isPartAsked, partAsked, placesForOwnPart, seatOfGuest } from './guest-seat.ts';

const SEATS = [
  { seat: 'officeDirector', title: 'Giám đốc phòng giao dịch', holderName: 'Lê Văn Hoà' },
  { seat: 'associationHead:12', title: 'Hội Liên hiệp Phụ nữ', holderName: 'Trần Thị Mai' },
  { seat: 'groupLeader:0026000', title: 'Tổ trưởng tổ 0026000', holderName: 'Bùi Văn Vinh' },
  { seat: 'groupLeader:0026001', title: 'Tổ trưởng tổ 0026001', holderName: 'Bùi Văn Vinh' },
  { seat: 'communePolice', title: 'Công an xã', holderName: null },
];

it.each<[string, string, Part, string | undefined]>([
  ['Trần Thị Mai', 'Chủ tịch Hội', 'associationHead', 'associationHead:12'],
  ['trần thị  mai', 'Hội Liên hiệp phụ nữ', 'other', 'associationHead:12'],
  ['Lê Văn Hòa', 'Giám đốc phòng giao dịch', 'other', 'officeDirector'],
  ['Trần Thị Mai', 'Hiệu trưởng', 'other', undefined],
  ['Trần Thị Mài', 'Chủ tịch Hội', 'associationHead', undefined],
  ['Bùi Văn Vinh', 'Tổ trưởng', 'groupLeader', undefined],
  ['Bùi Văn Vinh', 'Tổ trưởng tổ 0026001', 'other', 'groupLeader:0026001'],
  ['Công an xã', 'Công an xã', 'communePolice', undefined],
])('[GV164] %s, %s, %s: %s', (fullName, capacity, part, seat) => {
  expect(seatOfGuest(SEATS, { fullName, capacity, part })?.seat).toBe(seat);
});

const OFFICER = 'creditOfficer';
const place = (seat: string | null, part: Part, presence: Presence = 'present') => ({
  ...{ seat, part, presence },
  isVacant: false,
});

it.each<[string, string | null, Part, readonly [string | null, Part][], Part]>([
  [
    'an office that nobody was asked in',
    'associationHead:12',
    'other',
    [['associationHead:11', 'associationHead']],
    'associationHead',
  ],
  [
    'one of which there is a place as “khác” only',
    'creditOfficer',
    'other',
    [['creditOfficer', 'other']],
    'teamLeader',
  ],
  ['a second officer', 'creditOfficer', 'other', [['creditOfficer', 'teamLeader']], 'other'],
  ['what was chosen', 'associationHead:12', 'communeChair', [], 'communeChair'],
  ['an office without a part of its own', 'officeDirector', 'other', [], 'other'],
  ['a guest', null, 'other', [], 'other'],
])('[GV258] %s is asked in its part: %s', (_, seat, part, places, asked) => {
  const there = places.map(([seat, part]) => place(seat, part));
  expect(partAsked({ seat, part }, there)).toBe(asked);
});

it.each<[string, readonly ReturnType<typeof place>[], readonly number[]]>([
  ['beside who leads the team nobody', [place(OFFICER, 'teamLeader'), place(OFFICER, 'other')], []],
  [
    'for who is excused the first of the others',
    [place(OFFICER, 'teamLeader', 'excused'), place(OFFICER, 'other'), place(OFFICER, 'other')],
    [1],
  ],
  [
    'nobody who is not to be there',
    [place(OFFICER, 'other', 'absent'), place(OFFICER, 'other', 'late'), place(null, 'other')],
    [1],
  ],
  ['nobody in place of a deputy', [place(OFFICER, 'teamLeader', 'deputy'), place(OFFICER, 'other')], []],
])('[GV267] into the office’s own part comes %s', (_, places, comes) => {
  expect(placesForOwnPart(places)).toEqual(comes.map((at) => places[at]));
});

it('[GV258] sent once more as “khác” who is asked in the office’s part is the same', () => {
  const ofHead = { seat: 'associationHead:12', part: 'associationHead' as const };
  expect(isPartAsked(ofHead, 'other')).toBe(true);
  expect(isPartAsked(ofHead, 'communeChair')).toBe(false);
  expect(isPartAsked({ ...ofHead, seat: null }, 'other')).toBe(false);
  expect(isPartAsked({ ...ofHead, part: 'other' }, 'associationHead')).toBe(false);
});
