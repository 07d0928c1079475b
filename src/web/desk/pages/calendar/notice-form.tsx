import { type FormEvent, type ReactElement, useState } from 'react';
import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { recordNotice } from '../../../../modules/sessions/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import { takeFirstField } from '../../use-kept-form.ts';
import type { Session } from './session.ts';

/** Records the notice that moves a session, or leaves it out when no new day is given. */
export function NoticeForm(props: {
  readonly communeId: Id;
  readonly session: Session;
  readonly onDone: () => void;
}): ReactElement {
  const { session } = props;
  const [heldOn, setHeldOn] = useState<BusinessDate>();
  const [typed, setTyped] = useState({ reason: '', document: '' });
  const command = useCommand(recordNotice);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await command.run({
      communeId: props.communeId,
      pointId: session.point.id,
      regularOn: session.regularOn,
      heldOn: heldOn ?? null,
      // The notice moves the day; the hours stay the point's, also when those change later.
      startsAt: null,
      endsAt: null,
      ...typed,
    });
    if (done !== undefined) props.onDone();
  };
  return (
    <form className="form" ref={takeFirstField} onSubmit={(event) => void submit(event)}>
      <DateField
        label={`Phiên ${formatDate(session.regularOn)} họp vào ngày`}
        hint="Bỏ trống nếu nghỉ phiên này."
        value={heldOn}
        onDate={setHeldOn}
      />
      <TextField
        label="Lý do"
        value={typed.reason}
        required
        onText={(reason) => setTyped({ ...typed, reason })}
      />
      <TextField
        label="Thông báo số"
        value={typed.document}
        required
        onText={(document) => setTyped({ ...typed, document })}
      />
      <Refused error={command.error} />
      <div className="form-acts">
        <button type="submit" className="btn go" disabled={command.isBusy}>
          Ghi thông báo
        </button>
        <button type="button" className="btn" onClick={props.onDone}>
          Thôi
        </button>
      </div>
    </form>
  );
}
