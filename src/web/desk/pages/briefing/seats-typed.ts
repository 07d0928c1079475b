import type { OutputOf } from '../../../../kernel/contract.ts';
import { fold } from '../../../../kernel/text.ts';
import type { listSeats } from '../../../../modules/governance/contract.ts';
import { seatLabel } from '../../../../modules/governance/domain/seats.ts';

/** An office that can own something. */
export type SeatOption = OutputOf<typeof listSeats>['seats'][number];

/** False: of somebody who held the office when people met, and holds it no more [GV273]. */
export function isOfToday({ holderNow }: SeatOption): boolean {
  return holderNow === undefined;
}

/** An office as it is offered: who held it when people met with who does now. */
export function choiceLabel(seat: SeatOption): string {
  return isOfToday(seat) ? seatLabel(seat) : `${seatLabel(seat)}; nay: ${seat.holderNow}`;
}

/** Who is to do something: an office of the commune, or a body by its name. */
export type Owner = { readonly ownerSeat: string | null; readonly ownerName: string | null };

/** More are not read while somebody types; that there are more is said. */
export const MOST_SHOWN = 6;

/** Shorter words with a slip in them are too many others. */
const SHORTEST_WITH_SLIP = 3;

/** Whether something is given to a body that holds no office here: nobody finds it among their own work [GV106]. */
export function isOutside({ ownerSeat, ownerName }: Owner): boolean {
  return ownerSeat === null && ownerName !== null;
}

/** Whom a name stands for that is kept as text alone: the office whose label it is, or as it was typed. */
export function ownerTyped(seats: readonly SeatOption[], name: string): Owner {
  const known = seats.find((seat) => seatLabel(seat) === name);
  return { ownerSeat: known?.seat ?? null, ownerName: name === '' ? null : name };
}

/** The offices whose words begin as the person typed, in any order, with or without diacritics; the first of them. */
export function seatsMatching(seats: readonly SeatOption[], typed: string): readonly SeatOption[] {
  return allMatching(seats, typed).slice(0, MOST_SHOWN);
}

/** Every office whose words begin so. */
export function allMatching(seats: readonly SeatOption[], typed: string): readonly SeatOption[] {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  return seats.filter((seat) => {
    const known = wordsOf(seatLabel(seat));
    return words.every((word) => known.some((name) => name.startsWith(word)));
  });
}

/** The office that was meant, where what was typed matches none but for one slip of a finger: `tran thi mia` finds Trần Thị Mai. */
export function nearestSeat(seats: readonly SeatOption[], typed: string): SeatOption | undefined {
  const words = wordsOf(typed);
  return seats.find((seat) => {
    const known = wordsOf(seatLabel(seat));
    const amiss = words.filter((word) => !known.some((name) => name.startsWith(word)));
    const [slipped = ''] = amiss;
    if (amiss.length !== 1 || slipped.length < SHORTEST_WITH_SLIP) return false;
    return known.some((name) => isOneSlip(slipped, name));
  });
}

/** Whether two words differ by one letter more, fewer or another, or by two neighbours that changed places. */
export function isOneSlip(typed: string, meant: string): boolean {
  if (typed === meant) return false;
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at++;
  const [left, right] = [typed.slice(at), meant.slice(at)];
  const isSwapped = left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
  return (
    left.slice(1) === right.slice(1) ||
    left.slice(1) === right ||
    left === right.slice(1) ||
    (left.length > 1 && isSwapped)
  );
}

function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(/[\s,]+/)
    .filter(Boolean);
}
