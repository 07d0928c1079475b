import type { z } from 'zod';
import type { BusinessDate } from '../../../kernel/dates.ts';
import { arrearsBps, type FigureSums, heatCellOf, type Month, sumFigures } from './figures.ts';
import type { heatCell, monthPoint } from './shapes.ts';

/** Figures at a date. */
type Dated = FigureSums & { readonly dataDate: BusinessDate };

/** Office figures with communes missing behind them are no comparator: smaller, and of another ratio [PF3]. */
export function wholeOffice<Row extends { readonly communes: number; readonly served: number }>(
  rows: readonly Row[],
): readonly Row[] {
  return rows.filter((row) => row.communes >= row.served);
}

/** One point a month, of a part of the office and of the office beside it; null where a month is missing [PF3]. */
export function seriesOf(
  months: readonly Month[],
  parts: readonly Dated[],
  office: readonly Dated[],
): z.output<typeof monthPoint>[] {
  return months.map(({ month, dataDate }) => {
    const of = sumFigures(parts.filter((row) => row.dataDate === dataDate));
    const officeRow = office.find((row) => row.dataDate === dataDate);
    return {
      month,
      dataDate,
      arrearsBps: of?.arrearsBps ?? null,
      officeArrearsBps: officeRow ? arrearsBps(officeRow) : null,
      outstandingVnd: of?.outstandingVnd ?? null,
      overdueVnd: of?.overdueVnd ?? null,
      frozenVnd: of?.frozenVnd ?? null,
    };
  });
}

type HeatCell = z.output<typeof heatCell>;

/** The villages by month: a village keeps its row where it is missing from some months [PF3]. */
export function heatRowsOf(
  months: readonly Month[],
  villages: readonly (Dated & { readonly key: string })[],
  names: ReadonlyMap<string, string>,
): { villageCode: string; villageName: string | null; cells: (HeatCell | null)[] }[] {
  const codes = [...new Set(villages.map((row) => row.key))].sort();
  return codes.map((villageCode) => ({
    villageCode,
    villageName: names.get(villageCode) ?? null,
    cells: heatCellsOf(
      months,
      villages.filter((row) => row.key === villageCode),
    ),
  }));
}

/** The cells of one row of the grid. */
export function heatCellsOf(months: readonly Month[], rows: readonly Dated[]): (HeatCell | null)[] {
  return months.map(({ dataDate }) => {
    const sum = sumFigures(rows.filter((row) => row.dataDate === dataDate));
    return sum ? heatCellOf(sum) : null;
  });
}
