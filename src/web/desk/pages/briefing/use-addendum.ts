import { useState } from 'react';
import type { Id } from '../../../../kernel/ids.ts';
import { addAddendum } from '../../../../modules/governance/contract.ts';
import { keptWords } from '../../kept-words.ts';
import { type SentDraft, typedInto } from '../../sent-draft.ts';
import { type Me, may } from '../../session.tsx';
import type { Briefing } from './briefing.ts';
import { ADDENDUM_FORM } from './left-out.ts';
import { useMeeting } from './meeting.tsx';
import { readDraft } from './outbox.ts';
import { type KeptForm, useKeptForm } from './use-draft.ts';

/** What stands in the form of an addendum; the id is made once for its words, so that sending twice writes it once. */
export type AddendumDraft = SentDraft & {
  readonly addendumId: Id;
  readonly text: string;
  readonly reason: string;
};

/** An addendum that nothing was written in. */
export function emptyAddendum(): AddendumDraft {
  return { ...newAddendum(), text: '', reason: '' };
}

/** The id of words that may not pass for those that were sent. */
export function newAddendum(): Pick<AddendumDraft, 'addendumId'> {
  return { addendumId: crypto.randomUUID() as Id };
}

/** The form of an addendum to closed minutes, and the way to put words into it from elsewhere on the page. */
export type Addendum = {
  readonly form: KeptForm;
  /** Counts what was put in from elsewhere: the form takes its fields anew. */
  readonly turn: number;
  readonly supplement: (words: string) => void;
};

/** The addendum that is being written in a briefing. */
export function useAddendum(): Addendum {
  const { place } = useMeeting();
  const form = useKeptForm(ADDENDUM_FORM);
  const [turn, setTurn] = useState(0);
  const supplement = (words: string) => {
    const kept = readDraft<AddendumDraft>(keptWords(), place, ADDENDUM_FORM) ?? emptyAddendum();
    const text = kept.text === '' ? words : `${kept.text}; ${words}`;
    form.open({ ...kept, ...typedInto(kept, { text }, newAddendum) });
    setTurn(turn + 1);
  };
  return { form, turn, supplement };
}

/** Whether somebody writes addenda of a briefing [GV123]: the bank does, the chair of the commune where he chaired. */
export function maySupplement(me: Me, { chairPart }: Pick<Briefing, 'chairPart'>): boolean {
  return may(me, addAddendum) && (me.acting.role !== 'communeChair' || chairPart === 'communeChair');
}

/** Whether somebody who writes addenda elsewhere is to be told that the bank writes those of this briefing [GV123]. */
export function isLeftToBank(me: Me, briefing: Pick<Briefing, 'chairPart'>): boolean {
  return may(me, addAddendum) && !maySupplement(me, briefing);
}
