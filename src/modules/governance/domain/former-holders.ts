import { isSameName } from '../../../kernel/text.ts';
import type { SeatShown } from './seat.ts';
import { isHeldBy, NOBODY, seatsNamed } from './seats.ts';

/** Somebody who held an office when people met and holds it no more; `holderNow`: who does, or in words that nobody does. */
export type FormerHolder = SeatShown & { readonly holderName: string; readonly holderNow: string };

/** Somebody on the list of a meeting. */
type Listed = { readonly seat: string | null; readonly fullName: string; readonly isVacant: boolean };

/**
 * Who held an office on the day of a meeting, or stands on its list under one, and holds it no more [GV273]; each office by the title that it
 * has now, one that the commune has no more not at all.
 */
export function holdersOfMeeting({
  before,
  now,
  listed,
}: {
  readonly before: readonly SeatShown[];
  readonly now: readonly SeatShown[];
  readonly listed: readonly Listed[];
}): FormerHolder[] {
  const held = [
    ...before.map(({ seat, holderName }) => ({ seat, fullName: holderName })),
    ...listed.map(({ seat, fullName, isVacant }) => ({ seat, fullName: isVacant ? null : fullName })),
  ];
  const former: FormerHolder[] = [];
  for (const { seat, fullName } of held) {
    if (seat === null || fullName === null) continue;
    const holders = seatsNamed(now, seat);
    const [first] = holders;
    const isKnown = former.some((one) => one.seat === seat && isSameName(one.holderName, fullName));
    if (!first || isKnown || isHeldBy(holders, fullName)) continue;
    const names = holders.flatMap(({ holderName }) => holderName ?? []);
    const holderNow = names.length === 0 ? NOBODY : names.join('; ');
    former.push({ seat, title: first.title, holderName: fullName, holderNow });
  }
  return former;
}
