import { isSameName } from '../../../kernel/text.ts';
import type { SeatKey } from './seat.ts';

/** An address is a person's in one office: whoever follows them in it has their own. */
export type MailAddress = {
  readonly seat: SeatKey | null;
  readonly fullName: string;
  readonly address: string;
};

/** Somebody as they are asked or given something; the name is null where nobody holds the office. */
type Person = { readonly seat: SeatKey | null; readonly fullName: string | null };

/** The address of a person in an office [GV41], [GV70]; null where none is known, or nobody holds the office. */
export function addressOf(addresses: readonly MailAddress[], person: Person): string | null {
  return addressesOf(addresses, person)[0]?.address ?? null;
}

/** All that is entered for one person in an office, under whichever spelling of their name [GV161]. */
export function addressesOf<One extends MailAddress>(addresses: readonly One[], person: Person): One[] {
  const { seat, fullName } = person;
  return fullName === null
    ? []
    : addresses.filter((known) => known.seat === seat && isSameName(known.fullName, fullName));
}
