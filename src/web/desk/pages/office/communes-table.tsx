import type { ReactElement } from 'react';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import { Sparkline } from '../../../shared/charts/sparkline.tsx';
import { CommuneName } from '../../../shared/components/commune-name.tsx';
import { type Column, DataTable } from '../../../shared/components/data-table.tsx';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { formatInteger, formatMillions, formatPercent } from '../../../shared/format.ts';
import { shortOffice } from '../../../shared/names.ts';
import { type ListFilter, paths } from '../../paths.ts';
import { ShareChange } from '../month/month-figures.tsx';
import { type FiguresAt, figureNumber, officePair, type ShownFigure } from '../month/numbers.ts';
import { type OfficeMonth, presentOf } from './office-month.ts';

type Commune = OfficeMonth['communes'][number];

/** One row a commune: every number opens that commune's list; a commune missing from the date says so. */
export function CommunesTable({
  month,
  dataDate,
}: {
  month: OfficeMonth;
  dataDate: BusinessDate;
}): ReactElement {
  return (
    <DataTable
      caption="Các xã của phòng giao dịch"
      columns={columns(dataDate)}
      rows={month.communes}
      rowKey={(commune) => commune.communeId}
      rowHref={(commune) => paths.commune(commune.communeCode, dataDate)}
      foot={<Total month={month} dataDate={dataDate} />}
      hasPageKeys
      abreast={3}
    />
  );
}

/** The columns of figures, of a commune and of the office below: their names and how they are written. */
const COLUMNS = [
  { figure: 'loans', heading: 'Món', textOf: (now: FiguresAt) => formatInteger(now.loans) },
  { figure: 'outstandingVnd', heading: 'Dư nợ', textOf: (now) => formatMillions(now.outstandingVnd) },
  { figure: 'overdueVnd', heading: 'Quá hạn', textOf: (now) => formatMillions(now.overdueVnd) },
  { figure: 'frozenVnd', heading: 'Khoanh', textOf: (now) => formatMillions(now.frozenVnd) },
  {
    figure: 'arrearsBps',
    heading: 'Quá hạn + khoanh',
    textOf: (now) => (now.arrearsBps === null ? '–' : formatPercent(now.arrearsBps)),
  },
  {
    figure: 'unpaidInterestVnd',
    heading: 'Lãi tồn',
    textOf: (now) => formatMillions(now.unpaidInterestVnd, 1),
  },
  {
    figure: 'disbursedMonthVnd',
    heading: 'Giải ngân',
    textOf: (now) => formatMillions(now.disbursedMonthVnd),
  },
  { figure: 'collectedMonthVnd', heading: 'Thu nợ', textOf: (now) => formatMillions(now.collectedMonthVnd) },
] as const satisfies readonly {
  readonly figure: ShownFigure;
  readonly heading: string;
  readonly textOf: (now: FiguresAt) => string;
}[];

type FigureColumn = (typeof COLUMNS)[number];

/** Balances stand before the change and the line of 24 months, the month's flows after them. */
const BALANCES = COLUMNS.slice(0, 5);
const FLOWS = COLUMNS.slice(5);

function FigureCell(props: { column: FigureColumn; now: FiguresAt; filter: ListFilter }): ReactElement {
  const { column, now, filter } = props;
  const { href } = figureNumber(now, column.figure, filter);
  return (
    <NumberLink href={href} isZero={href === undefined && now[column.figure] !== null}>
      {column.textOf(now)}
    </NumberLink>
  );
}

function columns(dataDate: BusinessDate): readonly Column<Commune>[] {
  const filterOf = (commune: Commune) => ({ xa: commune.communeCode, ngay: dataDate });
  const figure = (column: FigureColumn): Column<Commune> => ({
    key: column.figure,
    heading: column.heading,
    numeric: true,
    cell: (commune) =>
      commune.now === null ? (
        <span className="faint">–</span>
      ) : (
        <FigureCell column={column} now={commune.now} filter={filterOf(commune)} />
      ),
  });
  return [
    {
      key: 'name',
      heading: 'Xã, phường',
      cell: (commune) => (
        <CommuneName
          name={commune.communeName}
          href={paths.commune(commune.communeCode, dataDate)}
          hasFigures={commune.now !== null}
        />
      ),
    },
    ...BALANCES.map(figure),
    {
      key: 'change',
      heading: 'So với tháng trước',
      cell: (commune) =>
        commune.now === null || commune.before === null ? (
          <span className="faint">–</span>
        ) : (
          <ShareChange pair={{ ...commune, now: commune.now }} filter={filterOf(commune)} />
        ),
    },
    {
      key: 'series',
      heading: '24 tháng',
      wideOnly: true,
      cell: (commune) => (
        <Sparkline
          values={commune.series.map((value) => value ?? undefined)}
          label={`${commune.communeName}: tỷ lệ quá hạn cộng khoanh 24 tháng`}
        />
      ),
    },
    ...FLOWS.map(figure),
  ];
}

function Total({ month, dataDate }: { month: OfficeMonth; dataDate: BusinessDate }): ReactElement | null {
  const { now } = month;
  if (now === null) return null;
  const cell = (column: FigureColumn) => (
    <td key={column.figure} className="num" data-label={column.heading}>
      <FigureCell column={column} now={now} filter={{ ngay: dataDate }} />
    </td>
  );
  const isWhole = month.communes.every((commune) => commune.now !== null);
  const pair = officePair(month);
  return (
    <tr className="sum">
      <td>{isWhole ? `Cộng ${shortOffice(month.officeName)}` : `Cộng ${presentOf(month)} xã`}</td>
      {BALANCES.map(cell)}
      <td data-label="So với tháng trước">
        {pair === undefined ? null : <ShareChange pair={pair} filter={{ ngay: dataDate }} />}
      </td>
      <td className="wide-only" />
      {FLOWS.map(cell)}
    </tr>
  );
}
