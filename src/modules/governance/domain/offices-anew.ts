import type { Presence } from './attendance.ts';
import type { SeatKey, SeatShown } from './seat.ts';
import { seatsNamed } from './seats.ts';

type Listed = {
  readonly seat: SeatKey | null;
  readonly fullName: string;
  /** 1 while nobody said anything of the person's presence. */
  readonly version: number;
};

/** A row of the list as it stands once it is of whoever holds the office. */
export type Renewed<One> = {
  readonly attendee: One;
  readonly fullName: string;
  readonly presence: Presence;
  readonly note: string;
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
    const { seat, fullName, version } = attendee;
    if (seat === null || version > 1) return [];
    const holders = seatsNamed(seats, seat);
    const [first] = holders;
    if (!first || holders.some(({ holderName, title }) => (holderName ?? title) === fullName)) return [];
    if (first.holderName === null)
      return [
        {
          attendee,
          fullName: first.title,
          presence: 'absent',
          note: `${fullName} đã thôi giữ chức vụ, chưa có người giữ`,
        },
      ];
    return [
      { attendee, fullName: first.holderName, presence: 'present', note: `Giữ chức vụ thay ${fullName}` },
    ];
  });
}
