import type { HandlerContext } from '../../platform/command.ts';
import { callerName } from '../identity/index.ts';
import type { DirectiveRow } from './db/directives.ts';
import type { SeatKey, SeatShown } from './domain/seat.ts';
import { holderMeant, seatLabel, seatsNamed } from './domain/seats.ts';
import { seatOfCaller } from './seat-of-caller.ts';

/** Who stands as the giver of what a meeting gave. */
export type IssuerOfMeeting = Pick<DirectiveRow, 'issuerSeat' | 'issuerName'>;

/**
 * Who gives what a meeting that is being closed has given [GV31], [GV124]: whoever chaired, as the minutes say; where that is not
 * known, whoever closes.
 */
export async function issuerOfMeeting(
  context: HandlerContext,
  chairedBy: string | null,
): Promise<IssuerOfMeeting> {
  return {
    issuerSeat: seatOfCaller(context.caller),
    issuerName: chairedBy ?? (await callerName(context)),
  };
}

/**
 * Whoever holds the office now [GV12], of several the one who was meant; the name as it was written where nobody is known to, and for bodies
 * without an office.
 */
export function ownerToday(
  { seat, name }: { readonly seat: SeatKey | null; readonly name: string },
  seats: readonly SeatShown[],
): string {
  const holders = seat === null ? [] : seatsNamed(seats, seat);
  const holder = holderMeant(name, holders) ?? holders[0];
  return holder ? seatLabel(holder) : name;
}
