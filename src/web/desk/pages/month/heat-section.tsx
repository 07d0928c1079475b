import type { ReactElement } from 'react';
import { inCommune } from '../../../../kernel/commune-words.ts';
import { ChartSection } from '../../../shared/charts/chart-section.tsx';
import { type HeatCell, HeatGrid, type HeatRow } from '../../../shared/charts/heat-grid.tsx';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { formatInteger, formatMillions, formatTenths } from '../../../shared/format.ts';
import { shortVillage } from '../../../shared/names.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { ALL_LOANS, type ListFilter, paths } from '../../paths.ts';
import { useSearchParams } from '../../use-address.ts';
import { type MonthWithFigures, monthVillages, partOf, type SectionProps } from './month.ts';
import { cellNumbers } from './numbers.ts';

type Cell = NonNullable<MonthWithFigures['heat']['total'][number]>;

type CellNumbers = ReturnType<typeof cellNumbers>;

/** One way of looking at the villages; its key stands in the address. */
type View = {
  readonly key: string;
  readonly word: string | ((month: MonthWithFigures) => string);
  readonly title: string | ((month: MonthWithFigures) => string);
  readonly sumName: string;
  /** The number a cell stands for, which decides what it opens. */
  readonly cell: keyof CellNumbers;
  readonly textOf: (cell: Cell) => string;
  /** What stands at the end of the line. */
  readonly sum: keyof CellNumbers & keyof Cell;
  readonly sumOf: (cell: Cell) => string;
};

const VIEWS: readonly [View, ...View[]] = [
  {
    key: '',
    word: 'Quá hạn + khoanh',
    title: 'Quá hạn + khoanh theo thôn, % dư nợ',
    sumName: 'Triệu đồng',
    cell: 'arrearsBps',
    // What somebody owes is never shown as 0, however small its share.
    textOf: (cell) => formatTenths(cell.arrearsVnd === 0n ? 0 : Math.max(1, cell.arrearsBps ?? 0)),
    sum: 'arrearsVnd',
    sumOf: (cell) => formatMillions(cell.arrearsVnd),
  },
  {
    key: 'lai-ton',
    word: 'Lãi tồn',
    title: 'Lãi tồn theo thôn, triệu đồng',
    sumName: 'Triệu đồng',
    cell: 'unpaidInterestVnd',
    textOf: (cell) => formatMillions(cell.unpaidInterestVnd),
    sum: 'unpaidInterestVnd',
    sumOf: (cell) => formatMillions(cell.unpaidInterestVnd, 1),
  },
  {
    key: 'khong-giao-dich',
    word: ({ rules }) => rules.inactiveTitle,
    title: ({ rules }) => `${rules.inactiveTitle} theo thôn, số món`,
    sumName: 'Triệu đồng',
    cell: 'inactiveLoans',
    textOf: (cell) => formatInteger(cell.inactiveLoans),
    sum: 'inactiveVnd',
    sumOf: (cell) => formatMillions(cell.inactiveVnd),
  },
];

/** Villages by months, in one of three views; every cell opens its list at its date. */
export function HeatSection(props: SectionProps): ReactElement {
  const { nhiet } = useSearchParams();
  return <HeatView {...props} nhiet={nhiet} />;
}

/** The grid in the view of this key; of an unknown one the first. */
export function HeatView({
  month,
  communeCode,
  nhiet,
}: SectionProps & { readonly nhiet: string | undefined }): ReactElement {
  const view = VIEWS.find((candidate) => candidate.key === (nhiet ?? '')) ?? VIEWS[0];
  const rows = rowsOf(month, communeCode, view);
  const textOf = (text: View['title']) => monthVillages(typeof text === 'string' ? text : text(month), month);
  const villages = monthVillages('Thôn', month);
  return (
    <ChartSection
      title={textOf(view.title)}
      wide
      actions={
        <span className="seg">
          {VIEWS.map((candidate) => (
            <AppLink
              key={candidate.key}
              href={paths.commune(communeCode, month.dataDate, candidate.key)}
              aria-current={candidate === view ? 'true' : undefined}
            >
              {textOf(candidate.word)}
            </AppLink>
          ))}
        </span>
      }
      twin={{
        headings: [villages, ...month.heat.months.map((entry) => entry.month.slice(5)), view.sumName],
        rows: rows.map((row) => ({
          key: row.key,
          cells: [
            row.name,
            ...row.cells.map((cell, index) =>
              cell === null ? (
                'chưa có'
              ) : (
                <NumberLink
                  key={month.heat.months[index]?.month}
                  href={cell.href}
                  isZero={cell.href === undefined}
                >
                  {cell.text}
                </NumberLink>
              ),
            ),
            row.sum,
          ],
        })),
      }}
    >
      <HeatGrid
        caption={textOf(view.title)}
        rowName={villages}
        months={month.heat.months.map((entry) => entry.month)}
        sumName={view.sumName}
        rows={rows}
      />
    </ChartSection>
  );
}

function rowsOf(month: MonthWithFigures, communeCode: string, view: View): readonly HeatRow[] {
  const line = (cells: readonly (Cell | null)[], thon?: string) => ({
    cells: cells.map((cell, index): HeatCell => {
      const ngay = month.heat.months[index]?.dataDate;
      if (cell === null || ngay == null) return null;
      const { href } = cellNumbers(cell, { xa: communeCode, thon, ngay })[view.cell];
      return { text: view.textOf(cell), href };
    }),
    sum: (
      <Sum cell={cells.at(-1) ?? null} view={view} filter={{ xa: communeCode, thon, ngay: month.dataDate }} />
    ),
  });
  return [
    ...month.heat.villages.map((village) => ({
      key: village.villageCode,
      name: shortVillage(village.villageName ?? `Mã ${village.villageCode}`),
      href: paths.list(ALL_LOANS, { xa: communeCode, thon: village.villageCode, ngay: month.dataDate }),
      ...line(village.cells, village.villageCode),
    })),
    {
      key: 'total',
      name: partOf(month) ?? inCommune('Toàn xã', month.communeName),
      isTotal: true,
      ...line(month.heat.total),
    },
  ];
}

function Sum(props: { cell: Cell | null; view: View; filter: ListFilter }): ReactElement {
  const { cell, view } = props;
  if (cell === null) return <span className="zero">–</span>;
  return (
    <NumberLink
      href={cellNumbers(cell, props.filter)[view.sum].href}
      isZero={BigInt(cell[view.sum] ?? 0) === 0n}
    >
      {view.sumOf(cell)}
    </NumberLink>
  );
}
