import type { ReactElement } from 'react';
import {
  SIGNERS,
  type Signer,
  STANDING_IN,
  type TemplateSignature,
} from '../../../../modules/governance/domain/papers/template.ts';
import { SelectField, TextField } from '../../../shared/components/field.tsx';
import { LinesField } from './lines-field.tsx';

const HOW_WORDS = {
  KT: 'KT. (ký thay)',
  TL: 'TL. (thừa lệnh)',
  TUQ: 'TUQ. (thừa ủy quyền)',
} as const;
const ITSELF = '';

/** A party that signs: for whom, in whose place, its office, whose name stands below. */
export function SignatureFields(props: {
  readonly place: number;
  readonly signature: TemplateSignature;
  readonly onChange: (signature: TemplateSignature) => void;
  readonly onRemove: () => void;
}): ReactElement {
  const { place, signature, onChange, onRemove } = props;
  const change = (part: Partial<TemplateSignature>) => onChange({ ...signature, ...part });
  const orNull = (text: string) => (text === '' ? null : text);
  return (
    <fieldset className="checks party">
      <legend>Bên ký {place + 1}</legend>
      <TextField
        label="Thay mặt (TM.)"
        hint="Tên cơ quan, nếu có."
        value={signature.onBehalfOf ?? ''}
        maxLength={120}
        onText={(text) => change({ onBehalfOf: orNull(text) })}
      />
      <InsteadFields signature={signature} change={change} />
      <LinesField
        label="Chức vụ"
        value={signature.office}
        rows={2}
        maxLength={120}
        onText={(office) => change({ office })}
      />
      <TextField
        label="Ghi chú dưới chức vụ"
        hint="Ví dụ Ký, ghi rõ họ tên."
        value={signature.hint ?? ''}
        maxLength={60}
        onText={(text) => change({ hint: orNull(text) })}
      />
      <SelectField
        label="Họ tên lấy theo"
        value={signature.signer}
        options={Object.entries(SIGNERS).map(([value, text]) => ({ value, text }))}
        onChoose={(signer) => change({ signer: signer as Signer })}
      />
      <TextField
        label="Họ tên ghi sẵn"
        hint="Có thì thay cho người giữ chức vụ."
        value={signature.name ?? ''}
        maxLength={100}
        onText={(text) => change({ name: orNull(text) })}
      />
      <button type="button" className="link" onClick={onRemove}>
        Bỏ bên ký này
      </button>
    </fieldset>
  );
}

function InsteadFields(props: {
  readonly signature: TemplateSignature;
  readonly change: (part: Partial<TemplateSignature>) => void;
}): ReactElement {
  const { insteadOf } = props.signature;
  const choose = (value: string) => {
    const how = STANDING_IN.find((one) => one === value);
    props.change({ insteadOf: how === undefined ? null : { how, office: insteadOf?.office ?? '' } });
  };
  return (
    <>
      <SelectField
        label="Cách ký"
        value={insteadOf?.how ?? ITSELF}
        options={[
          { value: ITSELF, text: 'Ký theo chức vụ' },
          ...STANDING_IN.map((how) => ({ value: how, text: HOW_WORDS[how] })),
        ]}
        onChoose={choose}
      />
      {insteadOf === null ? null : (
        <TextField
          label="Ký thay ai"
          hint="Ví dụ GIÁM ĐỐC."
          value={insteadOf.office}
          maxLength={120}
          onText={(office) => props.change({ insteadOf: { ...insteadOf, office } })}
        />
      )}
    </>
  );
}
