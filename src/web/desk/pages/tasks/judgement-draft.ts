import type { Id } from '../../../../kernel/ids.ts';
import type { Owner } from '../briefing/seats-typed.ts';

/** What stands in the form of a return, a hand-over or a cancellation; its ids are made once, so that pressed twice it happens once. */
export type JudgementDraft = Owner & {
  readonly reason: string;
  readonly eventId: Id;
  readonly newTaskId: Id;
  /** Whether it was sent as it stands; whether it arrived may be unknown. */
  readonly isSent: boolean;
};

/** A form in which nothing was typed. */
export function blankJudgement(newId: () => Id): JudgementDraft {
  return {
    ...{ reason: '', ownerSeat: null, ownerName: null },
    ...{ eventId: newId(), newTaskId: newId(), isSent: false },
  };
}

/**
 * What is written into the form when somebody types. After it was sent, its answer perhaps lost, other words are another event: under
 * the same id they would pass for the earlier.
 */
export function typedInto(
  { isSent }: JudgementDraft,
  typed: Partial<Owner & { readonly reason: string }>,
  newId: () => Id,
): Partial<JudgementDraft> {
  return isSent ? { ...typed, eventId: newId(), newTaskId: newId(), isSent: false } : typed;
}
