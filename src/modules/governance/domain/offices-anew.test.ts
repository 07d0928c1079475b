import { describe, expect, it } from 'vitest';
import { officesAnew } from './offices-anew.ts';
import { holderSince, isSameName } from './seats.ts';

describe('[GV161] whether two names are of one person in office', () => {
  it.each([
    ['Nguyễn Thị Hoà', 'Nguyễn Thị Hòa', true],
    ['Lê Thúy', 'Lê Thuý', true],
    ['NGUYỄN THỊ HOÀ', 'Nguyễn thị Hòa', true],
    [' Nguyễn  Thị Hòa', 'Nguyễn Thị Hòa ', true],
    ['Nguyễn Thị Hòa'.normalize('NFD'), 'Nguyễn Thị Hòa', true],
    ['Nguyễn Thị Hoa', 'Nguyễn Thị Hòa', false],
    ['Nguyễn Thi Hòa', 'Nguyễn Thị Hòa', false],
    ['Nguyễn Thị', 'Nguyễn Thị Hòa', false],
  ])('%s and %s: %s', (one, other, isSame) => {
    expect(isSameName(one, other)).toBe(isSame);
  });

  it('a row of the list stays theirs where the file spells their name otherwise', () => {
    const seats = [
      { seat: 'groupLeader:0026000', title: 'Tổ trưởng tổ 0026000', holderName: 'Nguyễn Thị Hòa' },
    ];
    const renewed = (fullName: string) =>
      officesAnew([{ seat: 'groupLeader:0026000', fullName, toldByName: null }], seats).length;
    expect([renewed('Nguyễn thị Hoà'), renewed('Nguyễn Thị Hoa')]).toEqual([0, 1]);
  });

  it.each([
    ['Nguyễn Thị Hoà, Tổ trưởng tổ 0026000', null],
    ['NGUYỄN THỊ HÒA', null],
    ['Nguyễn Thị Hoa, Tổ trưởng tổ 0026000', 'Nguyễn Thị Hòa'],
  ])('a task given to %s is now of %s', (ownerName, since) => {
    const seat = { seat: 'groupLeader:0026000', title: 'Tổ 0026000', holderName: 'Nguyễn Thị Hòa' };
    expect(holderSince(ownerName, [seat])).toBe(since);
  });
});
