import { type FormEvent, type ReactElement, useState } from 'react';
import { enterProgramme } from '../../../../modules/programmes/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import { NO_SOURCE, SourceFields } from './source-fields.tsx';

const EMPTY = { code: '', abbreviation: '', name: '', audience: '', isForStudents: false };

/** Opens a programme; its terms are entered in its own part of the page afterwards. */
export function ProgrammeForm({ onDone }: { readonly onDone: () => void }): ReactElement {
  const [typed, setTyped] = useState(EMPTY);
  const [source, setSource] = useState(NO_SOURCE);
  const command = useCommand(enterProgramme);
  const change = (part: Partial<typeof EMPTY>) => setTyped({ ...typed, ...part });
  const { validFrom, ...rest } = source;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (validFrom === undefined) return;
    const audience = typed.audience.trim() === '' ? null : typed.audience;
    const done = await command.run({ ...typed, audience, validFrom, ...rest });
    if (done !== undefined) onDone();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <TextField
        label="Mã chương trình"
        hint="2 chữ số, như trong tệp của ngân hàng."
        value={typed.code}
        inputMode="numeric"
        maxLength={2}
        required
        onText={(code) => change({ code })}
      />
      <TextField label="Tên chương trình" value={typed.name} required onText={(name) => change({ name })} />
      <TextField
        label="Tên viết tắt"
        hint="Như trong tệp của ngân hàng, ví dụ HSSV."
        value={typed.abbreviation}
        required
        onText={(abbreviation) => change({ abbreviation })}
      />
      <TextField
        label="Đối tượng vay"
        hint="Có thể bỏ trống."
        value={typed.audience}
        onText={(audience) => change({ audience })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={typed.isForStudents}
          onChange={(event) => change({ isForStudents: event.currentTarget.checked })}
        />
        Cho vay học sinh, sinh viên: lãi chưa phải trả khi còn học
      </label>
      <SourceFields typed={source} onChange={setSource} />
      <Refused error={command.error} />
      <div className="form-acts">
        <button type="submit" className="btn go" disabled={command.isBusy || validFrom === undefined}>
          Thêm chương trình
        </button>
      </div>
    </form>
  );
}
