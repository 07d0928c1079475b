import type { SeatKey } from './seat.ts';

/** An address is a person's in one office: whoever follows them in it has their own. */
export type MailAddress = {
  readonly seat: SeatKey | null;
  readonly fullName: string;
  readonly address: string;
};

/** The address of a person in an office [GV41], [GV70]; null where none is known, or nobody holds the office. */
export function addressOf(
  addresses: readonly MailAddress[],
  person: { readonly seat: SeatKey | null; readonly fullName: string | null },
): string | null {
  const known = addresses.find(({ seat, fullName }) => seat === person.seat && fullName === person.fullName);
  return known?.address ?? null;
}
