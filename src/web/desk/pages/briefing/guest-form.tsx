import { type FormEvent, type ReactElement, useState } from 'react';
import type { Id } from '../../../../kernel/ids.ts';
import { addAttendee } from '../../../../modules/governance/contract.ts';
import { PARTS, type Part } from '../../../../modules/governance/domain/attendance.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { SelectField, TextField } from '../../../shared/components/field.tsx';
import type { Within } from './briefing.ts';

/** Asks somebody more: a guest, or another of a part that the system did not find. */
export function GuestForm(props: {
  readonly attendeeId: Id;
  readonly within: Within;
  readonly onDone: () => void;
}): ReactElement {
  const [guest, setGuest] = useState({ fullName: '', capacity: '', part: 'other' as Part });
  const add = useCommand(addAttendee);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { attendeeId, within } = props;
    if ((await add.run({ ...within, ...guest, attendeeId, seat: null })) !== undefined) props.onDone();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <TextField
        label="Họ và tên"
        value={guest.fullName}
        required
        maxLength={100}
        autoComplete="off"
        onText={(fullName) => setGuest({ ...guest, fullName })}
      />
      <TextField
        label="Chức vụ, đơn vị"
        hint="Ví dụ: Hiệu trưởng Trường THCS Ngọc Lãng."
        value={guest.capacity}
        required
        maxLength={200}
        autoComplete="off"
        onText={(capacity) => setGuest({ ...guest, capacity })}
      />
      <SelectField
        label="Thành phần"
        value={guest.part}
        options={Object.entries(PARTS).map(([value, text]) => ({ value, text }))}
        onChoose={(part) => setGuest({ ...guest, part: part as Part })}
      />
      <Refused error={add.error} />
      <div className="form-acts">
        <button type="submit" className="btn go sm" disabled={add.isBusy}>
          Thêm người dự
        </button>
        <button type="button" className="btn sm" onClick={props.onDone}>
          Thôi
        </button>
      </div>
    </form>
  );
}
