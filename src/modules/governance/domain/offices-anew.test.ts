import { describe, expect, it } from 'vitest';
import { isSameName } from '../../../kernel/text.ts';
import type { Presence } from './attendance.ts';
import {
  expectedNow,
  holdersToCome,
  listedAfterwards,
  listedNow,
  listedWhileHeld,
  officesAnew,
} from './offices-anew.ts';
import { holderSince } from './seats.ts';

describe('[GV161] whether two names are of one person in office', () => {
  it.each([
    ['Nguyễn Thị Hoà', 'Nguyễn Thị Hòa', true],
    ['Lê Thúy', 'Lê Thuý', true],
    ['NGUYỄN THỊ HOÀ', 'Nguyễn thị Hòa', true],
    [' Nguyễn  Thị Hòa', 'Nguyễn Thị Hòa ', true],
    ['Nguyễn Thị Hòa'.normalize('NFD'), 'Nguyễn Thị Hòa', true],
    ['Nguyễn Thị Hòa\u200b', 'Nguyễn Thị\u00a0Hòa', true],
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
      officesAnew(
        [
          {
            seat: 'groupLeader:0026000',
            fullName,
            isVacant: false,
            presence: 'present',
            toldByName: null,
          },
        ],
        seats,
      ).length;
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

describe('[GV158] a row of an office that nobody holds', () => {
  const ROW = {
    ...{ id: 'row', seat: 'villageHead:01', isVacant: true },
    ...{ presence: 'present' as Presence, toldByName: null, note: null },
  };
  const listed = (fullName: string, seat: { readonly title: string; readonly holderName: string | null }) =>
    listedNow([{ ...ROW, fullName }], {
      seats: [{ seat: ROW.seat, ...seat }],
      held: new Set([ROW.id]),
    });

  it('stays vacant under another title of the office; it is that of who gets the office, in nobody’s place, also once invited', () => {
    expect(listed('Trưởng thôn Một', { title: 'Trưởng khu phố 1', holderName: null })).toMatchObject([
      { fullName: 'Trưởng thôn Một', isVacant: true },
    ]);
    expect(listed('Trưởng thôn Một', { title: 'Trưởng thôn Một', holderName: 'Lê Thúy' })).toMatchObject([
      { fullName: 'Lê Thúy', isVacant: false, note: null, leftOffice: null },
    ]);
  });

  it('is not that of a person who is called as the office is', () => {
    const person = { ...ROW, isVacant: false, fullName: 'Trưởng thôn Một' };
    const seats = [{ seat: ROW.seat, title: 'Trưởng thôn Một', holderName: null }];
    expect(listedNow([person], { seats, held: new Set() })).toMatchObject([{ isVacant: true }]);
  });
});

describe('[GV200] of an office that several hold', () => {
  const SEAT = { seat: 'creditOfficer', title: 'Cán bộ tín dụng' };
  const row = (fullName: string) => ({
    ...{ id: fullName, seat: SEAT.seat, fullName, isVacant: false, toldByName: null, note: null },
    presence: 'present' as Presence,
  });
  const seats = (...names: readonly string[]) =>
    (names.length === 0 ? [null] : names).map((holderName) => ({ ...SEAT, holderName }));
  const renewed = (rows: readonly string[], holders: readonly string[]) =>
    officesAnew(rows.map(row), seats(...holders)).map(({ attendee, fullName, presence }) => [
      ...[attendee.fullName, fullName, presence],
    ]);

  it('a row goes to a holder whom no other row names, each to one of its own', () => {
    expect(renewed(['Hà', 'Lan'], ['Lan', 'Minh'])).toEqual([['Hà', 'Minh', 'present']]);
    expect(renewed(['Hà', 'Hạnh'], ['Lan', 'Minh'])).toEqual([
      ['Hà', 'Lan', 'present'],
      ['Hạnh', 'Minh', 'present'],
    ]);
  });

  it('[GV211] an office that nobody holds any more stands there once, and goes to its next holder', () => {
    expect(renewed(['Hà', 'Lan'], [])).toEqual([
      ['Hà', SEAT.title, 'present'],
      ['Lan', 'Lan', 'absent'],
    ]);
    const office = { ...row(SEAT.title), isVacant: true };
    const listed = (holder: string | null) =>
      listedNow([row('Lan'), office], { seats: [{ ...SEAT, holderName: holder }], held: new Set() });
    expect(listed(null)).toMatchObject([
      { fullName: 'Lan', leftOffice: 'Đã thôi giữ chức vụ, chưa có người giữ' },
      { fullName: SEAT.title, isVacant: true, leftOffice: null },
    ]);
    expect(listed('Minh')).toMatchObject([
      { fullName: 'Lan', leftOffice: 'Đã thôi giữ chức vụ, nay: Minh' },
      { fullName: 'Minh', isVacant: false, leftOffice: null },
    ]);
  });

  it('[GV136] a row of which something was said stays as it was said', () => {
    const said = { ...row('Hà'), toldByName: 'Võ Thanh Hà (mẫu)' };
    for (const presence of ['excused', 'absent', 'deputy'] as const)
      expect(officesAnew([{ ...said, presence }], seats('Minh'))).toEqual([]);
    expect(officesAnew([{ ...said, presence: 'late' }], seats('Hà'))).toEqual([]);
  });

  it.each(['late', 'present'] as const)(
    '[GV184] who was said to be %s and has left is not there as that',
    (presence) => {
      const said = { ...row('Hà'), presence, toldByName: 'Võ Thanh Hà (mẫu)' };
      for (const [now, words] of [
        [['Minh'], 'nay: Minh'],
        [[], 'chưa có người giữ'],
      ] as const) {
        const offices = now.length === 0 ? [{ ...SEAT, holderName: null }] : seats(...now);
        expect(officesAnew([said], offices)).toMatchObject([
          { fullName: 'Hà', presence: 'absent', note: 'Đã thôi giữ chức vụ', isLeft: true },
        ]);
        const listed = listedNow([said], { seats: offices, held: new Set() });
        expect(listed).toMatchObject([{ presence, leftOffice: `Đã thôi giữ chức vụ, ${words}` }]);
        expect(expectedNow(listed)).toMatchObject([{ presence: 'absent' }]);
      }
      const stays = listedNow([said], { seats: seats('Hà'), held: new Set() });
      expect(expectedNow(stays)).toMatchObject([{ presence }]);
    },
  );

  it('[GV158] a vacant row stays vacant where all who hold the office have rows: nobody has left it', () => {
    const office = { ...row(SEAT.title), isVacant: true };
    expect(officesAnew([row('Lan'), office], seats('Lan'))).toEqual([]);
  });

  it('it stays that of who left where all who hold it stand on the list, who is not there as that', () => {
    expect(renewed(['Hà', 'Lan'], ['Lan'])).toEqual([['Hà', 'Hà', 'absent']]);
    expect(listedNow([row('Hà'), row('Lan')], { seats: seats('Lan'), held: new Set() })).toMatchObject([
      { fullName: 'Hà', leftOffice: 'Đã thôi giữ chức vụ, nay: Lan' },
      { fullName: 'Lan', leftOffice: null },
    ]);
  });
});

describe('who of an office may be said to have come to a meeting', () => {
  const SEAT = { seat: 'creditOfficer', title: 'Cán bộ tín dụng' };
  const row = (fullName: string) => ({
    ...{ seat: SEAT.seat, fullName, isVacant: false, toldByName: null },
    presence: 'present' as Presence,
  });
  const seats = (...names: readonly (string | null)[]) =>
    names.map((holderName) => ({ ...SEAT, holderName }));
  const toCome = (rows: readonly string[], holders: readonly (string | null)[]) => {
    const attendees = rows.map(row);
    return attendees.map((one) => holdersToCome(one, { attendees, seats: seats(...holders) }));
  };

  it('[GV177] in the row of who has left: each holder without a place of it; in that of a holder nobody', () => {
    expect(toCome(['Hà'], ['Minh'])).toEqual([['Minh']]);
    expect(toCome(['Hà', 'Lan'], ['LAN', 'Minh', 'Hoa'])).toEqual([['Minh', 'Hoa'], []]);
    expect(toCome(['Hà', 'Lan'], ['Lan'])).toEqual([[], []]);
    expect(toCome(['Hà'], ['Hà', 'Minh'])).toEqual([[]]);
    expect(toCome(['Hà'], [null])).toEqual([[]]);
  });

  it('[GV177] in the row of an office that was vacant: who holds it', () => {
    const vacant = { ...row(SEAT.title), isVacant: true };
    const of = (holder: string | null) =>
      holdersToCome(vacant, { attendees: [vacant], seats: seats(holder) });
    expect([of('Minh'), of(null)]).toEqual([['Minh'], []]);
    const guest = { ...row('Hà'), seat: null };
    expect(holdersToCome(guest, { attendees: [guest], seats: seats('Minh') })).toEqual([]);
  });

  it('[GV178] of a meeting that is written down on a later day the list speaks of the day on which people met', () => {
    const vacant = { ...row(SEAT.title), isVacant: true };
    const words = (list: typeof listedAfterwards, holder: string | null) =>
      list([row('Hà'), vacant], seats(holder)).map(({ leftOffice }) => leftOffice);
    expect(words(listedAfterwards, 'Minh')).toEqual([
      'Ngày họp không giữ chức vụ, người giữ: Minh',
      'Ngày họp do Minh giữ',
    ]);
    expect(words(listedAfterwards, null)).toEqual(['Ngày họp không giữ chức vụ, chưa có người giữ', null]);
    expect(words(listedAfterwards, 'Hà')).toEqual([null, 'Ngày họp do Hà giữ']);
    expect(words(listedWhileHeld, 'Minh')).toEqual(['Đã thôi giữ chức vụ, nay: Minh', 'Nay: Minh']);
  });
});
