import type { Caller } from '../../platform/caller.ts';
import { type SeatKey, seatHeld } from './domain/seat.ts';

/** The seat under which a caller acts; null for those who have none in a commune. */
export function seatOfCaller({ role, scope }: Caller): SeatKey | null {
  return seatHeld({
    role,
    associationCode: scope.associationCodes?.[0],
    groupCode: scope.groupCodes?.[0],
    villageCode: scope.villageCodes?.[0],
  });
}
