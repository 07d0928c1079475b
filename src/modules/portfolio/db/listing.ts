import { type RawBuilder, sql } from 'kysely';
import type { ListName } from '../domain/list-names.ts';

/** Who stands on a list: a condition over positions `p`, what the list is ordered by, the day that matters on it. */
export type Listing = {
  readonly list: ListName;
  readonly when: RawBuilder<unknown>;
  readonly weight: RawBuilder<unknown>;
  readonly keyDate: RawBuilder<unknown>;
};

/** What most lists add up of a position `p`. */
export const OUTSTANDING = sql`p.outstanding_vnd`;

/** The day of a position `p` on which something was paid out last; of a file that does not tell it, that of the contract. */
export const DISBURSED_ON = sql`coalesce(p.last_disbursed_on, p.signed_on)`;

/** A {@link Listing} of its parts, in their order. */
export function listing(
  list: ListName,
  when: RawBuilder<unknown>,
  weight: RawBuilder<unknown>,
  keyDate: RawBuilder<unknown>,
): Listing {
  return { list, when, weight, keyDate };
}
