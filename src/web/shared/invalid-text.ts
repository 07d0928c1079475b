import { wholeWanted } from './parse.ts';

/** What the browser tells of a control: an input, a choice or a text of several lines. */
export type Checked = {
  readonly type: string;
  readonly validationMessage: string;
  readonly validity: Pick<ValidityState, 'customError' | 'valueMissing' | 'tooLong' | 'tooShort'>;
  readonly min?: string;
  readonly max?: string;
  readonly maxLength?: number;
};

/** Cause and remedy of a control that the browser holds to be invalid: its own bubble speaks the browser's language. */
export function invalidText({ type, validationMessage, validity, min, max, maxLength }: Checked): string {
  // Set by our own code, as for a day that is none.
  if (validity.customError) return validationMessage;
  if (validity.valueMissing && type === 'select-one') return 'Chưa chọn. Chọn một dòng.';
  if (type === 'number')
    return wholeWanted({ ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) });
  if (validity.valueMissing) return 'Chưa nhập. Ô này không được để trống.';
  if (validity.tooLong) return `Dài quá: nhiều nhất ${maxLength ?? 0} ký tự. Rút ngắn lại.`;
  return 'Chưa đúng dạng. Xem lại rồi sửa.';
}
