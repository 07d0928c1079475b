import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { AGEING_LISTS, type ListName } from '../../../../modules/portfolio/domain/list-names.ts';
import { AgeBars, type Bar } from '../../../shared/charts/age-bars.tsx';
import { ChartSection } from '../../../shared/charts/chart-section.tsx';
import type { ChartEvent } from '../../../shared/charts/event-note.tsx';
import { LineChart } from '../../../shared/charts/line-chart.tsx';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import {
  formatHundredths,
  formatInteger,
  formatMillions,
  formatPercent,
  formatShort,
} from '../../../shared/format.ts';
import { shortCommune, shortOffice } from '../../../shared/names.ts';
import { type MonthWithFigures, partOf, type SectionProps } from './month.ts';
import { ageingNumbers, pointNumber } from './numbers.ts';

/** The share of overdue and frozen debt over 24 months, beside the office's. */
export function TrendSection({ month, communeCode }: SectionProps): ReactElement {
  const values = month.series.map((point) => point.arrearsBps ?? undefined);
  const office = month.series.map((point) => point.officeArrearsBps ?? undefined);
  const officeName = shortOffice(month.officeName ?? 'Phòng giao dịch');
  const shownName = partOf(month) ?? shortCommune(month.communeName);
  return (
    <ChartSection
      title="Tỷ lệ quá hạn + khoanh, 24 tháng"
      twin={{
        headings: ['Tháng', `${shownName}, %`, `${officeName}, %`],
        rows: month.series.map((point, index) => ({
          key: point.month,
          cells: [
            monthLabel(point.month),
            <NumberLink
              key="share"
              href={pointNumber(point, { xa: communeCode })?.href}
              isZero={point.arrearsBps === 0}
            >
              {percentCell(values[index])}
            </NumberLink>,
            percentCell(office[index]),
          ],
        })),
      }}
    >
      <LineChart
        label={`Tỷ lệ quá hạn cộng khoanh 24 tháng: ${shownName} ${percentCell(values.at(-1))}%, ${officeName} ${percentCell(office.at(-1))}%`}
        months={month.series.map((point) => monthLabel(point.month))}
        values={values}
        name={shownName}
        comparator={{ name: officeName, values: office }}
        event={eventOf(month)}
        format={formatPercent}
        formatAxis={axisLabel}
        paper="half"
      />
    </ChartSection>
  );
}

/** Overdue debt by age, and frozen debt apart. */
export function AgeingSection({ month, communeCode }: SectionProps): ReactElement {
  const filter = { xa: communeCode, ngay: month.dataDate };
  const classes = month.ageing.filter((entry) => AGEING_LISTS.some((list) => list === entry.list));
  const rows = [
    ...classes.map((entry) => ({
      key: entry.list,
      list: entry.list as ListName,
      name: ageName(entry.fromDays, entry.toDays),
      amountVnd: entry.amountVnd,
      loans: entry.loans,
      isHatched: false,
    })),
    {
      key: 'frozen',
      list: 'frozen' as const,
      name: 'Khoanh',
      amountVnd: month.now.frozenVnd,
      loans: month.now.frozenLoans,
      isHatched: true,
    },
  ];
  const numbersOf = (row: { list: ListName; loans: number; amountVnd: bigint }) => ageingNumbers(row, filter);
  const bars = rows.map(
    (row): Bar => ({
      key: row.key,
      name: row.name,
      size: Number(row.amountVnd),
      text: formatShort(row.amountVnd),
      detail: `${formatInteger(row.loans)} món`,
      href: numbersOf(row).amountVnd.href,
      isHatched: row.isHatched,
    }),
  );
  return (
    <ChartSection
      title="Tuổi nợ quá hạn"
      twin={{
        headings: ['Tuổi nợ', 'Món', 'Triệu đồng'],
        rows: rows.map((row) => ({
          key: row.key,
          cells: [
            row.name,
            <NumberLink key="loans" href={numbersOf(row).loans.href} isZero={row.loans === 0}>
              {formatInteger(row.loans)}
            </NumberLink>,
            <NumberLink key="amount" href={numbersOf(row).amountVnd.href} isZero={row.amountVnd === 0n}>
              {formatMillions(row.amountVnd)}
            </NumberLink>,
          ],
        })),
      }}
    >
      <AgeBars label="Tuổi nợ quá hạn và nợ khoanh, triệu đồng" bars={bars} />
    </ChartSection>
  );
}

function ageName(fromDays: number, toDays: number | null): string {
  return toDays === null ? `Trên ${formatInteger(fromDays - 1)} ngày` : `${fromDays}–${toDays} ngày`;
}

/** The largest event of the series is written beside the line; more would hide it. */
function eventOf(month: MonthWithFigures): ChartEvent | undefined {
  const [event] = [...month.events].sort((a, b) => (a.amountVnd < b.amountVnd ? 1 : -1));
  if (event === undefined) return undefined;
  const index = month.series.findIndex((point) => point.dataDate === event.dataDate);
  if (index < 0) return undefined;
  const what = event.kind === 'frozen' ? 'chuyển khoanh' : 'chuyển quá hạn';
  const who = event.customerName === null ? `món ${event.contractNo}` : `hộ ${clipped(event.customerName)}`;
  return {
    index,
    lines: [`${formatDate(event.on ?? event.dataDate)}: ${who}`, `${what} ${formatShort(event.amountVnd)}`],
  };
}

/** What stands beside a line has no room to wrap: longer than any name that is one, it ends with an ellipsis. */
const MOST_LETTERS = 40;

function clipped(name: string): string {
  return name.length <= MOST_LETTERS ? name : `${name.slice(0, MOST_LETTERS - 1)}…`;
}

function monthLabel(month: string): string {
  return `${month.slice(5)}/${month.slice(0, 4)}`;
}

function percentCell(hundredths: number | undefined): string {
  return hundredths === undefined ? 'chưa có' : formatHundredths(hundredths);
}

/** `2,0%` at the top, `1,5` below, `0` at the bottom. */
function axisLabel(hundredths: number, isTop: boolean): string {
  const text = hundredths === 0 ? '0' : formatHundredths(hundredths).replace(/0$/, '');
  return isTop ? `${text}%` : text;
}
