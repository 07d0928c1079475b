import { isSameName } from '../../../kernel/text.ts';
import type { SeatKey } from './seat.ts';

/** An address is a person's in one office: whoever follows them in it has their own. */
export type MailAddress = {
  readonly seat: SeatKey | null;
  readonly fullName: string;
  readonly address: string;
};

/** Somebody as they are asked or given something, with the offices that they hold; the name is null where nobody holds the office. */
type Person = { readonly seats: readonly (SeatKey | null)[]; readonly fullName: string | null };

/** The address of a person [GV41], [GV70], the latest that was entered in any of their offices [GV220]; null where none is known, or nobody holds the office. */
export function addressOf(addresses: readonly MailAddress[], person: Person): string | null {
  return addressesOf(addresses, person)[0]?.address ?? null;
}

/** Other addresses that were entered for a person, under other offices, to which nothing is sent [GV220]; the same in other letters is none. */
export function unusedAddresses(addresses: readonly MailAddress[], person: Person): string[] {
  const known = new Map(
    addressesOf(addresses, person).map((one) => [one.address.toLowerCase(), one.address]),
  );
  known.delete(addressOf(addresses, person)?.toLowerCase() ?? '');
  return [...known.values()];
}

/** All that is entered for one person, under whichever of their offices and spelling of their name [GV161]. */
export function addressesOf<One extends MailAddress>(addresses: readonly One[], person: Person): One[] {
  const { seats, fullName } = person;
  return fullName === null
    ? []
    : addresses.filter((known) => seats.includes(known.seat) && isSameName(known.fullName, fullName));
}
