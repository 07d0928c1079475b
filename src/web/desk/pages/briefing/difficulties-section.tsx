import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { answerDifficulty, raiseDifficulty } from '../../../../modules/governance/contract.ts';
import { isEnded } from '../../../../modules/governance/domain/briefing.ts';
import { Icon } from '../../../shared/components/icon.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { may, useMe } from '../../session.tsx';
import { AnswerForm } from './answer-form.tsx';
import { type Briefing, hourOf, type Within } from './briefing.ts';
import { DifficultyAbout } from './difficulty-about.tsx';
import { GiveForm, RaiseForm } from './difficulty-forms.tsx';
import { useKeptForm } from './use-draft.ts';
import { WaitingAnswers, WaitingDifficulties } from './waiting-difficulties.tsx';

type Difficulty = Briefing['difficulties'][number];

/** Difficulties raised: answered on the spot with the hour, or given to somebody with a day. */
export function DifficultiesSection(props: {
  briefing: Briefing;
  within: Within;
  communeCode: string;
}): ReactElement {
  const me = useMe();
  const { briefing, within } = props;
  const raising = useKeptForm('raise');
  const { difficulties } = briefing;
  const canRaise = !isEnded(briefing.state) && may(me, raiseDifficulty);
  return (
    <Section
      title="Khó khăn nêu ra"
      note={noteOf(briefing)}
      actions={
        canRaise && !raising.isOpen ? (
          <button type="button" className="twin no-print" onClick={() => raising.open()}>
            <Icon name="plus" />
            Nêu
          </button>
        ) : undefined
      }
    >
      <ol className="lines">
        {difficulties.map((difficulty) => (
          <OneDifficulty
            key={difficulty.difficultyId}
            difficulty={difficulty}
            within={within}
            communeCode={props.communeCode}
            isEnded={isEnded(briefing.state)}
          />
        ))}
        <WaitingDifficulties known={difficulties} form={raising} />
      </ol>
      {canRaise && raising.isOpen ? <RaiseForm within={within} form={raising} /> : null}
    </Section>
  );
}

/** How many there are; of a briefing that is not held, what nobody answered has gone on, and the head of the page says where [GV110]. */
function noteOf({ difficulties, state }: Briefing): string {
  if (difficulties.length === 0) return state === 'cancelled' ? 'không còn ở buổi này' : 'chưa có';
  const answered = difficulties.filter((one) => one.state === 'answered').length;
  return `${difficulties.length}, đã trả lời ${answered}`;
}

function OneDifficulty(props: {
  difficulty: Difficulty;
  within: Within;
  communeCode: string;
  isEnded: boolean;
}): ReactElement {
  const me = useMe();
  const { difficulty } = props;
  const answering = useKeptForm(`answer.${difficulty.difficultyId}`);
  const giving = useKeptForm(`give.${difficulty.difficultyId}`);
  const isOpen = difficulty.state !== 'answered' && !props.isEnded;
  return (
    <li>
      <span className="lines-text">
        <DifficultyAbout
          difficulty={difficulty}
          commune={{ id: props.within.communeId, code: props.communeCode }}
        />
        {difficulty.text}
      </span>
      <span className="lines-meta">
        <span>{difficulty.raisedByName} nêu</span>
        <span className="push">
          <DifficultyState difficulty={difficulty} />
        </span>
      </span>
      {isOpen && may(me, answerDifficulty) && !answering.isOpen && !giving.isOpen ? (
        <span className="row-acts no-print">
          <button type="button" className="link" onClick={() => answering.open()}>
            Trả lời
          </button>
          <button type="button" className="link" onClick={() => giving.open()}>
            Giao người trả lời
          </button>
        </span>
      ) : null}
      <WaitingAnswers difficulty={difficulty} answering={answering} giving={giving} />
      {isOpen && answering.isOpen ? (
        <AnswerForm difficulty={difficulty} within={props.within} form={answering} />
      ) : null}
      {isOpen && giving.isOpen ? (
        <GiveForm difficulty={difficulty} within={props.within} form={giving} />
      ) : null}
    </li>
  );
}

function DifficultyState({ difficulty }: { difficulty: Difficulty }): ReactElement {
  if (difficulty.state === 'answered')
    return (
      <Status tone="good" icon="check">
        {difficulty.answer?.replace(/\.$/u, '')}
        {difficulty.answeredAt === null ? '' : `, ${hourOf(difficulty.answeredAt)}`}
        {difficulty.contactId === null ? '' : '. Số liên lạc ở hồ sơ hộ'}
      </Status>
    );
  if (difficulty.state === 'given')
    return (
      <Status tone="warn" icon="clock">
        {difficulty.givenName} trả lời
        {difficulty.dueOn === null ? '' : `, ${formatDate(difficulty.dueOn).slice(0, 5)}`}
      </Status>
    );
  return (
    <Status tone="dim" icon="circle">
      Chưa trả lời
    </Status>
  );
}
