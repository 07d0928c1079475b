import { describe, expect, test } from 'vitest';
import {
  isOneSlip,
  isOutside,
  nearestSeat,
  ownerTyped,
  type SeatOption,
  seatsMatching,
} from './seats-typed.ts';

const seat = (key: string, holderName: string | null, title: string) =>
  ({ seat: key, holderName, title }) as unknown as SeatOption;
const SEATS = [
  seat('communeChair', 'Lê Minh Toàn', 'Chủ tịch UBND xã'),
  seat('associationHead:12', 'Trần Thị Mai', 'Hội Liên hiệp Phụ nữ'),
  seat('villageHead:01', null, 'Trưởng thôn Ngọc Phước 1'),
];

describe('[GV106] an owner who is typed', () => {
  test('is found by the beginnings of words, in any order and without marks', () => {
    expect(seatsMatching(SEATS, 'mai phu').map((one) => one.seat)).toEqual(['associationHead:12']);
    expect(seatsMatching(SEATS, 'tran thi mia')).toEqual([]);
    expect(seatsMatching(SEATS, ' ')).toEqual([]);
  });

  test('with one slip is offered the office that was meant, with two nobody', () => {
    expect(nearestSeat(SEATS, 'tran thi mia')?.seat).toBe('associationHead:12');
    expect(nearestSeat(SEATS, 'Lê Minh Toàm')?.seat).toBe('communeChair');
    expect(nearestSeat(SEATS, 'truong thn ngoc phuoc 1')?.seat).toBe('villageHead:01');
    expect(nearestSeat(SEATS, 'trna thi mia')).toBeUndefined();
    expect(nearestSeat(SEATS, 'người không có')).toBeUndefined();
    expect(nearestSeat(SEATS, 'ban giảm nghèo')).toBeUndefined();
  });

  test('[GV255] of a meeting of an earlier day is asked whether the office is meant that they hold since', () => {
    const [chair] = SEATS;
    const then = [{ ...chair, holderNow: 'Đặng Thị Hoa; Lê Văn Hai' } as SeatOption, ...SEATS.slice(1)];
    expect(nearestSeat(then, 'dang thi hoa')?.seat).toBe('communeChair');
    expect(nearestSeat(then, 'Lê Văn Hai')?.seat).toBe('communeChair');
    expect(nearestSeat(then, 'Đặng Hoa')).toBeUndefined();
    expect(nearestSeat(SEATS, 'dang thi hoa')).toBeUndefined();
  });

  test('[GV138] is known again by the words that it left, and stays as typed where no office has them', () => {
    const label = 'Trần Thị Mai, Hội Liên hiệp Phụ nữ';
    expect(ownerTyped(SEATS, label)).toEqual({ ownerSeat: 'associationHead:12', ownerName: label });
    expect(ownerTyped(SEATS, 'tran thi mai')).toEqual({ ownerSeat: null, ownerName: 'tran thi mai' });
    expect(ownerTyped(SEATS, '')).toEqual({ ownerSeat: null, ownerName: null });
  });

  test.each([
    ['mia', 'mai', true],
    ['mi', 'mai', true],
    ['maii', 'mai', true],
    ['mui', 'mai', true],
    ['mai', 'mai', false],
    ['iam', 'mai', false],
    ['m', 'mai', false],
  ])('%s for %s: %s', (typed, meant, is) => {
    expect(isOneSlip(typed, meant)).toBe(is);
  });

  test('is outside of the system without an office, and nobody while nothing is typed', () => {
    expect(isOutside({ ownerSeat: null, ownerName: 'Ban giảm nghèo' })).toBe(true);
    expect(isOutside({ ownerSeat: 'communeChair', ownerName: 'Lê Minh Toàn' })).toBe(false);
    expect(isOutside({ ownerSeat: null, ownerName: null })).toBe(false);
  });
});
