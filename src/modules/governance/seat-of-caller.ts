import type { Caller } from '../../platform/caller.ts';
import { SEAT_ROLES, type SeatKey, seatKey } from './domain/seat.ts';

/** The seat under which a caller acts; null for those who have none in a commune. */
export function seatOfCaller({ role, scope }: Caller): SeatKey | null {
  const seatRole = SEAT_ROLES.find((candidate) => candidate === role);
  if (!seatRole) return null;
  const codes = {
    associationHead: scope.associationCodes,
    groupLeader: scope.groupCodes,
    villageHead: scope.villageCodes,
  };
  const [code = null] = (seatRole in codes ? codes[seatRole as keyof typeof codes] : undefined) ?? [];
  return seatKey({ role: seatRole, code });
}
