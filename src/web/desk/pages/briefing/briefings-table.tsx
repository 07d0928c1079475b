import type { ReactElement } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { type BusinessDate, formatDate, formatWeekdayDate } from '../../../../kernel/dates.ts';
import type { listBriefings } from '../../../../modules/governance/contract.ts';
import { isPassedBy } from '../../../../modules/governance/domain/briefing.ts';
import { type Column, DataTable } from '../../../shared/components/data-table.tsx';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import type { Me } from '../../session.tsx';
import { minutesNumber, openWords, plannedHour } from './briefing.ts';
import { CONCLUSIONS_ID, DIFFICULTIES_ID } from './places.ts';

type Row = OutputOf<typeof listBriefings>['briefings'][number];

/** The briefings of a commune as a table, each with its state and how many lines it has. */
export function BriefingsTable({
  briefings,
  commune,
  today,
}: {
  readonly briefings: readonly Row[];
  readonly today: BusinessDate;
  readonly commune: Me['communes'][number];
}): ReactElement {
  const hrefOf = (row: Row) => paths.briefing(commune.code ?? commune.id, row.briefingId);
  if (briefings.length === 0)
    return (
      <EmptyState>
        Chưa có buổi giao ban nào trong sổ. Cán bộ tín dụng chuẩn bị buổi đầu tiên từ phiên tới ở trên.
      </EmptyState>
    );
  // On a phone the column of points is not there: it is told where a commune has several.
  const hasPoints = new Set(briefings.map(({ pointName }) => pointName)).size > 1;
  const columns: readonly Column<Row>[] = [
    {
      key: 'heldOn',
      heading: 'Ngày',
      cell: (row) => (
        <>
          <AppLink href={hrefOf(row)}>{formatWeekdayDate(row.metOn)}</AppLink>
          {row.metOn === row.heldOn ? null : (
            <span className="sub">của phiên ngày {formatDate(row.heldOn)}</span>
          )}
          {hasPoints ? <span className="sub narrow-only">{row.pointName}</span> : null}
          {plannedHour(row) === '' ? null : <span className="sub">{plannedHour(row)}</span>}
          {row.cancelReason === null ? null : <span className="sub">{row.cancelReason}</span>}
        </>
      ),
    },
    { key: 'point', heading: 'Điểm', wideOnly: true, cell: (row) => row.pointName },
    { key: 'state', heading: 'Tình trạng', cell: (row) => <StateOf row={row} today={today} /> },
    {
      key: 'conclusions',
      heading: 'Kết luận',
      numeric: true,
      cell: (row) => <Count of={row.conclusions} href={`${hrefOf(row)}#${CONCLUSIONS_ID}`} />,
    },
    {
      key: 'difficulties',
      heading: 'Khó khăn chưa trả lời',
      numeric: true,
      cell: (row) => (
        <>
          <Count of={row.difficulties.open} href={`${hrefOf(row)}#${DIFFICULTIES_ID}`} />
          {row.difficulties.given === 0 ? null : (
            <span className="sub">đã giao {formatInteger(row.difficulties.given)}</span>
          )}
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption="Các buổi giao ban, mới nhất trước"
      columns={columns}
      rows={briefings}
      rowKey={(row) => row.briefingId}
      rowHref={hrefOf}
      abreast={3}
    />
  );
}

/** How many lines of the briefing; the number opens them. */
function Count({ of, href }: { of: number; href: string }): ReactElement {
  return (
    <NumberLink href={href} isZero={of === 0}>
      {formatInteger(of)}
    </NumberLink>
  );
}

function StateOf({ row, today }: { row: Row; today: BusinessDate }): ReactElement {
  if (row.state === 'open')
    return (
      <Status tone="good" icon="clock">
        {openWords(row)}
      </Status>
    );
  if (row.state === 'cancelled')
    return (
      <Status tone="dim" icon="cross">
        Không tổ chức
      </Status>
    );
  if (isPassedBy(row, today))
    return (
      <Status tone="warn" icon="warning">
        Đã qua ngày
      </Status>
    );
  if (row.state === 'preparing')
    return (
      <Status tone="warn" icon="document">
        Đang chuẩn bị
      </Status>
    );
  return (
    <Status tone="dim" icon="check">
      Biên bản số {minutesNumber(row)}
    </Status>
  );
}
