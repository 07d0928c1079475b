import type { ReactElement } from 'react';
import { ChartSection } from '../../../shared/charts/chart-section.tsx';
import { type HeatCell, HeatGrid, type HeatRow } from '../../../shared/charts/heat-grid.tsx';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { formatInteger, formatMillions, formatTenths } from '../../../shared/format.ts';
import { shortVillage } from '../../../shared/names.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { ALL_LOANS, paths } from '../../paths.ts';
import { useSearchParams } from '../../use-address.ts';
import type { MonthWithFigures, SectionProps } from './month.ts';

type Cell = NonNullable<MonthWithFigures['heat']['total'][number]>;

/** One way of looking at the villages; its key stands in the address. */
type View = {
  readonly key: string;
  readonly word: string;
  readonly title: string;
  readonly sumName: string;
  readonly sizeOf: (cell: Cell) => number;
  readonly textOf: (cell: Cell) => string;
  readonly sumOf: (cell: Cell) => string;
  readonly list: string;
};

const VIEWS: readonly [View, ...View[]] = [
  {
    key: '',
    word: 'Quá hạn + khoanh',
    title: 'Quá hạn + khoanh theo thôn, % dư nợ',
    sumName: 'Triệu đồng',
    sizeOf: (cell) => cell.arrearsBps ?? 0,
    textOf: (cell) => formatTenths(cell.arrearsBps ?? 0),
    sumOf: (cell) => formatMillions(cell.arrearsVnd),
    list: 'overdue',
  },
  {
    key: 'lai-ton',
    word: 'Lãi tồn',
    title: 'Lãi tồn theo thôn, triệu đồng',
    sumName: 'Triệu đồng',
    sizeOf: (cell) => Number(cell.unpaidInterestVnd),
    textOf: (cell) => formatMillions(cell.unpaidInterestVnd),
    sumOf: (cell) => formatMillions(cell.unpaidInterestVnd, 1),
    list: ALL_LOANS,
  },
  {
    key: 'khong-giao-dich',
    word: 'Không giao dịch 3 tháng',
    title: 'Không giao dịch 3 tháng theo thôn, số món',
    sumName: 'Triệu đồng',
    sizeOf: (cell) => cell.inactiveLoans,
    textOf: (cell) => formatInteger(cell.inactiveLoans),
    sumOf: (cell) => formatMillions(cell.inactiveVnd),
    list: 'inactive_3_months',
  },
];

/** Villages by months, in one of three views; every cell opens its list at its date. */
export function HeatSection({ month, communeCode }: SectionProps): ReactElement {
  const { nhiet } = useSearchParams();
  const view = VIEWS.find((candidate) => candidate.key === (nhiet ?? '')) ?? VIEWS[0];
  const rows = rowsOf(month, communeCode, view);
  return (
    <ChartSection
      title={view.title}
      wide
      actions={
        <span className="seg">
          {VIEWS.map((candidate) => (
            <AppLink
              key={candidate.key}
              href={paths.commune(communeCode, month.dataDate, candidate.key)}
              aria-current={candidate === view ? 'true' : undefined}
            >
              {candidate.word}
            </AppLink>
          ))}
        </span>
      }
      twin={{
        headings: ['Thôn', ...month.heat.months.map((entry) => entry.month.slice(5)), view.sumName],
        rows: rows.map((row) => ({
          key: row.key,
          cells: [row.name, ...row.cells.map((cell) => cell?.text ?? 'chưa có'), row.sum],
        })),
      }}
    >
      <HeatGrid
        caption={view.title}
        rowName="Thôn"
        months={month.heat.months.map((entry) => entry.month)}
        sumName={view.sumName}
        rows={rows}
      />
    </ChartSection>
  );
}

function rowsOf(month: MonthWithFigures, communeCode: string, view: View): readonly HeatRow[] {
  const line = (cells: readonly (Cell | null)[], thon: string | undefined) => {
    const last = cells.at(-1) ?? null;
    const hrefAt = (ngay: MonthWithFigures['dataDate'] | null | undefined) =>
      ngay == null ? undefined : paths.list(view.list, { xa: communeCode, thon, ngay });
    return {
      cells: cells.map(
        (cell, index): HeatCell =>
          cell === null
            ? null
            : {
                size: view.sizeOf(cell),
                text: view.textOf(cell),
                href: view.sizeOf(cell) === 0 ? undefined : hrefAt(month.heat.months[index]?.dataDate),
              },
      ),
      sum:
        last === null ? (
          <span className="zero">–</span>
        ) : (
          <NumberLink href={hrefAt(month.dataDate)} isZero={view.sizeOf(last) === 0}>
            {view.sumOf(last)}
          </NumberLink>
        ),
    };
  };
  return [
    ...month.heat.villages.map((village) => ({
      key: village.villageCode,
      name: shortVillage(village.villageName ?? `Mã ${village.villageCode}`),
      href: paths.list(ALL_LOANS, { xa: communeCode, thon: village.villageCode, ngay: month.dataDate }),
      ...line(village.cells, village.villageCode),
    })),
    { key: 'total', name: 'Toàn xã', isTotal: true, ...line(month.heat.total, undefined) },
  ];
}
