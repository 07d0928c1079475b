import { type FormEvent, type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { enterPoint, type listPoints } from '../../../../modules/sessions/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import { Icon } from '../../../shared/components/icon.tsx';

type Point = OutputOf<typeof listPoints>['points'][number];

const EMPTY = { pointCode: '', name: '', fixedDay: '', startsAt: '', endsAt: '', place: '' };

/** Enters a point, or from a day on a change of one: what holds today is filled in. */
export function PointForm({
  communeId,
  points,
}: {
  readonly communeId: Id;
  readonly points: readonly Point[];
}): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const current = points.find((point) => point.validTo === null);
  if (!isOpen)
    return (
      <button type="button" className="twin no-print" onClick={() => setOpen(true)}>
        <Icon name="edit" />
        {current === undefined ? 'Ghi điểm giao dịch' : 'Đổi ngày, giờ, địa điểm'}
      </button>
    );
  return <Form communeId={communeId} current={current} onDone={() => setOpen(false)} />;
}

function Form(props: { communeId: Id; current: Point | undefined; onDone: () => void }): ReactElement {
  const { current } = props;
  const [typed, setTyped] = useState(
    current === undefined
      ? EMPTY
      : {
          pointCode: current.pointCode,
          name: current.name,
          fixedDay: String(current.fixedDay),
          startsAt: current.startsAt ?? '',
          endsAt: current.endsAt ?? '',
          place: current.place ?? '',
        },
  );
  const [validFrom, setValidFrom] = useState<BusinessDate>();
  const command = useCommand(enterPoint);
  const change = (part: Partial<typeof EMPTY>) => setTyped({ ...typed, ...part });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (validFrom === undefined) return;
    const done = await command.run({
      communeId: props.communeId,
      pointCode: typed.pointCode,
      name: typed.name,
      fixedDay: Number(typed.fixedDay),
      startsAt: typed.startsAt === '' ? null : typed.startsAt,
      endsAt: typed.endsAt === '' ? null : typed.endsAt,
      place: typed.place === '' ? null : typed.place,
      villageCodes: current?.villageCodes ?? [],
      validFrom,
    });
    if (done !== undefined) props.onDone();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <TextField label="Tên điểm" value={typed.name} required onText={(name) => change({ name })} />
      <TextField
        label="Mã điểm"
        value={typed.pointCode}
        required
        onText={(pointCode) => change({ pointCode })}
      />
      <TextField
        label="Ngày cố định hằng tháng"
        hint="Từ 1 đến 31; tháng thiếu ngày thì họp ngày cuối tháng."
        value={typed.fixedDay}
        type="number"
        min={1}
        max={31}
        required
        onText={(fixedDay) => change({ fixedDay })}
      />
      <TextField
        label="Giờ bắt đầu"
        type="time"
        value={typed.startsAt}
        onText={(startsAt) => change({ startsAt })}
      />
      <TextField
        label="Giờ kết thúc"
        type="time"
        value={typed.endsAt}
        onText={(endsAt) => change({ endsAt })}
      />
      <TextField label="Địa điểm" value={typed.place} onText={(place) => change({ place })} />
      <DateField label="Áp dụng từ ngày" value={validFrom} onDate={setValidFrom} />
      <Refused error={command.error} />
      <div className="form-acts">
        <button type="submit" className="btn go" disabled={command.isBusy || validFrom === undefined}>
          Ghi điểm giao dịch
        </button>
        <button type="button" className="btn" onClick={props.onDone}>
          Thôi
        </button>
      </div>
    </form>
  );
}
