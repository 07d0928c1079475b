import type { ReactElement } from 'react';
import type { PaperKind } from '../../../../modules/governance/domain/papers/paper-kinds.ts';
import { TextField } from '../../../shared/components/field.tsx';
import { LinesField } from './lines-field.tsx';
import { SignatureFields } from './signature-fields.tsx';
import { NEW_SIGNATURE, type TypedTemplate } from './typed-template.ts';

const MOST_SIGNATURES = 3;

/** The fields of a template, in the order in which they stand on the paper. */
export function TemplateFields(props: {
  readonly kind: PaperKind;
  readonly typed: TypedTemplate;
  readonly onChange: (typed: TypedTemplate) => void;
}): ReactElement {
  const { kind, typed, onChange } = props;
  const change = (part: Partial<TypedTemplate>) => onChange({ ...typed, ...part });
  return (
    <>
      <HeaderFields kind={kind} typed={typed} change={change} />
      {kind === 'results' ? (
        <LinesField
          label="Kính gửi"
          hint="Mỗi dòng một nơi."
          value={typed.addressees}
          rows={2}
          onText={(addressees) => change({ addressees })}
        />
      ) : null}
      <LinesField
        label="Lời mở đầu"
        value={typed.opening}
        rows={3}
        maxLength={1500}
        onText={(opening) => change({ opening })}
      />
      {kind === 'invitation' ? (
        <LinesField
          label="Mang theo"
          hint="Mỗi dòng một thứ."
          value={typed.toBring}
          rows={3}
          onText={(toBring) => change({ toBring })}
        />
      ) : null}
      <LinesField
        label="Lời kết"
        hint="Bỏ trống thì dùng câu kết của hệ thống."
        value={typed.closing}
        rows={3}
        maxLength={1500}
        onText={(closing) => change({ closing })}
      />
      <Signatures typed={typed} change={change} />
      <LinesField
        label="Nơi nhận"
        hint="Mỗi dòng một nơi; dòng cuối là “Lưu: …”. Dấu gạch, dấu chấm phẩy tự thêm."
        value={typed.recipients}
        rows={3}
        onText={(recipients) => change({ recipients })}
      />
    </>
  );
}

type Part = {
  readonly typed: TypedTemplate;
  readonly change: (part: Partial<TypedTemplate>) => void;
};

function HeaderFields({ kind, typed, change }: Part & { kind: PaperKind }): ReactElement {
  return (
    <>
      <LinesField
        label="Cơ quan cấp trên"
        hint="Mỗi dòng một phần tên. Bỏ trống nếu không ghi."
        value={typed.superior}
        rows={2}
        onText={(superior) => change({ superior })}
      />
      <LinesField
        label="Cơ quan ban hành"
        value={typed.issuer}
        rows={2}
        onText={(issuer) => change({ issuer })}
      />
      <div className="short-fields">
        <TextField
          label="Chữ viết tắt loại văn bản"
          value={typed.typeAbbreviation}
          maxLength={12}
          onText={(typeAbbreviation) => change({ typeAbbreviation })}
        />
        <TextField
          label="Chữ viết tắt cơ quan"
          value={typed.issuerAbbreviation}
          maxLength={24}
          onText={(issuerAbbreviation) => change({ issuerAbbreviation })}
        />
        <TextField
          label="Địa danh"
          hint={kind === 'minutes' ? 'Bỏ trống: biên bản ghi nơi và ngày trong lời văn.' : undefined}
          value={typed.place}
          maxLength={60}
          onText={(place) => change({ place })}
        />
        <TextField
          label="Mẫu số"
          hint="Chỉ với biểu mẫu của ngân hàng, như Mẫu số 01/BBGB."
          value={typed.form}
          maxLength={60}
          onText={(form) => change({ form })}
        />
      </div>
    </>
  );
}

function Signatures({ typed: { signatures }, change }: Part): ReactElement {
  const without = (place: number) => signatures.filter((_, i) => i !== place);
  return (
    <>
      {signatures.map((signature, place) => (
        <SignatureFields
          // biome-ignore lint/suspicious/noArrayIndexKey: parties have no name of their own; their place is what they are.
          key={place}
          place={place}
          signature={signature}
          onChange={(next) => change({ signatures: signatures.map((one, i) => (i === place ? next : one)) })}
          onRemove={() => change({ signatures: without(place) })}
        />
      ))}
      {signatures.length < MOST_SIGNATURES ? (
        <button
          type="button"
          className="twin"
          onClick={() => change({ signatures: [...signatures, NEW_SIGNATURE] })}
        >
          Thêm bên ký
        </button>
      ) : null}
    </>
  );
}
