import { expect, test } from 'vitest';
import { type Checked, invalidText } from './invalid-text.ts';

const control = (validity: Partial<Checked['validity']>, rest: Partial<Checked> = {}): Checked => ({
  type: 'text',
  validationMessage: 'Please fill out this field.',
  validity: { customError: false, valueMissing: false, tooLong: false, tooShort: false, ...validity },
  ...rest,
});

test.each<[Checked, string]>([
  [control({ valueMissing: true }), 'Chưa nhập. Ô này không được để trống.'],
  [control({ valueMissing: true }, { type: 'select-one' }), 'Chưa chọn. Chọn một dòng.'],
  [control({ tooLong: true }, { maxLength: 300 }), 'Dài quá: nhiều nhất 300 ký tự. Rút ngắn lại.'],
  [control({}, { type: 'number', min: '1', max: '31' }), 'Gõ một số nguyên từ 1 đến 31.'],
  [control({ valueMissing: true }, { type: 'number', min: '1', max: '31' }), 'Gõ một số nguyên từ 1 đến 31.'],
  [control({}, { type: 'number', min: '0', max: '' }), 'Gõ một số nguyên từ 0 trở lên.'],
  [control({}, { type: 'number', min: '', max: '' }), 'Gõ một số nguyên.'],
  [control({}, { type: 'email' }), 'Chưa đúng dạng. Xem lại rồi sửa.'],
])('%o is told in our words', (checked, text) => {
  expect(invalidText(checked)).toBe(text);
});

test('what our own code holds against a value is told as it is', () => {
  const checked = control({ customError: true }, { validationMessage: 'Không có ngày 30 tháng 2.' });
  expect(invalidText(checked)).toBe('Không có ngày 30 tháng 2.');
});
