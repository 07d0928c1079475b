import { day } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Notice, Point } from '../domain/calendar.ts';

/** A point that holds its session on the 23rd, with overrides. */
export function buildPoint(overrides: Partial<Point> = {}): Point {
  return {
    id: '00000000-0000-8000-8040-000000000001' as Id,
    pointCode: 'TXN054010101',
    name: 'Bình Ngọc',
    fixedDay: 23,
    startsAt: '07:30',
    endsAt: '10:30',
    place: 'UBND xã',
    address: null,
    villageCodes: ['54010101'],
    validFrom: day('2020-01-01'),
    validTo: null,
    ...overrides,
  };
}

/** A notice that moves the February session of {@link buildPoint} before Tết, with overrides. */
export function buildNotice(overrides: Partial<Notice> = {}): Notice {
  return {
    id: '00000000-0000-8000-8041-000000000001' as Id,
    pointId: '00000000-0000-8000-8040-000000000001' as Id,
    pointCode: 'TXN054010101',
    regularOn: day('2026-02-23'),
    heldOn: day('2026-02-10'),
    startsAt: null,
    endsAt: null,
    reason: 'Nghỉ Tết Nguyên đán',
    document: 'TB 12/TB-NHCSXH (mẫu)',
    ...overrides,
  };
}
