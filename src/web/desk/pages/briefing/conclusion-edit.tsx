import { type FormEvent, type ReactElement, useState } from 'react';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import type { Briefing } from './briefing.ts';
import { LengthLeft, LONGEST_CONCLUSION } from './length-left.tsx';
import { type Owner, OwnerField, type SeatOption } from './owner-field.tsx';

/** A conclusion being changed in its place. */
export function ConclusionEdit(props: {
  readonly line: Briefing['conclusions'][number];
  readonly seats: readonly SeatOption[];
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onSave: (content: Owner & { text: string; dueOn: BusinessDate | null }) => void;
  readonly onCancel: () => void;
  readonly onRemove: () => void;
}): ReactElement {
  const { line } = props;
  const [text, setText] = useState(line.text);
  const [owner, setOwner] = useState<Owner>({ ownerSeat: line.ownerSeat, ownerName: line.ownerName });
  const [dueOn, setDueOn] = useState<BusinessDate | undefined>(line.dueOn ?? undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSave({ ...owner, text, dueOn: dueOn ?? null });
  };
  return (
    <form className="form" onSubmit={submit}>
      <TextField label="Kết luận" value={text} required onText={setText} />
      <LengthLeft text={text} />
      <div className="form-field">
        <span className="form-label">Người làm</span>
        <OwnerField label="Người làm" seats={props.seats} value={owner} onOwner={setOwner} />
      </div>
      <DateField label="Hạn" value={dueOn} onDate={setDueOn} />
      <Refused error={props.error} />
      <div className="form-acts">
        <button
          type="submit"
          className="btn go sm"
          disabled={props.isBusy || text.length > LONGEST_CONCLUSION}
        >
          Ghi lại
        </button>
        <button type="button" className="btn sm" onClick={props.onCancel}>
          Thôi
        </button>
        <button type="button" className="link push" onClick={props.onRemove}>
          Bỏ kết luận này
        </button>
      </div>
    </form>
  );
}
