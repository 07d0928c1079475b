import { type FormEvent, type ReactElement, useState } from 'react';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import { AREA_FIELDS, enterAreaValue } from '../../../../modules/registry/contract.ts';
import { failureOf, refusalCode } from '../../../shared/api/call.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import type { Area } from './area.ts';

/** What is wrong with the value itself is said under its field, all else above the buttons. */
const OF_THE_VALUE = ['areaValueInvalid', 'stateCodeTaken'];

const HINTS = {
  name: 'Tên đầy đủ, ví dụ Thôn Ngọc Lãng. Tên trong tệp ngân hàng vẫn giữ bên cạnh.',
  state_code: {
    province: 'Hai chữ số trong danh mục đơn vị hành chính, ví dụ 66.',
    commune: 'Năm chữ số trong danh mục đơn vị hành chính, ví dụ 22240.',
    village: 'Mã của thôn, khu phố theo văn bản của địa phương, nếu có.',
  },
} as const;

/** Enters the name or the state code of an area, from a day on, by a document. */
export function ValueForm(props: {
  readonly area: Area;
  readonly field: keyof typeof AREA_FIELDS;
  readonly onDone: () => void;
}): ReactElement {
  const { area, field } = props;
  const [typed, setTyped] = useState({
    value: field === 'name' && area.isNamed ? area.name : '',
    document: '',
  });
  const [validFrom, setValidFrom] = useState<BusinessDate | undefined>(
    field === 'name' && !area.isNamed ? area.validFrom : undefined,
  );
  const command = useCommand(enterAreaValue);
  const isOfValue = OF_THE_VALUE.includes(refusalCode(command.error) ?? '');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (validFrom === undefined) return;
    const done = await command.run({ areaId: area.areaId, field, validFrom, ...typed });
    if (done !== undefined) props.onDone();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <TextField
        label={AREA_FIELDS[field]}
        hint={field === 'name' ? HINTS.name : HINTS.state_code[area.kind]}
        value={typed.value}
        required
        autoFocus
        error={isOfValue ? failureOf(command.error).message : undefined}
        {...(field === 'state_code' ? { inputMode: 'numeric' as const } : {})}
        onText={(value) => setTyped({ ...typed, value })}
      />
      <DateField label="Hiệu lực từ ngày" value={validFrom} onDate={setValidFrom} />
      <TextField
        label="Văn bản"
        hint="Số và ngày ban hành."
        value={typed.document}
        required
        onText={(document) => setTyped({ ...typed, document })}
      />
      <Refused error={isOfValue ? null : command.error} />
      <div className="form-acts">
        <button type="submit" className="btn go" disabled={validFrom === undefined || command.isBusy}>
          {field === 'name' ? 'Ghi tên' : 'Ghi mã'}
        </button>
        <button type="button" className="btn" onClick={props.onDone}>
          Thôi
        </button>
      </div>
    </form>
  );
}
