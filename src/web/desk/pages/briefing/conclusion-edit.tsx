import type { FormEvent, ReactElement } from 'react';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { removeConclusion } from '../../../../modules/governance/contract.ts';
import { LONGEST } from '../../../../modules/governance/domain/bounds.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import { textOfDay } from '../../../shared/typed-date.ts';
import type { Briefing, Within } from './briefing.ts';
import { LengthLeft } from './length-left.tsx';
import { NameNote } from './name-note.tsx';
import { OwnerField } from './owner-field.tsx';
import { OwnerHint } from './owner-hint.tsx';
import type { Owner, SeatOption } from './seats-typed.ts';
import { type KeptForm, useDraft } from './use-draft.ts';
import { useSentLater } from './use-sent-later.ts';

/**
 * What stands in the form of a conclusion being changed: the version the person began with, since what others write meanwhile must
 * not pass for what they saw [GV8], and one id for one change.
 */
export type EditDraft = Owner & {
  readonly text: string;
  readonly dueOn: BusinessDate | null;
  /** The day as it was typed, which may be none yet. */
  readonly dueTyped?: string | undefined;
  readonly baseVersion: number;
  readonly changeId: Id;
};

/** A conclusion being changed in its place. */
export function ConclusionEdit(props: {
  readonly line: Briefing['conclusions'][number];
  readonly briefing: Briefing;
  readonly seats: readonly SeatOption[];
  readonly within: Within;
  readonly form: KeptForm;
}): ReactElement {
  const { line, within, form } = props;
  const { conclusionId } = line;
  const [draft, type] = useDraft<EditDraft>(form.name, () => ({
    text: line.text,
    ownerSeat: line.ownerSeat,
    ownerName: line.ownerName,
    dueOn: line.dueOn,
    baseVersion: line.version,
    changeId: crypto.randomUUID() as Id,
  }));
  const change = useSentLater('changeConclusion');
  const remove = useCommand(removeConclusion);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { dueTyped: _, ...said } = draft;
    if (await change.run({ ...within, ...said, conclusionId })) form.close();
  };
  const takeOut = async () => {
    const { baseVersion } = draft;
    if ((await remove.run({ ...within, conclusionId, baseVersion })) !== undefined) form.close();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <TextField
        label="Kết luận"
        value={draft.text}
        printed={draft.text}
        required
        onText={(text) => type({ text })}
      />
      <LengthLeft text={draft.text} />
      <NameNote text={draft.text} briefing={props.briefing} />
      <div className="form-field">
        <span className="form-label">Người làm</span>
        <OwnerField label="Người làm" seats={props.seats} value={draft} onOwner={type} />
        <OwnerHint seats={props.seats} value={draft} onOwner={type} />
      </div>
      <DateField
        label="Hạn"
        value={draft.dueOn ?? undefined}
        typed={textOfDay(draft.dueTyped, draft.dueOn)}
        onDate={(date, dueTyped) => type({ dueOn: date ?? null, dueTyped })}
      />
      <Refused error={change.error ?? remove.error} />
      <div className="form-acts">
        <button
          type="submit"
          className="btn go sm"
          disabled={change.isBusy || draft.text.length > LONGEST.conclusion}
        >
          Ghi lại
        </button>
        <button type="button" className="btn sm" onClick={form.close}>
          Thôi
        </button>
        <button type="button" className="link push" onClick={() => void takeOut()}>
          Bỏ kết luận này
        </button>
      </div>
    </form>
  );
}
