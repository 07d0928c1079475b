import type { ReactElement } from 'react';
import type { InputOf } from '../../../../kernel/contract.ts';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { ROLES, type Role } from '../../../../kernel/role.ts';
import { type addAssignment, listPlaces } from '../../../../modules/identity/contract.ts';
import { PLACES_OF_ROLE } from '../../../../modules/identity/domain/assignment.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { DateField } from '../../../shared/components/date-field.tsx';
import { SelectField, TextField } from '../../../shared/components/field.tsx';

/** An office as it is being typed. */
export type TypedAssignment = {
  readonly role: Role;
  readonly officeId: string;
  readonly communeId: string;
  readonly branchCode: string;
  readonly associationCode: string;
  readonly villageCode: string;
  readonly groupCode: string;
  readonly validFrom: BusinessDate | undefined;
  /** The last day where it is known; the office goes on without one. */
  readonly validTo: BusinessDate | undefined;
  readonly decidedBy: string;
};

/** Nothing typed yet. */
export const NO_ASSIGNMENT: TypedAssignment = {
  role: 'communeChair',
  officeId: '',
  communeId: '',
  branchCode: '',
  associationCode: '',
  villageCode: '',
  groupCode: '',
  validFrom: undefined,
  validTo: undefined,
  decidedBy: '',
};

/** What is typed as the operation takes it; undefined until the first day is a day. */
export function assignmentInput(
  typed: TypedAssignment,
): Omit<InputOf<typeof addAssignment>, 'userId'> | undefined {
  if (typed.validFrom === undefined) return undefined;
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    role: typed.role,
    officeId: orNull(typed.officeId) as Id | null,
    communeId: orNull(typed.communeId) as Id | null,
    branchCode: orNull(typed.branchCode),
    associationCode: orNull(typed.associationCode),
    villageCode: orNull(typed.villageCode),
    groupCode: orNull(typed.groupCode),
    validFrom: typed.validFrom,
    validTo: typed.validTo ?? null,
    decidedBy: orNull(typed.decidedBy),
  };
}

/** The fields of an office: the role decides which places are asked for. */
export function AssignmentFields(props: {
  readonly typed: TypedAssignment;
  readonly onChange: (typed: TypedAssignment) => void;
}): ReactElement {
  const { typed, onChange } = props;
  const communeId = typed.communeId === '' ? undefined : (typed.communeId as Id);
  const { data } = useQuestion(listPlaces, communeId === undefined ? {} : { communeId });
  const needs = new Set(PLACES_OF_ROLE[typed.role].flat());
  const change = (part: Partial<TypedAssignment>) => onChange({ ...typed, ...part });
  // While the villages of another commune are asked for, those of the one before are still there.
  const villages = data?.villages.filter((village) => village.communeId === typed.communeId) ?? [];
  return (
    <>
      <SelectField
        label="Chức vụ"
        value={typed.role}
        options={Object.entries(ROLES).map(([value, text]) => ({ value, text }))}
        onChoose={(role) => change({ role: role as Role })}
      />
      {needs.has('branchCode') ? (
        <TextField
          label="Mã chi nhánh"
          hint="Bỏ trống nếu chỉ một phòng hoặc một xã."
          value={typed.branchCode}
          onText={(branchCode) => change({ branchCode })}
        />
      ) : null}
      {needs.has('officeId') ? (
        <PlaceField
          label="Phòng giao dịch"
          value={typed.officeId}
          places={data?.offices ?? []}
          onChoose={(officeId) => change({ officeId })}
        />
      ) : null}
      {needs.has('communeId') ? (
        <PlaceField
          label="Xã, phường"
          value={typed.communeId}
          places={data?.communes ?? []}
          onChoose={(communeId) => change({ communeId, villageCode: '' })}
        />
      ) : null}
      {needs.has('associationCode') ? (
        <SelectField
          label="Hội đoàn thể"
          value={typed.associationCode}
          options={[
            CHOOSE,
            ...(data?.associations ?? []).map(({ code, name }) => ({ value: code, text: name })),
          ]}
          onChoose={(associationCode) => change({ associationCode })}
        />
      ) : null}
      {needs.has('villageCode') ? (
        <SelectField
          label="Thôn, khu phố"
          value={typed.villageCode}
          options={[
            CHOOSE,
            ...villages.map((village) => ({ value: village.code ?? '', text: village.name })),
          ]}
          onChoose={(villageCode) => change({ villageCode })}
        />
      ) : null}
      {needs.has('groupCode') ? (
        <TextField
          label="Mã tổ"
          hint="7 chữ số, có ở trang Tổ TK&VV."
          value={typed.groupCode}
          inputMode="numeric"
          onText={(groupCode) => change({ groupCode })}
        />
      ) : null}
      <DateField label="Từ ngày" value={typed.validFrom} onDate={(validFrom) => change({ validFrom })} />
      <DateField
        label="Đến hết ngày"
        hint="Bỏ trống nếu chưa biết ngày kết thúc."
        value={typed.validTo}
        onDate={(validTo) => change({ validTo })}
      />
      <TextField
        label="Quyết định"
        hint="Số, ngày quyết định; có thể bỏ trống."
        value={typed.decidedBy}
        onText={(decidedBy) => change({ decidedBy })}
      />
    </>
  );
}

const CHOOSE = { value: '', text: 'Chọn…' };

function PlaceField(props: {
  label: string;
  value: string;
  places: readonly { readonly id: string; readonly name: string; readonly code: string | null }[];
  onChoose: (id: string) => void;
}): ReactElement {
  return (
    <SelectField
      label={props.label}
      value={props.value}
      options={[
        CHOOSE,
        ...props.places.map((place) => ({
          value: place.id,
          text: place.code === null ? place.name : `${place.name} (${place.code})`,
        })),
      ]}
      onChoose={props.onChoose}
    />
  );
}
