import { type FormEvent, type ReactElement, useState } from 'react';
import type { InputOf } from '../../../../kernel/contract.ts';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import { endHoliday, enterHoliday } from '../../../../modules/sessions/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import { SelectField, TextField } from '../../../shared/components/field.tsx';
import { NO_SOURCE, SourceFields } from './source-fields.tsx';

const EMPTY = { name: '', calendar: 'solar', day: '', month: '' };

const CALENDARS = [
  { value: 'solar', text: 'Dương lịch' },
  { value: 'lunar', text: 'Âm lịch' },
];

/** Enters a public holiday: its day of the year, from when, by which document, and until when if not for good. */
export function HolidayForm({ onDone }: { readonly onDone: () => void }): ReactElement {
  const [typed, setTyped] = useState(EMPTY);
  const [source, setSource] = useState(NO_SOURCE);
  const [lastDay, setLastDay] = useState<BusinessDate>();
  const command = useCommand(enterHoliday);
  const change = (part: Partial<typeof EMPTY>) => setTyped({ ...typed, ...part });
  const [day, month] = [numberUpTo(typed.day, 31), numberUpTo(typed.month, 12)];
  const { validFrom, ...rest } = source;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (validFrom === undefined || day === undefined || month === undefined) return;
    const calendar = typed.calendar as InputOf<typeof enterHoliday>['calendar'];
    const holiday = { name: typed.name, calendar, day, month, validFrom, lastDay: lastDay ?? null, ...rest };
    if ((await command.run(holiday)) !== undefined) onDone();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <p className="small dim">Lịch phiên ghi chú ngày lễ bên cạnh phiên; phiên vẫn họp đúng ngày.</p>
      <TextField label="Tên ngày lễ" value={typed.name} required onText={(name) => change({ name })} />
      <SelectField
        label="Theo lịch"
        value={typed.calendar}
        options={CALENDARS}
        onChoose={(calendar) => change({ calendar })}
      />
      <TextField
        label="Ngày"
        hint={typed.calendar === 'lunar' ? 'Ngày cuối tháng âm lịch thì ghi 30.' : undefined}
        value={typed.day}
        inputMode="numeric"
        required
        error={isWrong(typed.day, day) ? 'Gõ số từ 1 đến 31.' : undefined}
        onText={(text) => change({ day: text })}
      />
      <TextField
        label="Tháng"
        value={typed.month}
        inputMode="numeric"
        required
        error={isWrong(typed.month, month) ? 'Gõ số từ 1 đến 12.' : undefined}
        onText={(text) => change({ month: text })}
      />
      <SourceFields typed={source} onChange={setSource} />
      <DateField label="Ngày cuối cùng, nếu chỉ cho một số năm" value={lastDay} onDate={setLastDay} />
      <Refused error={command.error} />
      <div className="form-acts">
        <button
          type="submit"
          className="btn go"
          disabled={command.isBusy || validFrom === undefined || day === undefined || month === undefined}
        >
          Thêm ngày lễ
        </button>
      </div>
    </form>
  );
}

/** Ends a public holiday: from the day after, the calendar notes it no more. */
export function EndHolidayForm(props: {
  readonly holidayId: InputOf<typeof endHoliday>['holidayId'];
  readonly onDone: () => void;
}): ReactElement {
  const [lastDay, setLastDay] = useState<BusinessDate>();
  const command = useCommand(endHoliday);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (lastDay === undefined) return;
    const done = await command.run({ holidayId: props.holidayId, lastDay });
    if (done !== undefined) props.onDone();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <p className="small dim">Từ sau ngày này, lịch phiên không ghi chú ngày lễ nữa. Dòng cũ được giữ.</p>
      <DateField label="Ngày cuối cùng" value={lastDay} onDate={setLastDay} />
      <Refused error={command.error} />
      <div className="form-acts">
        <button type="submit" className="btn go" disabled={command.isBusy || lastDay === undefined}>
          Kết thúc ngày lễ
        </button>
      </div>
    </form>
  );
}

/** A whole number from 1 to the most there is; undefined for anything else. */
function numberUpTo(text: string, most: number): number | undefined {
  const number = /^\d{1,2}$/.test(text.trim()) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : undefined;
}

function isWrong(text: string, number: number | undefined): boolean {
  return text !== '' && number === undefined;
}
