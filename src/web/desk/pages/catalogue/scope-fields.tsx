import type { ReactElement } from 'react';
import { listProgrammes } from '../../../../modules/programmes/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { SelectField, TextField } from '../../../shared/components/field.tsx';
import type { Rule } from './rule.ts';

/** What a new row is narrowed to, as typed; '' for everything. */
export type TypedScope = { readonly programme: string; readonly fundSource: string; readonly office: string };

/** The whole country. */
export const WHOLE_COUNTRY: TypedScope = { programme: '', fundSource: '', office: '' };

/** The typed scope as the row has it: only what is named. */
export function scopeOf(typed: TypedScope): Rule['rows'][number]['scope'] {
  return Object.fromEntries(Object.entries(typed).filter(([, code]) => code !== ''));
}

/** For which loans a row is, by what its rule can be narrowed to [PR10]; nothing for a rule that counts for all. */
export function ScopeFields(props: {
  readonly narrowedBy: Rule['narrowedBy'];
  readonly typed: TypedScope;
  readonly onChange: (typed: TypedScope) => void;
}): ReactElement | null {
  const { narrowedBy, typed, onChange } = props;
  const { data } = useQuestion(listProgrammes, {});
  if (narrowedBy.length === 0) return null;
  const holders = new Map(data?.programmes.toReversed().map(({ code, name }) => [code, name]));
  const programmes = [...holders].sort().map(([code, name]) => ({ value: code, text: `${code} ${name}` }));
  const sources = data?.fundSources.map(({ code, name }) => ({ value: code, text: `${code} ${name}` })) ?? [];
  return (
    <>
      {narrowedBy.includes('programme') ? (
        <SelectField
          label="Chương trình"
          value={typed.programme}
          options={[{ value: '', text: 'Mọi chương trình' }, ...programmes]}
          onChoose={(programme) => onChange({ ...typed, programme })}
        />
      ) : null}
      {narrowedBy.includes('fundSource') ? (
        <SelectField
          label="Nguồn vốn"
          value={typed.fundSource}
          options={[{ value: '', text: 'Mọi nguồn vốn' }, ...sources]}
          onChoose={(fundSource) => onChange({ ...typed, fundSource })}
        />
      ) : null}
      {narrowedBy.includes('office') ? (
        <TextField
          label="Mã phòng giao dịch"
          hint="6 chữ số, như trong tệp của ngân hàng. Bỏ trống nếu là mọi phòng."
          value={typed.office}
          inputMode="numeric"
          maxLength={6}
          error={
            /^(\d{6})?$/.test(typed.office) ? undefined : 'Mã phòng giao dịch có 6 chữ số, ví dụ 004820.'
          }
          onText={(office) => onChange({ ...typed, office: office.trim() })}
        />
      ) : null}
    </>
  );
}
