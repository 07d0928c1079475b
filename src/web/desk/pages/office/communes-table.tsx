import type { ReactElement } from 'react';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import { Sparkline } from '../../../shared/charts/sparkline.tsx';
import { type Column, DataTable } from '../../../shared/components/data-table.tsx';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { Change, Status } from '../../../shared/components/status.tsx';
import {
  directionOf,
  formatHundredths,
  formatInteger,
  formatMillions,
  formatPercent,
} from '../../../shared/format.ts';
import { shortOffice } from '../../../shared/names.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { ALL_LOANS, paths } from '../../paths.ts';
import type { OfficeMonth } from './office-month.ts';

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
      foot={<Total month={month} />}
      hasPageKeys
    />
  );
}

function columns(dataDate: BusinessDate): readonly Column<Commune>[] {
  const filter = (commune: Commune) => ({ xa: commune.communeCode, ngay: dataDate });
  const money = (
    key: string,
    heading: string,
    list: string,
    amountOf: (now: NonNullable<Commune['now']>) => bigint,
    places: 0 | 1 = 0,
  ): Column<Commune> => ({
    key,
    heading,
    numeric: true,
    cell: (commune) =>
      commune.now === null ? (
        <span className="faint">–</span>
      ) : (
        <NumberLink href={paths.list(list, filter(commune))} isZero={amountOf(commune.now) === 0n}>
          {formatMillions(amountOf(commune.now), places)}
        </NumberLink>
      ),
  });
  return [
    {
      key: 'name',
      heading: 'Xã, phường',
      cell: (commune) => (
        <>
          <AppLink className="name" href={paths.commune(commune.communeCode, dataDate)}>
            {commune.communeName}
          </AppLink>
          {commune.now === null ? (
            <Status tone="warn" icon="warning" small>
              chưa có số liệu ngày này
            </Status>
          ) : null}
        </>
      ),
    },
    {
      key: 'loans',
      heading: 'Món',
      numeric: true,
      cell: (commune) =>
        commune.now === null ? <span className="faint">–</span> : formatInteger(commune.now.loans),
    },
    money('outstanding', 'Dư nợ', ALL_LOANS, (now) => now.outstandingVnd),
    money('overdue', 'Quá hạn', 'overdue', (now) => now.overdueVnd),
    money('frozen', 'Khoanh', 'frozen', (now) => now.frozenVnd),
    {
      key: 'share',
      heading: 'Quá hạn + khoanh',
      numeric: true,
      cell: (commune) =>
        commune.now?.arrearsBps == null ? (
          <span className="faint">–</span>
        ) : (
          formatPercent(commune.now.arrearsBps)
        ),
    },
    { key: 'change', heading: 'So với tháng trước', cell: (commune) => <ShareChange commune={commune} /> },
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
    money('interest', 'Lãi tồn', ALL_LOANS, (now) => now.unpaidInterestVnd, 1),
    money('disbursed', 'Giải ngân', 'disbursed_last_30_days', (now) => now.disbursedMonthVnd),
    {
      key: 'collected',
      heading: 'Thu nợ',
      numeric: true,
      cell: (commune) =>
        commune.now === null ? (
          <span className="faint">–</span>
        ) : (
          formatMillions(commune.now.collectedMonthVnd)
        ),
    },
  ];
}

function ShareChange({ commune }: { commune: Commune }): ReactElement | null {
  const now = commune.now?.arrearsBps;
  const before = commune.before?.arrearsBps;
  if (now == null || before == null) return <span className="faint">–</span>;
  return (
    <Change
      direction={directionOf(now - before)}
      amount={`${formatHundredths(Math.abs(now - before))} điểm %`}
      better="less"
    />
  );
}

function Total({ month }: { month: OfficeMonth }): ReactElement | null {
  const { now } = month;
  if (now === null) return null;
  return (
    <tr className="sum">
      <td>Cộng {shortOffice(month.officeName)}</td>
      <td className="num" data-label="Món">
        {formatInteger(now.loans)}
      </td>
      <td className="num" data-label="Dư nợ">
        {formatMillions(now.outstandingVnd)}
      </td>
      <td className="num" data-label="Quá hạn">
        {formatMillions(now.overdueVnd)}
      </td>
      <td className="num" data-label="Khoanh">
        {formatMillions(now.frozenVnd)}
      </td>
      <td className="num" data-label="Quá hạn + khoanh">
        {now.arrearsBps === null ? '–' : formatPercent(now.arrearsBps)}
      </td>
      <td />
      <td className="wide-only" />
      <td className="num" data-label="Lãi tồn">
        {formatMillions(now.unpaidInterestVnd, 1)}
      </td>
      <td className="num" data-label="Giải ngân">
        {formatMillions(now.disbursedMonthVnd)}
      </td>
      <td className="num" data-label="Thu nợ">
        {formatMillions(now.collectedMonthVnd)}
      </td>
    </tr>
  );
}
