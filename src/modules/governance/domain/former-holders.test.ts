import { expect, it } from 'vitest';
import { holdersOfMeeting, withoutLater } from './former-holders.ts';

const CHAIR = { seat: 'communeChair', title: 'Chủ tịch UBND xã' };
const now = [{ ...CHAIR, holderName: 'Đặng Thị Hoa' }];
const listed = (fullName: string, isVacant = false) => ({ seat: CHAIR.seat, fullName, isVacant });

it('[GV273] who held an office when people met, or is on the list under it, is told once with who holds it now', () => {
  const former = { ...CHAIR, holderName: 'Lê Minh Toàn', holderNow: 'Đặng Thị Hoa' };
  const before = [{ ...CHAIR, holderName: 'Lê Minh Toàn' }];
  expect(holdersOfMeeting({ before, now, listed: [listed('lê minh toàn')] })).toEqual([former]);
  expect(holdersOfMeeting({ before: now, now, listed: [listed('Lê Minh Toàn')] })).toEqual([former]);
});

it('[GV273] nobody is told of an office held by the same, of a vacant place, or of an office that is no more', () => {
  const others = [listed(CHAIR.title, true), { seat: null, fullName: 'Ban giảm nghèo', isVacant: false }];
  expect(holdersOfMeeting({ before: now, now, listed: [listed('Đặng Thị Hoa'), ...others] })).toEqual([]);
  const gone = [{ seat: 'villageHead:01', title: 'Trưởng thôn Cũ', holderName: 'Lê Cũ' }];
  expect(holdersOfMeeting({ before: gone, now, listed: [] })).toEqual([]);
});

it('[GV260] of the offices of today those go that somebody holds only since; what stood vacant then is told as that', () => {
  const toan = { ...CHAIR, holderName: 'Lê Minh Toàn' };
  const nobody = { ...CHAIR, holderName: null };
  expect(withoutLater(now, [toan])).toEqual([]);
  expect(withoutLater([toan, ...now], [toan])).toEqual([toan]);
  expect(withoutLater([nobody], [toan])).toEqual([nobody]);
  const ofNewVillage = [{ seat: 'villageHead:09', title: 'Trưởng thôn Mới', holderName: 'Lê Mới' }];
  expect(withoutLater(ofNewVillage, [toan])).toEqual(ofNewVillage);
  expect(withoutLater(now, [nobody])).toEqual([]);
  const then = { ...nobody, holderNow: 'Đặng Thị Hoa' };
  expect(holdersOfMeeting({ before: [nobody, nobody], now, listed: [] })).toEqual([then]);
  expect(holdersOfMeeting({ before: [nobody], now: [nobody], listed: [] })).toEqual([]);
});
