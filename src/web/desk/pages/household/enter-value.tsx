import { type FormEvent, type ReactElement, useState } from 'react';
import { type BusinessDate, formatDate, parseBusinessDate } from '../../../../kernel/dates.ts';
import { ENTRY_FIELDS, enterPersonValue } from '../../../../modules/registry/contract.ts';
import { failureOf } from '../../../shared/api/call.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { DateField } from '../../../shared/components/date-field.tsx';
import { SelectField, TextField } from '../../../shared/components/field.tsx';
import type { CommuneId, Member } from './member.ts';

type EntryField = keyof typeof ENTRY_FIELDS;

const DAYS: readonly EntryField[] = ['born_on', 'identity_issued_on'];

/** A value of an entry or of the bank as the page shows it. */
export function entryText(field: EntryField, value: string | null): string {
  if (value === null || value === '') return 'không ghi';
  const day = DAYS.includes(field) ? parseBusinessDate(value) : undefined;
  return day === undefined ? value : formatDate(day);
}

/** Enters a value in place of the bank's, which stays beside it. */
export function EnterValue(props: {
  readonly member: Member;
  readonly communeId: CommuneId;
  readonly onDone: () => void;
}): ReactElement {
  const [field, setField] = useState<EntryField>('address');
  const [text, setText] = useState('');
  const [day, setDay] = useState<BusinessDate>();
  const command = useCommand(enterPersonValue);
  const isDay = DAYS.includes(field);
  const value = isDay ? day : text;
  const error = command.error === null ? undefined : failureOf(command.error).message;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (value === undefined) return;
    const { communeId, member } = props;
    if ((await command.run({ communeId, personId: member.personId, field, value })) !== undefined)
      props.onDone();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <SelectField
        label="Mục"
        value={field}
        options={Object.entries(ENTRY_FIELDS).map(([name, label]) => ({ value: name, text: label }))}
        onChoose={(chosen) => setField(chosen as EntryField)}
      />
      {isDay ? (
        <DateField label="Ngày đúng" hint={KEPT} value={day} error={error} onDate={setDay} />
      ) : (
        <TextField label="Giá trị đúng" hint={KEPT} value={text} required error={error} onText={setText} />
      )}
      <div className="form-acts">
        <button type="submit" className="btn go" disabled={value === undefined || command.isBusy}>
          Ghi giá trị
        </button>
        <button type="button" className="btn" onClick={props.onDone}>
          Thôi
        </button>
      </div>
    </form>
  );
}

const KEPT = 'Giá trị của ngân hàng vẫn giữ bên cạnh.';
