import { expect, it } from 'vitest';
import { type ControlCell, cellsLeft, inOrder, measureName, valuesOf } from './control-cells.ts';

const cell = (file: string, key: string, measure: string, difference = 0n): ControlCell => ({
  ...{ file, key, measure, name: null },
  ...{ ours: 1n, theirs: 1n + difference, difference },
});
const CELLS = [
  cell('BCDHTD 01.1', '540101', 'outstanding'),
  cell('BCDHTD 01.1', '540102', 'overdue', 7n),
  cell('BCDHTD 01.2', '54', 'outstanding'),
];
const NAMES: Readonly<Record<string, string>> = { '540101': 'Xã Bình Ngọc', '54': 'Hộ nghèo' };
const left = (filter: Parameters<typeof cellsLeft>[1]) =>
  cellsLeft(CELLS, filter, ({ key }) => NAMES[key] ?? '').map((one) => `${one.file} ${one.key}`);

it('cells are narrowed by file, measure, difference and a part of the name or the code', () => {
  expect(left({})).toHaveLength(3);
  expect(left({ file: 'BCDHTD 01.2' })).toEqual(['BCDHTD 01.2 54']);
  expect(left({ measure: 'outstanding' })).toEqual(['BCDHTD 01.1 540101', 'BCDHTD 01.2 54']);
  expect(left({ isDifferent: true })).toEqual(['BCDHTD 01.1 540102']);
  expect(left({ text: ' BÌNH ngọc' })).toEqual(['BCDHTD 01.1 540101']);
  expect(left({ text: '5401', file: 'BCDHTD 01.1' })).toHaveLength(2);
});

it('the choices are what the cells have; a measure without a name shows as it stands', () => {
  expect(valuesOf(CELLS, 'file')).toEqual(['BCDHTD 01.1', 'BCDHTD 01.2']);
  expect(measureName('overdue')).toBe('Quá hạn');
  expect(measureName('else')).toBe('else');
});

it('lines stay where the files have them; the measures of a line stand as a person reads them', () => {
  const mixed = [cell('A', '2', 'customers'), cell('A', '2', 'outstanding'), cell('A', '1', 'overdue')];
  expect(inOrder(mixed).map((one) => `${one.key} ${one.measure}`)).toEqual([
    '2 outstanding',
    '2 customers',
    '1 overdue',
  ]);
});
