import type { ReactElement } from 'react';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import { DateField } from '../../../shared/components/date-field.tsx';
import { SelectField, TextField } from '../../../shared/components/field.tsx';
import { CONFIDENCE_OPTIONS, type ConfidenceName } from './confidence.tsx';

/** From when a row of the catalogue counts, by which document, and how sure that is, as typed. */
export type TypedSource = {
  readonly validFrom: BusinessDate | undefined;
  readonly document: string;
  readonly confidence: ConfidenceName;
};

/** Nothing typed yet. */
export const NO_SOURCE: TypedSource = { validFrom: undefined, document: '', confidence: 'found' };

/** The fields that every row of the catalogue has. */
export function SourceFields(props: {
  readonly typed: TypedSource;
  readonly onChange: (typed: TypedSource) => void;
}): ReactElement {
  const { typed, onChange } = props;
  return (
    <>
      <DateField
        label="Hiệu lực từ ngày"
        value={typed.validFrom}
        onDate={(validFrom) => onChange({ ...typed, validFrom })}
      />
      <TextField
        label="Văn bản"
        hint="Số hiệu, ngày ký. Chưa đối chiếu thì ghi rõ."
        value={typed.document}
        required
        onText={(document) => onChange({ ...typed, document })}
      />
      <SelectField
        label="Mức chắc chắn"
        value={typed.confidence}
        options={CONFIDENCE_OPTIONS}
        onChoose={(confidence) => onChange({ ...typed, confidence: confidence as ConfidenceName })}
      />
    </>
  );
}
