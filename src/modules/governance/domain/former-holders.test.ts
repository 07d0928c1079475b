import { expect, it } from 'vitest';
import { holdersOfMeeting } from './former-holders.ts';

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
