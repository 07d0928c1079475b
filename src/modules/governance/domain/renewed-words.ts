import type { SeatKey, SeatShown } from './seat.ts';
import { isHeldBy, seatsNamed } from './seats.ts';

/** Whom a row names, and in which office. */
type InOffice = { readonly seat: SeatKey | null; readonly fullName: string };

/** How a row that is renewed says of whom it was. */
export type RenewedWords = {
  /** In whose place it is now; null: in nobody's. */
  readonly handedOn: (of: InOffice) => string | null;
  /** That nobody holds the office since; null: since is not so. */
  readonly vacated: (of: InOffice) => string | null;
  /** Why somebody is not there as whom they stand on the list. */
  readonly left: string;
};

/** The words of today: who held an office before has left it. */
export const RENEWED_TODAY: RenewedWords = {
  handedOn: ({ fullName }) => `Giữ chức vụ thay ${fullName}`,
  vacated: ({ fullName }) => `${fullName} đã thôi giữ chức vụ`,
  left: 'Đã thôi giữ chức vụ',
};

/**
 * The same on an earlier day on which people met [GV260]: who held the office when the list was made has left it by then; who has it only
 * since is in nobody's place, and nobody in theirs.
 *
 * @param seatsBefore as they were held when the list was made; none where that was after the day
 */
export function renewedOnDay(seatsBefore: readonly SeatShown[]): RenewedWords {
  const hadLeft = ({ seat, fullName }: InOffice) =>
    seat !== null && isHeldBy(seatsNamed(seatsBefore, seat), fullName);
  return {
    handedOn: (of) => (hadLeft(of) ? RENEWED_TODAY.handedOn(of) : null),
    vacated: (of) => (hadLeft(of) ? RENEWED_TODAY.vacated(of) : null),
    left: 'Ngày họp không giữ chức vụ',
  };
}
