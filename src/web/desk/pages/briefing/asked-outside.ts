import { useRef, useState } from 'react';
import { isOutside, nearestSeat, type Owner, type SeatOption, seatsMatching } from './seats-typed.ts';

/** A press that was stopped to ask: with which letters, and at which of the page's milliseconds. */
export type AskedOutside = { readonly letters: string; readonly pressedAt: number };

/** Presses that follow each other faster are one: a double click, a key held down. */
const ONE_PRESS_MS = 500;

/**
 * Whether a press only asks [GV194]: the letters find offices, none of which was chosen, or one that may have been meant [GV255], and would
 * go out as a body outside. Pressed again with the same letters they do.
 */
export function mustAsk(
  asked: AskedOutside | undefined,
  { owner, seats, pressedAt }: { owner: Owner; seats: readonly SeatOption[]; pressedAt: number },
): boolean {
  const letters = owner.ownerName ?? '';
  if (!isOutside(owner)) return false;
  if (seatsMatching(seats, letters).length === 0 && !nearestSeat(seats, letters)) return false;
  return asked?.letters !== letters || pressedAt - asked.pressedAt < ONE_PRESS_MS;
}

/**
 * Asks once before letters that find offices, or nearly do, go out as a body outside: by the button and by the keys alike. `field` is where the letters
 * stand, for the field and its hint.
 */
export function useAskedOutside(seats: readonly SeatOption[]) {
  const [asked, setAsked] = useState<AskedOutside>();
  const field = useRef<HTMLInputElement>(null);
  return {
    field,
    /** The letters that were asked about; the hint beside the field says the question. */
    askedOf: asked?.letters,
    /** Whether this press is stopped. */
    stops: (owner: Owner, { timeStamp: pressedAt }: { readonly timeStamp: number }): boolean => {
      const isStopped = mustAsk(asked, { owner, seats, pressedAt });
      if (isStopped) setAsked({ letters: owner.ownerName ?? '', pressedAt });
      return isStopped;
    },
  };
}
