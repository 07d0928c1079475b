import { isSameName } from '../../../kernel/text.ts';
import type { Part } from './attendance.ts';
import type { SeatKey } from './seat.ts';

/** Of whom a place on a list is. */
export type PlaceOf = {
  readonly part: Part;
  readonly seat: SeatKey | null;
  readonly fullName: string;
  readonly capacity: string;
};

/** Whether two places are of one office and person [GV154]; of guests, who have no office, of one name, part and capacity. */
export function isSamePlace(one: PlaceOf, other: PlaceOf): boolean {
  if (one.seat !== other.seat || !isSameName(one.fullName, other.fullName)) return false;
  return one.seat !== null || (one.part === other.part && one.capacity === other.capacity);
}
