import { type FormEvent, type ReactElement, useState } from 'react';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import { endProgramme } from '../../../../modules/programmes/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import type { Programme } from './programme.ts';

/** Ends a programme: it stays to be read, and its code may be used again from the day after. */
export function EndProgrammeForm(props: {
  readonly programmeId: Programme['id'];
  readonly onDone: () => void;
}): ReactElement {
  const [lastDay, setLastDay] = useState<BusinessDate>();
  const command = useCommand(endProgramme);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (lastDay === undefined) return;
    const done = await command.run({ programmeId: props.programmeId, lastDay });
    if (done !== undefined) props.onDone();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <p className="small dim">
        Món vay đã có vẫn theo chương trình này. Mã được dùng lại cho chương trình khác từ ngày sau.
      </p>
      <DateField label="Ngày cuối cùng" value={lastDay} onDate={setLastDay} />
      <Refused error={command.error} />
      <div className="form-acts">
        <button type="submit" className="btn go" disabled={command.isBusy || lastDay === undefined}>
          Kết thúc chương trình
        </button>
      </div>
    </form>
  );
}
