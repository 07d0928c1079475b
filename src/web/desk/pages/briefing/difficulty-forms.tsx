import type { FormEvent, ReactElement } from 'react';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { answerDifficulty, listSeats } from '../../../../modules/governance/contract.ts';
import { LONGEST } from '../../../../modules/governance/domain/bounds.ts';
import { isSettled } from '../../../../modules/governance/domain/difficulty.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import { textOfDay } from '../../../shared/typed-date.ts';
import { may, useMe } from '../../session.tsx';
import { type About, subjectOf } from './about-choices.ts';
import { AboutField } from './about-field.tsx';
import { useAskedOutside } from './asked-outside.ts';
import type { Briefing, Within } from './briefing.ts';
import { SettledMeanwhile } from './meanwhile.tsx';
import { NameNote } from './name-note.tsx';
import { NumberNote } from './number-note.tsx';
import { OwnerField } from './owner-field.tsx';
import { OwnerHint } from './owner-hint.tsx';
import { SaidByField } from './said-by-field.tsx';
import { type Owner, seatOptions } from './seats-typed.ts';
import { type KeptForm, takeFirstField, useDraft } from './use-draft.ts';
import { useSentLater } from './use-sent-later.ts';

/** What stands in the form of a difficulty; the id is made once, so that sending twice raises once. */
export type RaiseDraft = {
  readonly difficultyId: Id;
  readonly text: string;
  readonly saidBy: string;
  readonly about: About | null;
};

/** A difficulty raised in the meeting: what, about whom [GV135], and, where who records there writes it down, who said it [GV102]. */
export function RaiseForm({
  briefing,
  within,
  form,
}: {
  briefing: Briefing;
  within: Within;
  form: KeptForm;
}): ReactElement {
  const writesForOthers = may(useMe(), answerDifficulty);
  const [{ difficultyId, text, saidBy, about }, change] = useDraft<RaiseDraft>(form.name, () => ({
    ...newDifficulty(),
    text: '',
    saidBy: '',
    about: null,
  }));
  const raise = useSentLater('raiseDifficulty', () => change(newDifficulty()));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const said = {
      ...within,
      difficultyId,
      ...subjectOf(within.communeId, about),
      text,
      saidBy: !writesForOthers || saidBy.trim() === '' ? null : saidBy,
    };
    await form.send(
      (onTaken) => raise.run(said, onTaken),
      () => change(newDifficulty()),
    );
  };
  return (
    <form
      className="form"
      ref={form.moved === 'opened' ? takeFirstField : undefined}
      onSubmit={(event) => void submit(event)}
    >
      <TextField
        label="Khó khăn"
        value={text}
        printed={text}
        required
        maxLength={LONGEST.difficulty}
        onText={(typed) => change({ text: typed })}
      />
      {writesForOthers ? <NameNote text={text} kind="difficulty" briefing={briefing} /> : null}
      <NumberNote text={text} />
      <AboutField
        communeId={within.communeId}
        value={about}
        onAbout={(chosen) => change({ about: chosen })}
      />
      {writesForOthers ? (
        <SaidByField asked={within} value={saidBy} onText={(typed) => change({ saidBy: typed })} />
      ) : null}
      <Refused error={raise.error} />
      <div className="form-acts">
        <button type="submit" className="btn go sm" disabled={raise.isBusy}>
          Nêu khó khăn
        </button>
        <button type="button" className="btn sm" onClick={form.close}>
          Thôi
        </button>
      </div>
    </form>
  );
}

function newDifficulty(): Pick<RaiseDraft, 'difficultyId'> {
  return { difficultyId: crypto.randomUUID() as Id };
}

type Answering = { difficulty: Briefing['difficulties'][number]; within: Within; form: KeptForm };

/** What stands in the form of giving, with the version that the person began with [GV90]. */
export type GiveDraft = Owner & {
  readonly dueOn: BusinessDate | null;
  /** The day as it was typed, which may be none yet. */
  readonly dueTyped?: string | undefined;
  readonly baseVersion: number;
};

/** Who is to answer, and until when. */
export function GiveForm({ difficulty, within, form }: Answering): ReactElement {
  const { data } = useQuestion(listSeats, within);
  const seats = seatOptions(data);
  const outside = useAskedOutside(seats);
  const [{ dueOn, dueTyped, baseVersion, ...owner }, change] = useDraft<GiveDraft>(form.name, () => ({
    ownerSeat: null,
    ownerName: null,
    dueOn: null,
    baseVersion: difficulty.version,
  }));
  const command = useSentLater('giveDifficulty');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (owner.ownerName === null || dueOn === null || outside.stops(owner, event)) return;
    const given = {
      communeId: within.communeId,
      difficultyId: difficulty.difficultyId,
      seat: owner.ownerSeat,
      name: owner.ownerName,
      dueOn,
      baseVersion,
    };
    await form.send(
      (onTaken) => command.run(given, onTaken),
      () => change({ baseVersion: baseVersion + 1 }),
    );
  };
  return (
    <form
      className="form"
      ref={form.moved === 'opened' ? takeFirstField : undefined}
      onSubmit={(event) => void submit(event)}
    >
      <SettledMeanwhile difficulty={difficulty} words={owner.ownerName ?? ''} />
      <div className="form-field">
        <span className="form-label">Người trả lời</span>
        <OwnerField
          label="Người trả lời"
          seats={seats}
          value={owner}
          field={outside.field}
          onOwner={change}
        />
        <OwnerHint
          seats={seats}
          value={owner}
          field={outside.field}
          askedOf={outside.askedOf}
          press="Giao"
          onOwner={change}
        />
      </div>
      <DateField
        label="Hạn trả lời"
        value={dueOn ?? undefined}
        typed={textOfDay(dueTyped, dueOn)}
        onDate={(date, typed) => change({ dueOn: date ?? null, dueTyped: typed })}
      />
      <Refused error={command.error} />
      <div className="form-acts">
        <button
          type="submit"
          className="btn go sm"
          disabled={
            command.isBusy || isSettled(difficulty.state) || owner.ownerName === null || dueOn === null
          }
        >
          Giao
        </button>
        <button type="button" className="btn sm" onClick={form.close}>
          Thôi
        </button>
      </div>
    </form>
  );
}
