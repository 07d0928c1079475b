import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { csvWriter } from './csv.ts';
import type { TableTop, WrittenCell, WrittenRow } from './table-sheet.ts';

const columns: TableTop['columns'] = [
  { heading: 'Mã', kind: 'text', width: 10 },
  { heading: 'Tiền', kind: 'number', width: 10 },
  { heading: 'Ngày', kind: 'date', width: 10 },
  { heading: 'Ghi chú', kind: 'text', width: 10 },
];

/** A table as CSV, its rows added one by one. */
function toCsv({ rows, ...top }: TableTop & { readonly rows: readonly WrittenRow[] }): string {
  const writer = csvWriter(top);
  for (const row of rows) writer.add([row]);
  return Buffer.from(writer.end()).toString('utf8');
}

const lastLine = (...row: WrittenCell[]) =>
  toCsv({ head: [], columns, rows: [row] }).slice(`\uFEFFMã;Tiền;Ngày;Ghi chú\r\n`.length);

describe('CSV', () => {
  it('[PF40] is parted by semicolons after a byte order mark, the lines of the head first', () => {
    const csv = toCsv({ head: ['Nợ quá hạn', 'Số liệu ngày 31/10/2026; mẫu'], columns, rows: [] });
    expect(csv).toBe('\uFEFFNợ quá hạn\r\n"Số liệu ngày 31/10/2026; mẫu"\r\nMã;Tiền;Ngày;Ghi chú\r\n');
  });

  it('[PF40] amounts stay numbers, days are days of Vietnam, quotes and line breaks stay inside their cell', () => {
    expect(lastLine('a"b', -5n, day('2026-10-31'), 'c\nd')).toBe('"a""b";-5;31/10/2026;"c\nd"\r\n');
    expect(lastLine('0541', null, null, 'một, hai')).toBe('0541;;;"một, hai"\r\n');
  });

  const beginnings = ['=1+1', '+84', '-5', '@SUM(A1)', '\tx', '\rx', '\nx', '\0x'];
  const wide = ['＝1+1', '＋84', '－5', '＠SUM(A1)'];
  const hidden = [' =1', '\u00a0+1', '\u3000-1', '\0=1', ' \t@A1', '\ufeff=1', '\u200b＝1'];
  it.each([...beginnings, ...wide, ...hidden])('[PF40] %j cannot become a formula', (text) => {
    expect(lastLine(text, null, null, null).replace(/^"/, '')).toMatch(/^'/);
  });

  it('[PF40] no text at all starts a formula, in the head neither', () => {
    fc.assert(fc.property(fc.string(), (text) => !/^"?[=+\-@\t\r]/.test(lastLine(text, null, null, null))));
    expect(toCsv({ head: ['=1'], columns, rows: [] })).toMatch(/^\uFEFF'=1/);
  });
});
