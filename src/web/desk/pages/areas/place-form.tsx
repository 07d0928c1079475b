import { type FormEvent, type ReactElement, useState } from 'react';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import { placeCommunes } from '../../../../modules/registry/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import { SelectField, TextField } from '../../../shared/components/field.tsx';
import type { Area, AreaId } from './area.ts';

/** Says which province one or more communes are in, from a day on, by a document. */
export function PlaceForm(props: {
  readonly communes: readonly Pick<Area, 'areaId' | 'name' | 'bankCode'>[];
  readonly provinces: readonly Area[];
  readonly onDone: () => void;
}): ReactElement {
  const { communes } = props;
  const [chosen, setChosen] = useState<ReadonlySet<AreaId>>(new Set(communes.map(({ areaId }) => areaId)));
  const [provinceId, setProvinceId] = useState('');
  const [validFrom, setValidFrom] = useState<BusinessDate>();
  const [document, setDocument] = useState('');
  const command = useCommand(placeCommunes);
  const isWhole = provinceId !== '' && validFrom !== undefined && chosen.size > 0;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isWhole) return;
    const place = { provinceId: provinceId as AreaId, communeIds: [...chosen], validFrom, document };
    if ((await command.run(place)) !== undefined) props.onDone();
  };
  const toggle = (areaId: AreaId) => {
    const next = new Set(chosen);
    if (!next.delete(areaId)) next.add(areaId);
    setChosen(next);
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      {communes.length === 1 ? null : (
        <fieldset className="checks">
          <legend>Các xã, phường</legend>
          {communes.map(({ areaId, name, bankCode }) => (
            <label key={areaId} className="check">
              <input type="checkbox" checked={chosen.has(areaId)} onChange={() => toggle(areaId)} />
              {name} ({bankCode})
            </label>
          ))}
        </fieldset>
      )}
      <SelectField
        label="Tỉnh, thành phố"
        value={provinceId}
        options={[
          { value: '', text: 'Chọn…' },
          ...props.provinces
            .filter(({ validTo }) => validTo === null)
            .map(({ areaId, stateCode, name }) => ({ value: areaId, text: `${stateCode ?? ''} ${name}` })),
        ]}
        onChoose={setProvinceId}
      />
      <DateField label="Từ ngày" value={validFrom} onDate={setValidFrom} />
      <TextField label="Văn bản" hint="Số và ngày ban hành." value={document} required onText={setDocument} />
      <Refused error={command.error} />
      <div className="form-acts">
        <button type="submit" className="btn go" disabled={!isWhole || command.isBusy}>
          Xếp vào tỉnh
        </button>
      </div>
    </form>
  );
}
