import {
  isVacant as isHeldByNobody,
  NOBODY,
  seatsNamed,
} from '../../../../modules/governance/domain/seats.ts';
import type { Briefing } from './briefing.ts';
import { isOfToday, type Owner, type SeatOption } from './seats-typed.ts';

/** Said beside an office that nobody holds, wherever something is given to it [GV250]. */
export const VACANT = `${NOBODY} chức vụ`;

/**
 * Whether nobody holds the office that something is given to, as one that the commune has no more [GV151]; a body without an office is none,
 * and while no office is there yet none is vacant.
 */
export function isVacant(seats: readonly SeatOption[], { ownerSeat }: Pick<Owner, 'ownerSeat'>): boolean {
  if (ownerSeat === null || seats.length === 0) return false;
  return isHeldByNobody(seatsNamed(seats, ownerSeat).filter(isOfToday));
}

type Given = {
  readonly conclusions: readonly Pick<
    Briefing['conclusions'][number],
    'ownerSeat' | 'ownerName' | 'ownerNow'
  >[];
  readonly difficulties: readonly Pick<
    Briefing['difficulties'][number],
    'state' | 'givenSeat' | 'givenName' | 'givenNow'
  >[];
};

/**
 * What closing says of what was given to offices that nobody held already [GV250]; each a sentence. Of one that fell vacant in the meeting
 * another sentence tells [GV209].
 */
export function givenToVacant(
  { conclusions, difficulties }: Given,
  seats: readonly SeatOption[],
): readonly string[] {
  const given = difficulties
    .filter(({ state }) => state === 'given')
    .map(({ givenSeat: ownerSeat, givenName: ownerName, givenNow: ownerNow }) => ({
      ...{ ownerSeat, ownerName, ownerNow },
    }));
  return [
    ...ownersOf(conclusions, seats).map((said) => `Kết luận giao ${said}`),
    ...ownersOf(given, seats).map((said) => `Khó khăn giao ${said}`),
  ];
}

function ownersOf(given: Given['conclusions'], seats: readonly SeatOption[]): string[] {
  const vacant = given.filter((line) => line.ownerNow === null && isVacant(seats, line));
  return [
    ...new Set(
      vacant.map(({ ownerName }) => `${ownerName}: ${VACANT}, ai giữ chức vụ sau này thì nhận việc.`),
    ),
  ];
}
