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
import { useAskedOutside } from './asked-outside.ts';
import type { Briefing, Within } from './briefing.ts';
import { LengthLeft } from './length-left.tsx';
import { Meanwhile, takenOutWords } from './meanwhile.tsx';
import { useMeeting } from './meeting.tsx';
import { NameNote } from './name-note.tsx';
import { NumberNote } from './number-note.tsx';
import { FIRST_VERSION, mended, type Waiting, withdrawn } from './outbox.ts';
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

/** A line of which nothing is known but what is typed for it. */
const UNKNOWN = { text: '', ownerSeat: null, ownerName: null, dueOn: null, version: 0 };

/** A line that waits to be added, as it will stand. */
function asAdded({ input }: Waiting<'addConclusion'>) {
  const { text, ownerSeat = null, ownerName, dueOn } = input;
  return { text, ownerSeat, ownerName, dueOn, version: FIRST_VERSION };
}

/**
 * A conclusion being changed in its place; one that was taken out meanwhile says so and comes back with what is typed [GV119]. One that waits
 * to be sent waits on with what is typed, or is withdrawn [GV244].
 */
export function ConclusionEdit(props: {
  readonly conclusionId: Id;
  /** Undefined: it was taken out, or is unsent. */
  readonly line: Briefing['conclusions'][number] | undefined;
  readonly unsent: Waiting<'addConclusion'> | undefined;
  readonly briefing: Briefing;
  readonly seats: readonly SeatOption[];
  readonly within: Within;
  readonly form: KeptForm;
}): ReactElement {
  const { conclusionId, unsent, within, form } = props;
  const line = unsent ? asAdded(unsent) : props.line;
  const { put } = useMeeting();
  const [draft, type] = useDraft<EditDraft>(form.name, () => {
    const { text, ownerSeat, ownerName, dueOn, version: baseVersion } = line ?? UNKNOWN;
    return { text, ownerSeat, ownerName, dueOn, baseVersion, changeId: crypto.randomUUID() as Id };
  });
  const change = useSentLater('changeConclusion', () => type({ changeId: crypto.randomUUID() as Id }));
  const remove = useCommand(removeConclusion);
  const outside = useAskedOutside(props.seats);
  const putInPlace = (entry: Waiting) => {
    put(entry);
    form.close();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // A body that the line has already is nobody's slip.
    if (draft.ownerName !== line?.ownerName && outside.stops(draft, event)) return;
    const { dueTyped: _, ...said } = draft;
    if (unsent) return putInPlace(mended(unsent, said));
    return form.send(
      (onTaken) => change.run({ ...within, ...said, conclusionId }, onTaken),
      () => type({ baseVersion: said.baseVersion + 1, changeId: crypto.randomUUID() as Id }),
    );
  };
  const takeOut = () => {
    if (unsent) return putInPlace(withdrawn(unsent));
    const { baseVersion } = draft;
    return form.send((onTaken) => remove.run({ ...within, conclusionId, baseVersion }, { onTaken }));
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      {line === undefined ? (
        <Meanwhile
          what={takenOutWords(props.briefing, conclusionId)}
          next="“Ghi lại” đưa kết luận trở lại với chữ đang gõ."
        />
      ) : null}
      <TextField
        label="Kết luận"
        value={draft.text}
        autoFocus={form.moved === 'opened'}
        printed={draft.text}
        required
        onText={(text) => type({ text })}
      />
      <LengthLeft text={draft.text} />
      <NameNote text={draft.text} briefing={props.briefing} />
      <NumberNote text={draft.text} />
      <div className="form-field">
        <span className="form-label">Người làm</span>
        <OwnerField
          label="Người làm"
          seats={props.seats}
          value={draft}
          field={outside.field}
          onOwner={type}
        />
        <OwnerHint
          seats={props.seats}
          value={draft}
          field={outside.field}
          askedOf={outside.askedOf}
          press="Ghi lại"
          onOwner={type}
        />
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
        {line === undefined ? null : (
          <button type="button" className="link push" onClick={() => void takeOut()}>
            Bỏ kết luận này
          </button>
        )}
      </div>
    </form>
  );
}
