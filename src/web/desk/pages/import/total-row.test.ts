import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { Preview, Summary } from './batch-state.ts';
import { TotalRow } from './reconciliation-rows.tsx';

const commune = (openingVnd: bigint | null) => ({
  ...{ openingVnd, lendingVnd: 0n, collectionVnd: 7_000_000n, writtenOffVnd: 0n, closingVnd: 93_000_000n },
  expectedVnd: openingVnd === null ? null : openingVnd - 7_000_000n,
  ...{ differenceVnd: openingVnd === null ? null : 0n, overdueVnd: 0n, frozenVnd: 0n },
});

/** The cells of the row of all communes, as words. */
function cellsOf(...openings: readonly (bigint | null)[]): readonly string[] {
  const preview = { batchId: 'b', comparedDate: '2026-09-30', counter: null, missingCommunes: [] };
  const row = createElement(TotalRow, {
    preview: { ...preview, communes: openings.map(commune) } as unknown as Preview,
    summary: {
      ...{ communes: [], rows: { read: 0 }, outstandingVnd: 0n, office: { name: 'PGD' } },
    } as unknown as Summary,
    hasWriteOffs: false,
  });
  const html = renderToStaticMarkup(row);
  return [...html.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) => cell.replaceAll(/<[^>]+>/g, ''));
}

it('[PF17] the row of all communes adds up, or says that it cannot', () => {
  const opening = (cells: readonly string[]) => [cells[0], cells[4], cells[6]];
  expect(opening(cellsOf(100_000_000n, 100_000_000n))).toEqual(['200', '14', '186']);
  const partly = cellsOf(100_000_000n, null);
  expect(opening(partly)).toEqual(['–', '14', '–']);
  expect(partly[8]).toBe('1/2 xã so được');
});
