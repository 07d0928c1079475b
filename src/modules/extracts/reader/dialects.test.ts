import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../kernel/dates.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Cell } from './cell.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { RowSink } from './row-sink.ts';
import { SheetListener } from './sheet-listener.ts';
import { cellContext } from './testing/cell-context.ts';
import { readRight, withoutTail } from './testing/read-all.ts';
import { BANK_DIALECT, type Dialect, workbookFiles, writeWorkbook } from './testing/workbook-writer.ts';
import { XmlScanner } from './xml-scanner.ts';

/** XML 1.0 cannot hold the others, and a workbook's own escapes for them are another matter. */
function isXmlCharacter(char: string): boolean {
  return (char >= ' ' || char === '\t' || char === '\n') && char !== '\ufffe' && char !== '\uffff';
}

const text = fc.oneof(
  fc.constantFrom(
    'Xã Bình Ngọc',
    '540101',
    '0026000',
    ' có khoảng trắng ',
    '<a & "b">',
    ']]>',
    '_x0041_',
    'a\r\nb',
    'đồng',
    '#N/A',
    '=1+1',
    '\ufffd',
  ),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    .filter((value) => [...value].every(isXmlCharacter)),
);

const number = fc.oneof(
  fc.integer(),
  fc.integer({ min: 0, max: 10_000_000 }).map((value) => value / 100),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
);

const businessDay = fc
  .integer({ min: 1, max: 60_000 })
  .map((days) => ({ day: addDays(day('1904-01-01'), days) }));

const cell: fc.Arbitrary<Cell> = fc.oneof(text, number, businessDay, fc.constant(undefined));

const sheet = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 3 }),
      cells: fc.array(cell, { minLength: 1, maxLength: 30 }),
    }),
    { maxLength: 12 },
  )
  .map((rows) => {
    let row = 0;
    return rows.map(({ gap, cells }) => {
      row += gap;
      return [row, cells] as const;
    });
  });

const dialect: fc.Arbitrary<Dialect> = fc.record({
  texts: fc.constantFrom('shared', 'inline', 'formula', 'runs', 'cdata'),
  hasReferences: fc.boolean(),
  prefix: fc.constantFrom('', 'x:'),
  hasByteOrderMark: fc.boolean(),
  isPretty: fc.boolean(),
  is1904: fc.boolean(),
});

/** Without references rows follow each other, so the gaps are lost. */
function numbered(
  rows: readonly (readonly [number, readonly Cell[]])[],
  hasReferences: boolean,
): [number, readonly Cell[]][] {
  return rows.map(([row, cells], index) => [hasReferences ? row : index + 1, cells]);
}

describe('a sheet reads back as it was written', () => {
  it('in every dialect', async () => {
    await fc.assert(
      fc.asyncProperty(sheet, dialect, async (rows, style) => {
        const drafted = numbered(rows, style.hasReferences);
        const content = writeWorkbook([{ rows: new Map(drafted) }], style);
        const filled = drafted
          .map(([row, cells]) => [row, withoutTail(cells)] as const)
          .filter(([, cells]) => cells.length > 0);
        expect([...(await readRight(content)).rows]).toEqual(filled);
      }),
      { numRuns: 300 },
    );
  });

  it('in pieces of any size as in one: the quick way and the thorough way agree', () => {
    fc.assert(
      fc.property(sheet, dialect, fc.integer({ min: 1, max: 300 }), (rows, style, pieceBytes) => {
        const texts = style.texts === 'shared' ? 'inline' : style.texts;
        const drafted = new Map(numbered(rows, style.hasReferences));
        const xml = Buffer.from(
          String(workbookFiles([{ rows: drafted }], { ...style, texts }).at(-1)?.content),
        );
        expect(scan(xml, pieceBytes)).toEqual(scan(xml, xml.length));
        expect(scan(xml, 1)).toEqual(scan(xml, xml.length));
      }),
      { numRuns: 100 },
    );
  });

  it('whichever columns are asked for: the others are undefined and hide nothing', () => {
    fc.assert(
      fc.property(sheet, fc.uniqueArray(fc.integer({ min: 0, max: 30 })), (rows, columns) => {
        const xml = Buffer.from(
          String(workbookFiles([{ rows: new Map(rows) }], BANK_DIALECT).at(-1)?.content),
        );
        const only = new Set(columns);
        const all = scan(xml, xml.length);
        const expected = all.rows.map(([row, cells], index) => [
          row,
          index === 0
            ? cells
            : withoutTail(cells.map((value, column) => (only.has(column) ? value : undefined))),
        ]);
        const narrowed = scan(xml, xml.length, only);
        expect(narrowed.rows).toEqual(expected);
        expect(narrowed.usedRange).toBe(all.usedRange);
      }),
      { numRuns: 100 },
    );
  });
});

function scan(xml: Buffer, pieceBytes: number, only?: ReadonlySet<number>) {
  const rows: [number, readonly Cell[]][] = [];
  const sink = new RowSink(({ number: row, cells }) => {
    rows.push([row, withoutTail(cells)]);
    return only && { only };
  });
  const listener = new SheetListener('Trang', sink, cellContext(), DEFAULT_LIMITS);
  const scanner = new XmlScanner(listener, 1 << 20);
  for (let at = 0; at < xml.length; at += pieceBytes) scanner.push(xml.subarray(at, at + pieceBytes));
  const fault = scanner.finish();
  if (fault || isRefusal(listener.refusal))
    throw new Error(`not read: ${JSON.stringify(fault ?? listener.refusal)}`);
  return { rows, usedRange: sink.usedRange() };
}
