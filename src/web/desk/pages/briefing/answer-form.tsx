import type { FormEvent, ReactElement } from 'react';
import type { InputOf } from '../../../../kernel/contract.ts';
import type { answerDifficulty } from '../../../../modules/governance/contract.ts';
import { LONGEST } from '../../../../modules/governance/domain/bounds.ts';
import { isSettled } from '../../../../modules/governance/domain/difficulty.ts';
import { CONTACT_RELATIONS, showHousehold } from '../../../../modules/registry/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { SelectField, TextField } from '../../../shared/components/field.tsx';
import { formatPhone } from '../../../shared/format.ts';
import { may, useMe } from '../../session.tsx';
import type { CommuneId, Contact, Relation } from '../household/member.ts';
import type { Briefing, Within } from './briefing.ts';
import { SettledMeanwhile } from './meanwhile.tsx';
import { NumberNote } from './number-note.tsx';
import { type KeptForm, takeFirstField, useDraft } from './use-draft.ts';
import { useSentLater } from './use-sent-later.ts';

type Props = {
  readonly difficulty: Briefing['difficulties'][number];
  readonly within: Within;
  readonly form: KeptForm;
};

/** What is chosen in place of a contact of the household. */
const NO_NUMBER = '';
const NEW_NUMBER = 'so-moi';

/** A number that was found, as it is typed. */
type Typed = {
  readonly phone: string;
  readonly relation: Relation;
  readonly name: string;
  readonly toldBy: string;
};

const NOTHING_TYPED: Typed = { phone: '', relation: 'self', name: '', toldBy: '' };

/** What stands in the form of an answer. */
export type AnswerDraft = {
  readonly answer: string;
  /** The number that was found: none, a new one, or the id of a contact of the household. */
  readonly chosen: string;
  readonly typed: Typed;
};

const NOTHING_WRITTEN: AnswerDraft = { answer: '', chosen: NO_NUMBER, typed: NOTHING_TYPED };

type Sent = Pick<InputOf<typeof answerDifficulty>, 'answer' | 'contactId' | 'found'>;

/** The form as it was when this was sent: to mend what was refused. */
export function draftOfAnswer({ answer, contactId, found }: Sent): AnswerDraft {
  if (found === null) return { ...NOTHING_WRITTEN, answer, chosen: contactId ?? NO_NUMBER };
  const { phone, relation, name, toldBy } = found;
  return { answer, chosen: NEW_NUMBER, typed: { phone, relation, name: name ?? '', toldBy: toldBy ?? '' } };
}

/** The answer given on the spot; about a household that nobody could reach, with the number that was found [GV85]. */
export function AnswerForm({ difficulty, within, form }: Props): ReactElement {
  const [{ answer, chosen, typed }, change] = useDraft(form.name, () => NOTHING_WRITTEN);
  const command = useSentLater('answerDifficulty');
  const me = useMe();
  const { householdId, difficultyId, state } = difficulty;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const contact = contactOf(chosen, typed);
    const { communeId } = within;
    const said = { communeId, difficultyId, answer, ...contact };
    await form.send((onTaken) => command.run(said, onTaken));
  };
  return (
    <form
      className="form"
      ref={form.moved === 'opened' ? takeFirstField : undefined}
      onSubmit={(event) => void submit(event)}
    >
      <SettledMeanwhile difficulty={difficulty} words={answer} />
      <TextField
        label="Trả lời"
        value={answer}
        printed={answer}
        required
        maxLength={LONGEST.answer}
        onText={(text) => change({ answer: text })}
      />
      <NumberNote text={answer} />
      {householdId === null || !may(me, showHousehold) ? null : (
        <ChooseNumber
          household={{ communeId: within.communeId, householdId }}
          value={chosen}
          onChoose={(value) => change({ chosen: value })}
        />
      )}
      {chosen === NEW_NUMBER ? (
        <NewNumber typed={typed} onTyped={(number) => change({ typed: number })} />
      ) : null}
      <Refused error={command.error} />
      <div className="form-acts">
        <button type="submit" className="btn go sm" disabled={command.isBusy || isSettled(state)}>
          Ghi câu trả lời
        </button>
        <button type="button" className="btn sm" onClick={form.close}>
          Thôi
        </button>
      </div>
    </form>
  );
}

function contactOf(chosen: string, { phone, relation, name, toldBy }: Typed) {
  if (chosen === NO_NUMBER) return { contactId: null, found: null };
  if (chosen !== NEW_NUMBER) return { contactId: chosen as Contact['contactId'], found: null };
  return { contactId: null, found: { phone, relation, name: orNull(name), toldBy: orNull(toldBy) } };
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}

/** The numbers of the household's file, and a new one. */
function ChooseNumber(props: {
  readonly household: {
    readonly communeId: CommuneId;
    readonly householdId: NonNullable<Props['difficulty']['householdId']>;
  };
  readonly value: string;
  readonly onChoose: (value: string) => void;
}): ReactElement {
  const { data } = useQuestion(showHousehold, props.household);
  const known = (data?.members ?? []).flatMap(({ contacts }) => contacts);
  const options = [
    { value: NO_NUMBER, text: 'Không có số nào' },
    { value: NEW_NUMBER, text: 'Ghi số mới tìm được' },
    ...known.map((contact) => ({ value: contact.contactId as string, text: wordsOf(contact) })),
  ];
  return (
    <SelectField
      label="Số liên lạc tìm được"
      value={props.value}
      options={options}
      onChoose={props.onChoose}
    />
  );
}

function wordsOf({ phone, relation, name, wrongNumberSince }: Contact): string {
  const who = name === null ? CONTACT_RELATIONS[relation] : `${CONTACT_RELATIONS[relation]}, ${name}`;
  return `${formatPhone(phone)} (${who}${wrongNumberSince === null ? '' : ', đã đánh dấu sai số'})`;
}

/** A number that is not in the file yet: it goes there with this meeting as its source. */
function NewNumber({ typed, onTyped }: { typed: Typed; onTyped: (typed: Typed) => void }): ReactElement {
  return (
    <>
      <TextField
        label="Số điện thoại"
        hint="Vào hồ sơ hộ cùng câu trả lời, ghi rõ nghe ở buổi giao ban nào."
        value={typed.phone}
        inputMode="tel"
        required
        maxLength={LONGEST.phone}
        onText={(phone) => onTyped({ ...typed, phone })}
      />
      <SelectField
        label="Ai nghe máy"
        value={typed.relation}
        options={Object.entries(CONTACT_RELATIONS).map(([value, text]) => ({ value, text }))}
        onChoose={(relation) => onTyped({ ...typed, relation: relation as Relation })}
      />
      <TextField
        label="Tên người nghe"
        hint="Bỏ trống nếu là chính người vay."
        value={typed.name}
        maxLength={LONGEST.personName}
        onText={(name) => onTyped({ ...typed, name })}
      />
      <TextField
        label="Ai cho biết số này"
        hint="Bỏ trống nếu là chính mình."
        value={typed.toldBy}
        maxLength={LONGEST.teller}
        onText={(toldBy) => onTyped({ ...typed, toldBy })}
      />
    </>
  );
}
