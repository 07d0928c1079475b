import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { showCommuneMonth } from '../../../../modules/portfolio/contract.ts';
import { figureFixtures } from '../../../testing/fixtures/figures.ts';
import { COMMUNES } from '../../../testing/fixtures/people.ts';
import { HeatView } from './heat-section.tsx';
import type { MonthWithFigures } from './month.ts';

const [{ id: communeId, code: communeCode }] = COMMUNES;
const found = figureFixtures.find((one) => one.operation.name === showCommuneMonth.name);
const month = found?.answer({ communeId } as never) as MonthWithFigures;

/** The month with these shares in the last cells of its first village, of a largest of 3,0%. */
function monthWith(shares: readonly number[]): MonthWithFigures {
  const cells = shares.map((arrearsBps) => ({
    arrearsBps,
    outstandingVnd: 100_000_000n,
    arrearsVnd: 1_000_000n,
    unpaidInterestVnd: 0n,
    inactiveLoans: 0,
    inactiveVnd: 0n,
  }));
  const { months, villages } = month.heat;
  const padded = [...months.slice(cells.length).map(() => null), ...cells];
  return {
    ...month,
    heat: { months, total: [], villages: villages.slice(0, 1).map((one) => ({ ...one, cells: padded })) },
  };
}

/** What a cell shows, with the class of its shade. */
function shades(of: MonthWithFigures): string[] {
  const markup = renderToStaticMarkup(<HeatView month={of} communeCode={communeCode} nhiet={undefined} />);
  return [...markup.matchAll(/<td class="(h\d)[^"]*"><a [^>]*>([^<]*)/g)].map(
    (cell) => `${cell[2]} ${cell[1]}`,
  );
}

test('cells that show the same number have the same shade, on both sides of a step', () => {
  expect(shades(monthWith([195, 204, 300]))).toEqual(['2,0 h3', '2,0 h3', '3,0 h4']);
});
