import type { Id } from '../../../../kernel/ids.ts';
import type { SentDraft } from '../../sent-draft.ts';
import type { Owner } from '../briefing/seats-typed.ts';

/** What stands in the form of a return, a hand-over or a cancellation; its ids are made once, so that pressed twice it happens once. */
export type JudgementDraft = Owner &
  SentDraft & {
    readonly reason: string;
    readonly eventId: Id;
    readonly newTaskId: Id;
  };

/** A form in which nothing was typed. */
export function blankJudgement(newId: () => Id): JudgementDraft {
  return { reason: '', ownerSeat: null, ownerName: null, ...judgementIds(newId) };
}

/** The ids under which a judgement goes. */
export function judgementIds(newId: () => Id): Pick<JudgementDraft, 'eventId' | 'newTaskId'> {
  return { eventId: newId(), newTaskId: newId() };
}
