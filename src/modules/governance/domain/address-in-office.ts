import { personIn } from './addressees.ts';
import { addressOf, type MailAddress } from './mail-addresses.ts';
import type { SeatKey } from './seat.ts';

/** What is known of people in offices: their addresses, and which accounts hold which. */
type Known = {
  readonly addresses: readonly MailAddress[];
  readonly held: Parameters<typeof personIn>[0];
};

/** The address of whoever holds an office under a name, entered in that or another of their offices [GV70] [GV220]. */
export function addressIn(
  { addresses, held }: Known,
  holder: { readonly seat: SeatKey | null; readonly fullName: string },
): string | null {
  const seats = personIn(held, holder)?.seats ?? [holder.seat];
  return addressOf(addresses, { seats, fullName: holder.fullName });
}
