import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { draftOfAnswer } from './answer-form.tsx';
import type { Briefing } from './briefing.ts';
import type { GiveDraft, RaiseDraft } from './difficulty-forms.tsx';
import { useMeeting } from './meeting.tsx';
import { type Waiting, waitingOf } from './outbox.ts';
import type { KeptForm } from './use-draft.ts';
import { WaitingNote } from './waiting-note.tsx';

type Difficulty = Briefing['difficulties'][number];

/** Difficulties that were raised here and that the server does not have yet. */
export function WaitingDifficulties(props: {
  readonly known: readonly Difficulty[];
  readonly form: KeptForm;
}): ReactElement {
  const { waiting, drop } = useMeeting();
  const isKnown = ({ input }: Waiting<'raiseDifficulty'>) =>
    props.known.some(({ difficultyId }) => difficultyId === input.difficultyId);
  const mend = ({ entryId, input }: Waiting<'raiseDifficulty'>) => {
    const { difficultyId, text, saidBy, about } = input;
    drop(entryId);
    const words = about === 'group' ? `Tổ ${input.groupCode}` : 'Hộ đã chọn';
    props.form.open({
      ...{ difficultyId, text, saidBy: saidBy ?? '' },
      about: about === 'matter' ? null : { words, subject: input },
    } satisfies RaiseDraft);
  };
  return (
    <>
      {waitingOf(waiting, 'raiseDifficulty')
        .filter((entry) => !isKnown(entry))
        .map((entry) => (
          <li key={entry.entryId}>
            <WaitingNote entry={entry} text={entry.input.text} onMend={() => mend(entry)} />
          </li>
        ))}
    </>
  );
}

/** What was answered, or given to somebody, and that the server does not have yet. */
export function WaitingAnswers(props: {
  readonly difficulty: Difficulty;
  readonly answering: KeptForm;
  readonly giving: KeptForm;
}): ReactElement {
  const { waiting, drop } = useMeeting();
  const { difficultyId, version } = props.difficulty;
  const mendAnswer = ({ entryId, input }: Waiting<'answerDifficulty'>) => {
    drop(entryId);
    props.answering.open(draftOfAnswer(input));
  };
  const mendGiven = ({ entryId, input }: Waiting<'giveDifficulty'>) => {
    drop(entryId);
    const { seat: ownerSeat, name: ownerName, dueOn } = input;
    props.giving.open({ ownerSeat, ownerName, dueOn, baseVersion: version } satisfies GiveDraft);
  };
  return (
    <>
      {waitingOf(waiting, 'answerDifficulty')
        .filter(({ input }) => input.difficultyId === difficultyId)
        .map((entry) => (
          <WaitingNote
            key={entry.entryId}
            entry={entry}
            text={`trả lời “${entry.input.answer}”`}
            onMend={() => mendAnswer(entry)}
          />
        ))}
      {waitingOf(waiting, 'giveDifficulty')
        .filter(({ input }) => input.difficultyId === difficultyId)
        .map((entry) => (
          <WaitingNote
            key={entry.entryId}
            entry={entry}
            text={`giao ${entry.input.name}, hạn ${formatDate(entry.input.dueOn)}`}
            onMend={() => mendGiven(entry)}
            anew={() => ({ ...entry, refusal: undefined, input: { ...entry.input, baseVersion: version } })}
          />
        ))}
    </>
  );
}
