import { type ReactElement, useState } from 'react';
import {
  answerDifficulty,
  giveDifficulty,
  listSeats,
  raiseDifficulty,
} from '../../../../modules/governance/contract.ts';
import { isEnded } from '../../../../modules/governance/domain/briefing.ts';
import { DIFFICULTY_STATES, isSettled } from '../../../../modules/governance/domain/difficulty.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Icon } from '../../../shared/components/icon.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { may, useMe } from '../../session.tsx';
import { AnswerForm } from './answer-form.tsx';
import type { Briefing, Within } from './briefing.ts';
import { CarriedSince, CarriedTo } from './carried-words.tsx';
import { DifficultyAbout } from './difficulty-about.tsx';
import { GiveForm, RaiseForm } from './difficulty-forms.tsx';
import { DifficultyState, TaskOfDifficulty } from './difficulty-state.tsx';
import { DropForm } from './drop-form.tsx';
import type { SeatOption } from './seats-typed.ts';
import { type KeptForm, takeKeyboard, useKeptForm } from './use-draft.ts';
import { isVacant } from './vacant-owners.ts';
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
  const canGive = !isEnded(briefing.state) && may(me, giveDifficulty);
  const { data } = useQuestion(listSeats, { communeId: within.communeId }, { enabled: canGive });
  return (
    <Section
      title="Khó khăn nêu ra"
      note={noteOf(briefing)}
      actions={
        canRaise && !raising.isOpen ? (
          <button
            type="button"
            className="twin no-print"
            ref={raising.moved === 'closed' ? takeKeyboard : undefined}
            onClick={() => raising.open()}
          >
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
            seats={data?.seats ?? []}
            isEnded={isEnded(briefing.state)}
            isClosed={briefing.state === 'closed'}
            {...{ today: briefing.today, metOn: briefing.metOn }}
          />
        ))}
        <WaitingDifficulties known={difficulties} form={raising} />
      </ol>
      {canRaise && raising.isOpen ? <RaiseForm briefing={briefing} within={within} form={raising} /> : null}
    </Section>
  );
}

/** How many there are; of a briefing that is not held, what nobody answered has gone on, and the head of the page says where [GV110]. */
function noteOf({ difficulties, state }: Briefing): string {
  if (difficulties.length === 0) return state === 'cancelled' ? 'không còn ở buổi này' : 'chưa có';
  return [formatInteger(difficulties.length), ...statesOf(difficulties)].join(', ');
}

/** `chưa trả lời 1, đã giao 2`: as the list of briefings counts them. */
function statesOf(difficulties: readonly Pick<Difficulty, 'state'>[]): string[] {
  return Object.entries(DIFFICULTY_STATES).flatMap(([state, words]) => {
    const count = difficulties.filter((one) => one.state === state).length;
    return count === 0 ? [] : [`${words.toLowerCase()} ${formatInteger(count)}`];
  });
}

type OneProps = {
  difficulty: Difficulty;
  within: Within;
  communeCode: string;
  /** The offices of today, for who writes here until it has ended. */
  seats: readonly SeatOption[];
  isEnded: boolean;
  isClosed: boolean;
  today: Briefing['today'];
  metOn: Briefing['metOn'];
};

function OneDifficulty(props: OneProps): ReactElement {
  const { difficulty, communeCode, seats } = props;
  return (
    <li>
      <span className="lines-text">
        <DifficultyAbout
          difficulty={difficulty}
          commune={{ id: props.within.communeId, code: communeCode }}
        />
        {difficulty.text}
      </span>
      <span className="lines-meta">
        <span>
          {difficulty.raisedByName} nêu
          <CarriedSince difficulty={difficulty} communeCode={communeCode} />
        </span>
        <span className="push">
          <DifficultyState
            difficulty={difficulty}
            metOn={props.metOn}
            isClosed={props.isClosed}
            isVacant={difficulty.givenNow === null && isVacant(seats, { ownerSeat: difficulty.givenSeat })}
          />
        </span>
      </span>
      <TaskOfDifficulty difficulty={difficulty} today={props.today} communeCode={communeCode} />
      <CarriedTo difficulty={difficulty} communeCode={communeCode} />
      <Steps {...props} />
    </li>
  );
}

/**
 * What can be done with a difficulty that is not settled: to answer it, give it to somebody, or drop it with a reason. A form that is
 * open while another settles it stays [GV119].
 */
function Steps({ difficulty, within, isEnded: isOver }: OneProps): ReactElement {
  const me = useMe();
  const [closedLast, setClosedLast] = useState<string>();
  const answering = useKeptForm(`answer.${difficulty.difficultyId}`, setClosedLast);
  const giving = useKeptForm(`give.${difficulty.difficultyId}`, setClosedLast);
  const dropping = useKeptForm(`drop.${difficulty.difficultyId}`, setClosedLast);
  // The buttons come back together: of several forms that were closed here the last one's has the keyboard.
  const keyboardOf = ({ name }: KeptForm) => (closedLast === name ? takeKeyboard : undefined);
  const isOpen = !isSettled(difficulty.state) && !isOver;
  const mayType = !isOver && may(me, answerDifficulty);
  const isTyping = answering.isOpen || giving.isOpen || dropping.isOpen;
  return (
    <>
      {isOpen && mayType && !isTyping ? (
        <span className="row-acts no-print">
          <button type="button" className="link" ref={keyboardOf(answering)} onClick={() => answering.open()}>
            Trả lời
          </button>
          <button type="button" className="link" ref={keyboardOf(giving)} onClick={() => giving.open()}>
            Giao người trả lời
          </button>
          <button type="button" className="link" ref={keyboardOf(dropping)} onClick={() => dropping.open()}>
            Bỏ, nêu lý do
          </button>
        </span>
      ) : null}
      <WaitingAnswers difficulty={difficulty} answering={answering} giving={giving} />
      {mayType && answering.isOpen ? (
        <AnswerForm difficulty={difficulty} within={within} form={answering} />
      ) : null}
      {mayType && giving.isOpen ? <GiveForm difficulty={difficulty} within={within} form={giving} /> : null}
      {mayType && dropping.isOpen ? (
        <DropForm difficulty={difficulty} within={within} form={dropping} />
      ) : null}
    </>
  );
}
