import { expect, test } from 'vitest';
import { fileLine } from './import.ts';

const file = { name: 'tep.xlsx', kindTitle: 'Mẫu 31', rows: 1514, state: 'read' as const };

test('a file that is read says its rows, one that is not says what became of it', () => {
  expect(fileLine(file)).toBe('tep.xlsx: Mẫu 31, 1.514 dòng');
  expect(fileLine({ ...file, kindTitle: 'Mẫu 14', rows: null, state: 'set_aside' })).toBe(
    'tep.xlsx: Mẫu 14, để riêng, chưa dùng số liệu',
  );
  expect(fileLine({ ...file, kindTitle: null, rows: null, state: 'duplicate' })).toBe(
    'tep.xlsx: chưa nhận ra, giống hệt một tệp khác của đợt này, bỏ qua',
  );
});
