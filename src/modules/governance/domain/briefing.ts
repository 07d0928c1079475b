import { addDays, type BusinessDate, daysBetween } from '../../../kernel/dates.ts';

/**
 * A briefing's states: its figures and papers are prepared, people meet, its minutes are fixed; or it was prepared and is not held
 * [GV109]. None leads back.
 */
export const BRIEFING_STATES = ['preparing', 'open', 'closed', 'cancelled'] as const;

/** One of {@link BRIEFING_STATES}. */
export type BriefingState = (typeof BRIEFING_STATES)[number];

/** Where each state leads: only what has not begun is cancelled [GV109]. */
const NEXT_STATES: Readonly<Record<BriefingState, readonly BriefingState[]>> = {
  preparing: ['open', 'cancelled'],
  open: ['closed'],
  closed: [],
  cancelled: [],
};

/** Whether a briefing in one state can come into another. */
export function mayBecome(from: BriefingState, to: BriefingState): boolean {
  return NEXT_STATES[from].includes(to);
}

/** Whether nothing of a briefing is changed any more: its minutes are fixed, or it is not held [GV9], [GV109]. */
export function isEnded(state: BriefingState): boolean {
  return NEXT_STATES[state].length === 0;
}

/** Whether people meet, or have met; what stands before that is a plan. */
export function isHeld(state: BriefingState): boolean {
  return state === 'open' || state === 'closed';
}

/** Whether a session's day is over and nobody has said whether people met on it [GV112]. */
export function isPassedBy(
  { state, heldOn }: { readonly state: BriefingState; readonly heldOn: BusinessDate },
  today: BusinessDate,
): boolean {
  return state === 'preparing' && heldOn < today;
}

/** The first day on which a briefing can be prepared [GV1]. */
export function firstDayToPrepare(heldOn: BusinessDate, daysBefore: number): BusinessDate {
  return addDays(heldOn, -daysBefore);
}

/** Whether a briefing can be prepared on a day [GV1]: from so many days before, and afterwards, for minutes written late. */
export function mayPrepare(today: BusinessDate, heldOn: BusinessDate, daysBefore: number): boolean {
  return daysBetween(today, heldOn) <= daysBefore;
}

/**
 * The nearest briefing of somebody, and before it one that is not held and to which they would come in vain [GV118]. One that is not held
 * after the next that is tells nobody anything yet.
 *
 * @param found at most one that stands and one that is not held
 */
export function nearestFirst<One extends { readonly state: BriefingState; readonly metOn: BusinessDate }>(
  found: readonly One[],
): readonly One[] {
  const stands = found.find(({ state }) => state !== 'cancelled');
  return found
    .filter((one) => one === stands || stands === undefined || one.metOn < stands.metOn)
    .toSorted((one, other) => one.metOn.localeCompare(other.metOn));
}
