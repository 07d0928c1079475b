import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packSheets, unpackSheets } from './pack.ts';
import type { Sheet } from './sheet.ts';

const cell = fc.oneof(
  fc.constant(null),
  fc.string({ unit: fc.constantFrom('a', 'Ả', '=', '#', "'", '0', ' ', '<'), minLength: 1, maxLength: 6 }),
  fc.integer(),
  fc.constantFrom(0.5, 6.6, -1.25),
);

const sheet = (stem: string, dataDate: string) =>
  fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), cell, cell), { maxLength: 30 }).map((rows): Sheet => {
    const unique = [...new Map(rows.map((row) => [row[0], row])).values()];
    const sorted = unique.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
    return { stem, dataDate, title: `${stem} ${dataDate}`, header: ['Mã', 'Tên', 'Số'], rows: sorted };
  });

describe('packed sheets', () => {
  it('come back as they were, in order of date', () => {
    fc.assert(
      fc.property(
        sheet('a', '2026-08-31'),
        sheet('a', '2026-09-30'),
        sheet('b', '2026-09-30'),
        (...sheets) => {
          expect(unpackSheets(packSheets(sheets, { a: 0, b: 0 }))).toEqual(sheets);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('cost little when little changes from month to month', () => {
    const rows = Array.from({ length: 500 }, (_, i) => [`6600${i}`, `Tên số ${(i * 7919) % 500}`, i]);
    const month = (dataDate: string): Sheet => ({
      stem: 'a',
      dataDate,
      title: '',
      header: ['Mã', 'Tên', 'Số'],
      rows,
    });
    const one = packSheets([month('2026-01-31')], { a: 0 }).length;
    const dates = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}-28`);
    expect(packSheets(dates.map(month), { a: 0 }).length).toBeLessThan(one * 1.5);
  });
});
