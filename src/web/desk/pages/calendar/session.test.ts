import { describe, expect, it } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { hoursOf, nextSession, notesOf, type Session, typedHour } from './session.ts';

const session = (overrides: Partial<Session> = {}): Session => ({
  point: {
    id: '00000000-0000-8000-8040-000000000001' as Id,
    pointCode: 'TXN1',
    name: 'Bình Ngọc',
    fixedDay: 31,
    startsAt: null,
    endsAt: null,
    place: null,
    address: null,
    villageCodes: [],
    validFrom: day('2025-01-01'),
    validTo: null,
  },
  regularOn: day('2027-04-30'),
  heldOn: day('2027-04-30'),
  startsAt: null,
  endsAt: null,
  isWeekend: false,
  isShortMonth: true,
  holiday: 'Ngày Chiến thắng',
  lunar: '24/3 âm lịch',
  notice: null,
  ...overrides,
});

describe('what is said of a session’s day', () => {
  it('[SE3] [SE11] a month without the fixed day, and a holiday on which it is held', () => {
    expect(notesOf(session())).toEqual([
      'Tháng này có 30 ngày: phiên ngày 31 họp ngày 30',
      'Ngày Chiến thắng, vẫn họp nếu không có thông báo',
    ]);
  });

  it('[SE4] nothing of the fixed day where a notice moved it, nothing at all where it is left out', () => {
    const moved = session({ heldOn: day('2027-04-28'), holiday: null });
    expect(notesOf(moved)).toEqual([]);
    expect(notesOf(session({ heldOn: null }))).toEqual([]);
  });

  it.each([
    ['8:00', '08:00'],
    ['13h30', '13:30'],
    [' 7h ', '07:00'],
    ['07:30', '07:30'],
    ['sáng', 'sáng'],
    ['', null],
  ])('takes the hour %j as people type it', (typed, hour) => {
    expect(typedHour(typed)).toBe(hour);
  });

  it('[SE4] the next session is the one that is held first, not one that is over, left out or moved behind it', () => {
    const over = session({ heldOn: day('2027-04-20') });
    const leftOut = session({ heldOn: null });
    const movedBehind = session({ heldOn: day('2027-05-10') });
    const next = session({ heldOn: day('2027-05-03') });
    expect(nextSession([over, leftOut, movedBehind, next], day('2027-04-21'))).toBe(next);
    expect(nextSession([over, next], day('2027-05-03'))).toBe(next);
    expect(nextSession([over, leftOut], day('2027-04-21'))).toBeUndefined();
  });

  it('says that nobody has written the hours', () => {
    expect(hoursOf({ startsAt: null, endsAt: null })).toBe('chưa có giờ');
    expect(hoursOf({ startsAt: '07:30', endsAt: null })).toBe('07:30');
  });
});
