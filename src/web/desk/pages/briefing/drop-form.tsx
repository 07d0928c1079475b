import type { FormEvent, ReactElement } from 'react';
import { dropDifficulty } from '../../../../modules/governance/contract.ts';
import { LONGEST } from '../../../../modules/governance/domain/bounds.ts';
import { isSettled } from '../../../../modules/governance/domain/difficulty.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import type { Briefing, Within } from './briefing.ts';
import { SettledMeanwhile } from './meanwhile.tsx';
import { NumberNote } from './number-note.tsx';
import { type KeptForm, takeFirstField, useDraft } from './use-draft.ts';

/** What stands in the form of dropping, with the version that the person began with [GV90]. */
type DropDraft = { readonly reason: string; readonly baseVersion: number };

/** Why nobody has to answer a difficulty any more [GV121]; it cannot be taken back, so it waits for the network. */
export function DropForm(props: {
  readonly difficulty: Briefing['difficulties'][number];
  readonly within: Within;
  readonly form: KeptForm;
}): ReactElement {
  const { difficultyId, version, state } = props.difficulty;
  const [{ reason, baseVersion }, change] = useDraft<DropDraft>(props.form.name, () => ({
    reason: '',
    baseVersion: version,
  }));
  const drop = useCommand(dropDifficulty);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { communeId } = props.within;
    const said = { communeId, difficultyId, reason, baseVersion };
    await props.form.send((onTaken) => drop.run(said, { onTaken }));
  };
  return (
    <form
      className="form"
      ref={props.form.moved === 'opened' ? takeFirstField : undefined}
      onSubmit={(event) => void submit(event)}
    >
      <SettledMeanwhile difficulty={props.difficulty} words={reason} />
      <TextField
        label="Lý do bỏ"
        hint="Khó khăn vẫn ghi trong biên bản cùng lý do, không chuyển sang buổi sau."
        value={reason}
        printed={reason}
        required
        maxLength={LONGEST.dropReason}
        onText={(typed) => change({ reason: typed })}
      />
      <NumberNote text={reason} />
      <Refused error={drop.error} />
      <div className="form-acts">
        <button type="submit" className="btn go sm" disabled={drop.isBusy || isSettled(state)}>
          Bỏ khó khăn
        </button>
        <button type="button" className="btn sm" onClick={props.form.close}>
          Thôi
        </button>
      </div>
    </form>
  );
}
