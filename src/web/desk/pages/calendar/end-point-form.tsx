import { type FormEvent, type ReactElement, useState } from 'react';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { endPoint } from '../../../../modules/sessions/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import type { Point } from './session.ts';

/** Ends a point on a day: sessions after it are no longer in the calendar. */
export function EndPointForm(props: {
  readonly communeId: Id;
  readonly point: Point;
  readonly onDone: () => void;
}): ReactElement {
  const { communeId, point } = props;
  const [lastDay, setLastDay] = useState<BusinessDate>();
  const command = useCommand(endPoint);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (lastDay === undefined) return;
    if ((await command.run({ communeId, pointId: point.id, lastDay })) !== undefined) props.onDone();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <p className="small dim">
        Sau ngày này lịch không còn phiên của điểm. Điểm được giữ để tra lại và có thể cho tiếp tục.
      </p>
      <DateField label="Ngày cuối cùng" value={lastDay} onDate={setLastDay} />
      <Refused error={command.error} />
      <div className="form-acts">
        <button type="submit" className="btn go" disabled={command.isBusy || lastDay === undefined}>
          Kết thúc điểm
        </button>
      </div>
    </form>
  );
}
