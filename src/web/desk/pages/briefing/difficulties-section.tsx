import { type FormEvent, type ReactElement, useState } from 'react';
import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import {
  answerDifficulty,
  giveDifficulty,
  listSeats,
  raiseDifficulty,
} from '../../../../modules/governance/contract.ts';
import { showHousehold } from '../../../../modules/registry/contract.ts';
import { useCommand, useQuestion } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { may, useMe } from '../../session.tsx';
import { type Briefing, hourOf, type Within } from './briefing.ts';
import { type Owner, OwnerField } from './owner-field.tsx';

type Difficulty = Briefing['difficulties'][number];

/** Difficulties raised: answered on the spot with the hour, or given to somebody with a day. */
export function DifficultiesSection(props: {
  briefing: Briefing;
  within: Within;
  communeCode: string;
}): ReactElement {
  const me = useMe();
  const { briefing, within } = props;
  const [isRaising, setRaising] = useState(false);
  const { difficulties } = briefing;
  const answered = difficulties.filter(({ state }) => state === 'answered').length;
  const canRaise = briefing.state !== 'closed' && may(me, raiseDifficulty);
  return (
    <Section
      title="Khó khăn nêu ra"
      note={difficulties.length === 0 ? 'chưa có' : `${difficulties.length}, đã trả lời ${answered}`}
      actions={
        canRaise && !isRaising ? (
          <button type="button" className="twin no-print" onClick={() => setRaising(true)}>
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
            isClosed={briefing.state === 'closed'}
          />
        ))}
      </ol>
      {isRaising ? <RaiseForm within={within} onDone={() => setRaising(false)} /> : null}
    </Section>
  );
}

function OneDifficulty(props: {
  difficulty: Difficulty;
  within: Within;
  communeCode: string;
  isClosed: boolean;
}): ReactElement {
  const me = useMe();
  const { difficulty } = props;
  const [form, setForm] = useState<'answer' | 'give'>();
  const isOpen = difficulty.state !== 'answered' && !props.isClosed;
  return (
    <li>
      <span className="lines-text">
        {difficulty.householdId === null || difficulty.personName === null ? null : (
          <>
            {may(me, showHousehold) ? (
              <AppLink href={paths.household(props.communeCode, difficulty.householdId)}>
                {difficulty.personName}
              </AppLink>
            ) : (
              <b>{difficulty.personName}</b>
            )}
            :{' '}
          </>
        )}
        {difficulty.text}
      </span>
      <span className="lines-meta">
        <span>{difficulty.raisedByName} nêu</span>
        <span className="push">
          <DifficultyState difficulty={difficulty} />
        </span>
      </span>
      {isOpen && may(me, answerDifficulty) && form === undefined ? (
        <span className="row-acts no-print">
          <button type="button" className="link" onClick={() => setForm('answer')}>
            Trả lời
          </button>
          <button type="button" className="link" onClick={() => setForm('give')}>
            Giao người trả lời
          </button>
        </span>
      ) : null}
      {form === 'answer' ? (
        <AnswerForm difficulty={difficulty} within={props.within} onDone={() => setForm(undefined)} />
      ) : null}
      {form === 'give' ? (
        <GiveForm difficulty={difficulty} within={props.within} onDone={() => setForm(undefined)} />
      ) : null}
    </li>
  );
}

function DifficultyState({ difficulty }: { difficulty: Difficulty }): ReactElement {
  if (difficulty.state === 'answered')
    return (
      <Status tone="good" icon="check">
        {difficulty.answer}
        {difficulty.answeredAt === null ? '' : `, ${hourOf(difficulty.answeredAt)}`}
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

function RaiseForm({ within, onDone }: { within: Within; onDone: () => void }): ReactElement {
  const [text, setText] = useState('');
  const [saidBy, setSaidBy] = useState('');
  const [difficultyId] = useState(() => crypto.randomUUID() as Id);
  const raise = useCommand(raiseDifficulty);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await raise.run({
      ...within,
      difficultyId,
      about: 'matter',
      householdId: null,
      personId: null,
      contractNo: null,
      groupCode: null,
      text,
      saidBy: saidBy.trim() === '' ? null : saidBy,
    });
    if (done !== undefined) onDone();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <TextField
        label="Khó khăn"
        hint="Về một hộ: mở trang hộ rồi bấm “Nêu khó khăn”, tên hộ đi theo."
        value={text}
        required
        maxLength={1000}
        onText={setText}
      />
      <TextField label="Ai nêu" hint="Bỏ trống nếu là chính mình." value={saidBy} onText={setSaidBy} />
      <Refused error={raise.error} />
      <div className="form-acts">
        <button type="submit" className="btn go sm" disabled={raise.isBusy}>
          Nêu khó khăn
        </button>
        <button type="button" className="btn sm" onClick={onDone}>
          Thôi
        </button>
      </div>
    </form>
  );
}

type Answering = { difficulty: Difficulty; within: Within; onDone: () => void };

function AnswerForm({ difficulty, within, onDone }: Answering): ReactElement {
  const [answer, setAnswer] = useState('');
  const command = useCommand(answerDifficulty);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { communeId } = within;
    const { difficultyId } = difficulty;
    if ((await command.run({ communeId, difficultyId, answer, contactId: null })) !== undefined) onDone();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <TextField label="Trả lời" value={answer} required maxLength={1000} onText={setAnswer} />
      <Refused error={command.error} />
      <div className="form-acts">
        <button type="submit" className="btn go sm" disabled={command.isBusy}>
          Ghi câu trả lời
        </button>
        <button type="button" className="btn sm" onClick={onDone}>
          Thôi
        </button>
      </div>
    </form>
  );
}

function GiveForm({ difficulty, within, onDone }: Answering): ReactElement {
  const { data } = useQuestion(listSeats, { communeId: within.communeId });
  const [owner, setOwner] = useState<Owner>({ ownerSeat: null, ownerName: null });
  const [dueOn, setDueOn] = useState<BusinessDate>();
  const command = useCommand(giveDifficulty);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (owner.ownerName === null || dueOn === undefined) return;
    const done = await command.run({
      communeId: within.communeId,
      difficultyId: difficulty.difficultyId,
      seat: owner.ownerSeat,
      name: owner.ownerName,
      dueOn,
    });
    if (done !== undefined) onDone();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <div className="form-field">
        <span className="form-label">Người trả lời</span>
        <OwnerField label="Người trả lời" seats={data?.seats ?? []} value={owner} onOwner={setOwner} />
      </div>
      <DateField label="Hạn trả lời" value={dueOn} onDate={setDueOn} />
      <Refused error={command.error} />
      <div className="form-acts">
        <button
          type="submit"
          className="btn go sm"
          disabled={command.isBusy || owner.ownerName === null || dueOn === undefined}
        >
          Giao
        </button>
        <button type="button" className="btn sm" onClick={onDone}>
          Thôi
        </button>
      </div>
    </form>
  );
}
