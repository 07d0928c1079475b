import { type FormEvent, type ReactElement, useState } from 'react';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import { recordMerge, showArea } from '../../../../modules/registry/contract.ts';
import { useCommand, useQuestion } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import { SelectField, TextField } from '../../../shared/components/field.tsx';
import type { Area, AreaId, Register } from './area.ts';

/** Records that this area became part of another of its kind, from a day on, by a document. */
export function MergeForm(props: {
  readonly area: Area;
  readonly register: Register;
  readonly onDone: () => void;
}): ReactElement {
  const { area, register } = props;
  const [communeId, setCommuneId] = useState<AreaId | null>(area.kind === 'village' ? area.parentId : null);
  const [newAreaId, setNewAreaId] = useState('');
  const [effectiveOn, setEffectiveOn] = useState<BusinessDate>();
  const [oldCodeEndsOn, setOldCodeEndsOn] = useState<BusinessDate>();
  const [document, setDocument] = useState('');
  const command = useCommand(recordMerge);
  const candidates = useCandidates(area, register, communeId);
  const isWhole = newAreaId !== '' && effectiveOn !== undefined;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isWhole) return;
    const merge = {
      oldAreaId: area.areaId,
      newAreaId: newAreaId as AreaId,
      effectiveOn,
      document,
      oldCodeEndsOn: oldCodeEndsOn ?? null,
    };
    if ((await command.run(merge)) !== undefined) props.onDone();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      {area.kind === 'village' ? (
        <SelectField
          label="Xã, phường của thôn, khu phố mới"
          value={communeId ?? ''}
          options={register.communes.map(optionOf)}
          onChoose={(chosen) => {
            setCommuneId(chosen as AreaId);
            setNewAreaId('');
          }}
        />
      ) : null}
      <SelectField
        label={`${area.name} nhập vào`}
        value={newAreaId}
        options={[{ value: '', text: 'Chọn…' }, ...candidates.map(optionOf)]}
        onChoose={setNewAreaId}
      />
      <DateField label="Nhập từ ngày" value={effectiveOn} onDate={setEffectiveOn} />
      <TextField label="Văn bản" hint="Số và ngày ban hành." value={document} required onText={setDocument} />
      {area.kind === 'province' ? null : (
        <DateField
          label="Ngày cuối ngân hàng dùng mã cũ"
          hint="Bỏ trống nếu ngân hàng vẫn dùng mã cũ."
          value={oldCodeEndsOn}
          onDate={setOldCodeEndsOn}
        />
      )}
      <p className="small dim">
        Số liệu của những ngày trước ngày nhập vẫn đứng dưới mã cũ{area.bankCode && ` ${area.bankCode}`}; ghi
        việc nhập không chuyển số liệu.
      </p>
      <Refused error={command.error} />
      <div className="form-acts">
        <button type="submit" className="btn go" disabled={!isWhole || command.isBusy}>
          Ghi việc nhập
        </button>
        <button type="button" className="btn" onClick={props.onDone}>
          Thôi
        </button>
      </div>
    </form>
  );
}

/** The areas of the same kind that this one can have become part of. */
function useCandidates(area: Area, register: Register, communeId: AreaId | null): readonly Area[] {
  const asked = area.kind === 'village' && communeId !== null;
  const { data } = useQuestion(showArea, { areaId: communeId ?? area.areaId }, { enabled: asked });
  const villages = data?.area.areaId === communeId ? (data?.villages ?? []) : [];
  const all = { province: register.provinces, commune: register.communes, village: villages }[area.kind];
  return all.filter(({ areaId }) => areaId !== area.areaId);
}

function optionOf({ areaId, name, bankCode, stateCode }: Area) {
  const code = bankCode ?? stateCode;
  return { value: areaId, text: code === null ? name : `${name} (${code})` };
}
