import { expect, test } from 'vitest';
import { runCli } from '../run-cli.ts';
import { importCommand } from './import.ts';
import { fileLine } from './import-answer.ts';

const file = { name: 'tep.xlsx', kindTitle: 'Mẫu 31', rows: 1514, state: 'read' as const, duplicateOf: null };

test('a file that is read says its rows, one that is not says what became of it', () => {
  expect(fileLine(file)).toBe('tep.xlsx: Mẫu 31, 1.514 dòng');
  expect(fileLine({ ...file, kindTitle: 'Mẫu 14', rows: null, state: 'set_aside' })).toBe(
    'tep.xlsx: Mẫu 14, để riêng, chưa dùng số liệu',
  );
  expect(fileLine({ ...file, kindTitle: null, state: 'duplicate', duplicateOf: 'goc.xlsx' })).toBe(
    'tep.xlsx: trùng với goc.xlsx, bỏ qua',
  );
  expect(fileLine({ ...file, kindTitle: null, rows: null, state: 'received' })).toBe('tep.xlsx: chưa đọc');
});

test.each([
  [['import'], 'Chưa có tệp nào để đọc: ghi đường dẫn của ít nhất một tệp .xlsx của ngân hàng sau tên lệnh.'],
  [['import', '--commit'], 'Chưa có tệp nào để đọc'],
  [['import', '.'], '“.” là thư mục, không phải tệp: ghi từng tệp trong thư mục đó.'],
  [['import', 'khong-co.xlsx'], 'Không đọc được tệp “khong-co.xlsx”'],
  [['import', 'a.xlsx', '--basis', 'a'.repeat(64)], '--basis chỉ dùng cùng --commit.'],
  [['import', 'a.xlsx', '--commit', '--basis', 'abc'], '--basis cần dấu 64 ký tự'],
])('%j is told how it is written, with exit code 2', async (args, sentence) => {
  const end = await runCli(args, { commands: [importCommand], environment: {}, closers: [] });
  expect(end).toMatchObject({ code: 2, out: '' });
  expect(end.err).toContain(sentence);
  expect(end.err).toContain('Cách ghi: npx giaoban import TỆP… [--commit [--basis DẤU]]');
});
