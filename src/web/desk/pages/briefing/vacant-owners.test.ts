import { expect, it } from 'vitest';
import { givenToVacant, isVacant } from './vacant-owners.ts';

const SEATS = [
  { seat: 'associationHead:11', title: 'Hội Nông dân', holderName: null },
  { seat: 'associationHead:12', title: 'Hội Liên hiệp Phụ nữ', holderName: 'Trần Thị Mai' },
];
const TO_FARMERS = { ownerSeat: 'associationHead:11', ownerName: 'Hội Nông dân', ownerNow: null };
// It fell vacant in the meeting: another sentence tells of that.
const SINCE = { ...TO_FARMERS, ownerName: 'Lê Cũ, Hội Nông dân', ownerNow: 'chưa có người giữ' };
const TO_WOMEN = { ownerSeat: 'associationHead:12', ownerName: 'Trần Thị Mai', ownerNow: null };

it('[GV250] tells an office that nobody holds from one with a holder, and from a body without an office', () => {
  expect(isVacant(SEATS, TO_FARMERS)).toBe(true);
  expect(isVacant(SEATS, TO_WOMEN)).toBe(false);
  expect(isVacant(SEATS, { ownerSeat: null })).toBe(false);
  // [GV273] Who held it when people met does not hold it.
  const former = {
    seat: TO_FARMERS.ownerSeat,
    title: 'Hội Nông dân',
    holderName: 'Lê Cũ',
    holderNow: 'chưa có người giữ',
  };
  expect(isVacant([former, ...SEATS], TO_FARMERS)).toBe(true);
  // [GV151] Nobody holds one that the commune has no more; offices that are not there yet say nothing.
  expect(isVacant(SEATS, { ownerSeat: 'associationHead:13' })).toBe(true);
  expect(isVacant([], TO_FARMERS)).toBe(false);
});

it('[GV250] closing names each once to which something was given while nobody held it, whatever it was', () => {
  const given = {
    state: 'given' as const,
    givenSeat: 'associationHead:11',
    givenName: 'Hội Nông dân',
    givenNow: null,
  };
  expect(
    givenToVacant(
      {
        conclusions: [TO_FARMERS, TO_FARMERS, TO_WOMEN, SINCE],
        difficulties: [
          given,
          { ...given, state: 'answered' as const, givenName: 'Hội khác' },
          { ...given, givenName: 'Lê Cũ, Hội Nông dân', givenNow: 'chưa có người giữ' },
        ],
      },
      SEATS,
    ),
  ).toEqual([
    'Kết luận giao Hội Nông dân: chưa có người giữ chức vụ, ai giữ chức vụ sau này thì nhận việc.',
    'Khó khăn giao Hội Nông dân: chưa có người giữ chức vụ, ai giữ chức vụ sau này thì nhận việc.',
  ]);
});
