import { type FormEvent, type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { enterPoint, type listPoints } from '../../../../modules/sessions/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import { type Point, typedHour } from './session.ts';

/** A village that may be ticked. */
export type Village = OutputOf<typeof listPoints>['villages'][number];

const EMPTY = { pointCode: '', name: '', fixedDay: '', startsAt: '', endsAt: '', place: '', address: '' };

/** Enters a point, or from a day on a change of one: what holds now is filled in. */
export function PointForm(props: {
  readonly communeId: Id;
  /** The newest row of the point that changes; undefined for a new point. */
  readonly current: Point | undefined;
  readonly villages: readonly Village[];
  readonly onDone: () => void;
}): ReactElement {
  const { current } = props;
  const [typed, setTyped] = useState(typedOf(current));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(current?.villageCodes));
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
      startsAt: typedHour(typed.startsAt),
      endsAt: typedHour(typed.endsAt),
      place: typed.place === '' ? null : typed.place,
      address: typed.address === '' ? null : typed.address,
      villageCodes: [...chosen],
      validFrom,
    });
    if (done !== undefined) props.onDone();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <TextField label="Tên điểm" value={typed.name} required onText={(name) => change({ name })} />
      {current === undefined ? (
        <TextField
          label="Mã điểm"
          hint="Mã của ngân hàng, ví dụ TXN054010101."
          value={typed.pointCode}
          required
          onText={(pointCode) => change({ pointCode })}
        />
      ) : null}
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
        hint="Ví dụ 07:30 hoặc 13:30."
        value={typed.startsAt}
        onText={(startsAt) => change({ startsAt })}
      />
      <TextField label="Giờ kết thúc" value={typed.endsAt} onText={(endsAt) => change({ endsAt })} />
      <TextField
        label="Địa điểm"
        hint="Ví dụ nhà văn hóa, hội trường UBND."
        value={typed.place}
        onText={(place) => change({ place })}
      />
      <TextField label="Địa chỉ" value={typed.address} onText={(address) => change({ address })} />
      <Villages villages={withCodes(props.villages, current)} chosen={chosen} onChoose={setChosen} />
      <DateField
        label="Áp dụng từ ngày"
        {...(current === undefined
          ? {}
          : { hint: 'Thông tin hiện nay được dùng đến hết ngày trước, và giữ để tra lại.' })}
        value={validFrom}
        onDate={setValidFrom}
      />
      <Refused error={command.error} />
      <div className="form-acts">
        <button type="submit" className="btn go" disabled={command.isBusy || validFrom === undefined}>
          {current === undefined ? 'Thêm điểm' : 'Đổi thông tin'}
        </button>
      </div>
    </form>
  );
}

/** The villages to choose from; one that the register does not know stands by its code, to be kept or left out. */
function withCodes(villages: readonly Village[], current: Point | undefined): readonly Village[] {
  const known = new Set(villages.map(({ code }) => code));
  const others = (current?.villageCodes ?? []).filter((code) => !known.has(code));
  return [...villages, ...others.map((code) => ({ code, name: code }))];
}

function Villages(props: {
  villages: readonly Village[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}): ReactElement | null {
  const { chosen } = props;
  if (props.villages.length === 0) return null;
  const toggle = (code: string) => {
    const next = new Set(chosen);
    if (!next.delete(code)) next.add(code);
    props.onChoose(next);
  };
  return (
    <fieldset className="checks">
      <legend>Các thôn, khu phố giao dịch tại điểm</legend>
      {props.villages.map(({ code, name }) => (
        <label key={code} className="check">
          <input type="checkbox" checked={chosen.has(code)} onChange={() => toggle(code)} />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

function typedOf(point: Point | undefined): typeof EMPTY {
  if (point === undefined) return EMPTY;
  return {
    pointCode: point.pointCode,
    name: point.name,
    fixedDay: String(point.fixedDay),
    startsAt: point.startsAt ?? '',
    endsAt: point.endsAt ?? '',
    place: point.place ?? '',
    address: point.address ?? '',
  };
}
