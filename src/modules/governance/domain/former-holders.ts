import { isSameName } from '../../../kernel/text.ts';
import type { SeatShown } from './seat.ts';
import { isHeldBy, isVacant, NOBODY, seatsNamed } from './seats.ts';

/**
 * Whose an office was when people met, null where nobody held it, and is no more; `holderNow`: who holds it now, or in words that nobody
 * does.
 */
export type FormerHolder = SeatShown & { readonly holderNow: string };

/** Somebody on the list of a meeting. */
type Listed = { readonly seat: string | null; readonly fullName: string; readonly isVacant: boolean };

/**
 * Who held an office on the day of a meeting, or stands on its list under one, and holds it no more [GV273] [GV262], and of which office that
 * somebody holds since nobody held it then [GV260]; each office by the title that it has now, one that the commune has no more not at all.
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
  const onList = listed.filter((one) => !one.isVacant);
  const held = [
    ...before.map(({ seat, holderName }) => ({ seat, fullName: holderName })),
    ...onList.map(({ seat, fullName }) => ({ seat, fullName })),
  ];
  const former: FormerHolder[] = [];
  for (const { seat, fullName } of held) {
    if (seat === null) continue;
    const holders = seatsNamed(now, seat);
    const [first] = holders;
    const isKnown = former.some((one) => one.seat === seat && isSameHolder(one.holderName, fullName));
    const isStill = fullName === null ? isVacant(holders) : isHeldBy(holders, fullName);
    if (!first || isKnown || isStill) continue;
    const names = holders.flatMap(({ holderName }) => holderName ?? []);
    const holderNow = names.length === 0 ? NOBODY : names.join('; ');
    former.push({ seat, title: first.title, holderName: fullName, holderNow });
  }
  return former;
}

/**
 * The offices of today without who holds one only since the day of a meeting [GV260]: its papers name who held it then, and would say another
 * than was chosen.
 *
 * @param before as they were held on that day
 */
export function withoutLater(now: readonly SeatShown[], before: readonly SeatShown[]): SeatShown[] {
  return now.filter(({ seat, holderName }) => {
    const holders = seatsNamed(before, seat);
    return holderName === null || holders.length === 0 || isHeldBy(holders, holderName);
  });
}

function isSameHolder(one: string | null, other: string | null): boolean {
  return one === null || other === null ? one === other : isSameName(one, other);
}
