import { type FormEvent, type ReactElement, useState } from 'react';
import { changeProgramme } from '../../../../modules/programmes/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import type { Programme } from './programme.ts';

/** Says whether a programme is of students; its dates, terms and end are entered elsewhere. */
export function ChangeProgrammeForm(props: {
  readonly programme: Programme;
  readonly onDone: () => void;
}): ReactElement {
  const { id: programmeId, isForStudents: wasForStudents } = props.programme;
  const [isForStudents, setForStudents] = useState(wasForStudents);
  const command = useCommand(changeProgramme);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await command.run({ programmeId, isForStudents });
    if (done !== undefined) props.onDone();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <label className="check">
        <input
          type="checkbox"
          checked={isForStudents}
          onChange={(event) => setForStudents(event.currentTarget.checked)}
        />
        Cho vay học sinh, sinh viên: lãi chưa phải trả khi còn học
      </label>
      <p className="small dim">
        Áp dụng từ lần ghi số liệu tới. Số liệu đã ghi giữ nguyên; muốn ngày đã ghi tính theo thay đổi này thì
        nhập lại tệp của ngày ấy.
      </p>
      <Refused error={command.error} />
      <div className="form-acts">
        <button
          type="submit"
          className="btn go"
          disabled={command.isBusy || isForStudents === wasForStudents}
        >
          Ghi thay đổi
        </button>
      </div>
    </form>
  );
}
