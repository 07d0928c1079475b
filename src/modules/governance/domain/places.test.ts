import { describe, expect, it } from 'vitest';
import type { Part } from './attendance.ts';
import { placeSince } from './places.ts';
import type { SeatShown } from './seat.ts';

const SEAT = 'communePolice';
const TITLE = 'Công an xã';

const row = (fullName: string, rest: { id?: string; isVacant?: boolean; seat?: string | null } = {}) => ({
  ...{ id: fullName, part: 'other' as Part, seat: SEAT, fullName, isVacant: false, capacity: TITLE },
  ...rest,
});
const held = (...names: (string | null)[]): SeatShown[] =>
  names.map((holderName) => ({ seat: SEAT, title: TITLE, holderName }));
const vacant = row(TITLE, { id: '', isVacant: true });

describe('[GV230] whose place it is that somebody had who was taken off', () => {
  it.each([
    { off: row('Cũ'), listed: [row('Mới')], holders: held('Mới'), since: 'Mới', so: 'the new holder came' },
    { off: row('Cũ'), listed: [vacant], holders: held(null), since: TITLE, so: 'the office is vacant since' },
    { off: vacant, listed: [row('Mới')], holders: held('Mới'), since: 'Mới', so: 'it was vacant before' },
    { off: row('Cũ'), listed: [row('Giữa')], holders: held('Mới'), since: 'Giữa', so: 'both have left' },
    { off: row('CŨ'), listed: [row('Cũ')], holders: held('Mới'), since: 'Cũ', so: 'they were added again' },
    {
      off: vacant,
      listed: [row('Công an', { isVacant: true })],
      holders: held(null),
      since: 'Công an',
      so: 'by another title',
    },
    {
      off: row('Cũ'),
      listed: [row('B')],
      holders: held('B', 'Mới'),
      since: undefined,
      so: 'a holder has no place',
    },
    { off: row('Cũ'), listed: [], holders: held('Mới'), since: undefined, so: 'nobody of it is on the list' },
    { off: row('Hà'), listed: [row('B')], holders: held('Hà'), since: undefined, so: 'they hold it' },
    { off: vacant, listed: [row('B')], holders: held(null), since: undefined, so: 'it is vacant still' },
    {
      off: row('Cũ', { seat: null }),
      listed: [row('Mới', { seat: null })],
      holders: [],
      since: undefined,
      so: 'guests',
    },
  ])('$so: $since', ({ off, listed, holders, since }) => {
    expect(placeSince(off, { listed, seats: holders })?.fullName).toBe(since);
  });

  it('of several places the latest is of who came for them', () => {
    const listed = [row('Mới', { id: '3' }), row('B', { id: '2' })];
    expect(placeSince(row('Cũ'), { listed, seats: held('B', 'Mới') })?.fullName).toBe('Mới');
    expect(placeSince(row('Cũ'), { listed: listed.toReversed(), seats: held('B', 'Mới') })?.id).toBe('3');
  });

  it('[GV211] of a guest it is theirs by name and capacity, in whichever part they were added again', () => {
    const guest = { ...row('Vũ Bình', { seat: null }), capacity: 'Trường tiểu học' };
    const again = { ...guest, id: 'again', part: 'villageHead' as const };
    const other = { ...guest, id: 'other', capacity: 'Trạm y tế' };
    const since = (...listed: (typeof guest)[]) => placeSince(guest, { listed, seats: [] })?.id;
    expect([since(other, again), since(other), since()]).toEqual(['again', undefined, undefined]);
  });
});
