import { expect, it } from 'vitest';
import type { Id } from '../../../../kernel/ids.ts';
import { aboutChoices, chosenByKey, subjectOf } from './about-choices.ts';

const COMMUNE = 'commune' as Id;
const hit = { householdId: 'h' as Id, personId: 'p' as Id, fullName: 'Đinh Văn Sơn', birthYear: 1980 };
const seats = [
  { seat: 'groupLeader:0026000', title: 'Tổ trưởng tổ 0026000', holderName: 'Lý Đức Trung' },
  { seat: 'communePolice', title: 'Trưởng Công an xã', holderName: 'Lý Văn Hùng' },
];

it('[GV135] a few letters find households by their people and groups by number or leader, and no other office', () => {
  const hits = [{ ...hit, villageName: 'Ngọc Lãng' }];
  const found = aboutChoices(COMMUNE, { typed: 'ly', hits, seats });
  expect(found.map(({ words }) => words)).toEqual(['Hộ Đinh Văn Sơn (sinh 1980, Ngọc Lãng)', 'Tổ 0026000']);
  expect(found.map(({ subject }) => [subject.about, subject.householdId, subject.groupCode])).toEqual([
    ['household', 'h', null],
    ['group', null, '0026000'],
  ]);
});

it('[GV135] a key takes the only one found, and nothing while an answer of the letters before stands', () => {
  const hits = [{ ...hit, villageName: null }];
  const [only, ...others] = aboutChoices(COMMUNE, { typed: 'son', hits, seats });
  const answered = { data: {}, isStale: false };
  if (!only) throw new Error('nothing is found');
  expect(others).toEqual([]);
  expect(chosenByKey([only], [answered, answered])).toBe(only);
  expect(chosenByKey([only], [{ ...answered, isStale: true }, answered])).toBeUndefined();
  expect(chosenByKey([only], [answered, { data: undefined, isStale: false }])).toBeUndefined();
  expect(chosenByKey([only, only], [answered])).toBeUndefined();
  expect(chosenByKey([], [answered])).toBeUndefined();
});

it('[GV135] what was chosen goes with the difficulty; nothing chosen, it is a matter of the commune', () => {
  const hits = [{ ...hit, villageName: null }];
  const [about] = aboutChoices(COMMUNE, { typed: 'son', hits, seats });
  expect(subjectOf(COMMUNE, about)).toMatchObject({ about: 'household', householdId: 'h', personId: 'p' });
  expect(subjectOf(COMMUNE, null)).toMatchObject({ about: 'matter', householdId: null, groupCode: null });
});
