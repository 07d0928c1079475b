import type { Presence } from './attendance.ts';
import type { SeatKey, SeatShown } from './seat.ts';
import { isHeldBy, seatsNamed } from './seats.ts';

type Listed = {
  readonly seat: SeatKey | null;
  readonly fullName: string;
  readonly isVacant: boolean;
  /** Who said something of the person's presence; null while nobody did. */
  readonly toldByName: string | null;
};

/** A row of the list as it stands once it is of whoever holds the office. */
export type Renewed<One> = {
  readonly attendee: One;
  readonly fullName: string;
  readonly isVacant: boolean;
  readonly presence: Presence;
  /** In whose place it is now; null where nobody held the office before. */
  readonly note: string | null;
  /** Null: nobody holds it. */
  readonly holderName: string | null;
};

/**
 * The rows of a list of attendance that name somebody who holds the office no more [GV136]: each goes to its holder, or, where there is
 * none, to the office, of which then nobody is there. Of whom something was said is left as it was said: a person has looked.
 */
export function officesAnew<One extends Listed>(
  attendees: readonly One[],
  seats: readonly SeatShown[],
): Renewed<One>[] {
  return attendees.flatMap((attendee): Renewed<One>[] => {
    const { seat, fullName, isVacant, toldByName } = attendee;
    if (seat === null || toldByName !== null) return [];
    const holders = seatsNamed(seats, seat);
    const [first] = holders;
    if (!first) return [];
    if (isVacant ? first.holderName === null : isHeldBy(holders, fullName)) return [];
    if (first.holderName === null)
      return [
        {
          attendee,
          fullName: first.title,
          isVacant: true,
          presence: 'absent',
          note: `${fullName} đã thôi giữ chức vụ, chưa có người giữ`,
          holderName: null,
        },
      ];
    return [
      {
        attendee,
        fullName: first.holderName,
        isVacant: false,
        presence: 'present',
        note: isVacant ? null : `Giữ chức vụ thay ${fullName}`,
        holderName: first.holderName,
      },
    ];
  });
}

/** Somebody on the list of a meeting that is being prepared; see {@link listedNow}. */
export type ListedNow<One> = One & {
  /** Somebody was invited who has left the office since: who holds it now, in words. */
  readonly leftOffice: string | null;
};

/**
 * The list of a meeting that is being prepared as its offices are held today [GV143]: a row whose holder has changed is the new one's,
 * as long as nobody was invited under it; after that it stays, and says that the person has left. From a vacant office nobody has left.
 *
 * @param of.invited the rows that an invitation holds for whoever it was made out to [GV162]
 */
export function listedNow<One extends Listed & { readonly id: string; readonly note: string | null }>(
  attendees: readonly One[],
  { seats, invited }: { readonly seats: readonly SeatShown[]; readonly invited: ReadonlySet<string> },
): ListedNow<One>[] {
  const renewals = new Map(officesAnew(attendees, seats).map((one) => [one.attendee.id, one]));
  return attendees.map((attendee) => {
    const renewed = renewals.get(attendee.id);
    if (renewed === undefined) return { ...attendee, leftOffice: null };
    const { fullName, isVacant, note, holderName } = renewed;
    if (attendee.isVacant || !invited.has(attendee.id))
      return { ...attendee, fullName, isVacant, note, leftOffice: null };
    const now = holderName === null ? 'chưa có người giữ' : `nay: ${holderName}`;
    return { ...attendee, leftOffice: `Đã thôi giữ chức vụ, ${now}` };
  });
}
