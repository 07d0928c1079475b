import type { ReactElement } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { formatDate } from '../../../../kernel/dates.ts';
import type { showSummary } from '../../../../modules/portfolio/contract.ts';
import { type Figure, Figures } from '../../../shared/components/figures.tsx';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { Change } from '../../../shared/components/status.tsx';
import {
  directionOf,
  formatHundredths,
  formatInteger,
  formatMillions,
  formatPercent,
  formatShort,
  quantityOf,
} from '../../../shared/format.ts';
import { shortOffice } from '../../../shared/names.ts';
import { ALL_LOANS, type ListFilter, paths } from '../../paths.ts';
import type { SectionProps } from './month.ts';

/** The figures of a place at a date. */
export type FiguresAt = OutputOf<typeof showSummary>['rows'][number]['now'];

type Pair = { readonly now: FiguresAt; readonly before: FiguresAt | null };

/** The six large figures and the line of the month's flows below them. */
export function MonthFigures({ month, communeCode }: SectionProps): ReactElement {
  const filter: ListFilter = { xa: communeCode, ngay: month.dataDate };
  return (
    <>
      <Figures
        figures={sixFigures({ now: month.now, before: month.before }, filter, detailsOf(month, communeCode))}
      />
      <FlowLine now={month.now} filter={filter} monthName={month.dataDate.slice(5, 7)} />
    </>
  );
}

/** The lines under the figures that differ from page to page. */
export type FigureDetails = {
  readonly customers: ReactElement;
  readonly frozen: ReactElement;
  readonly arrears?: ReactElement | undefined;
};

function detailsOf(month: SectionProps['month'], communeCode: string): FigureDetails {
  const officeShare = month.office?.arrearsBps;
  return {
    customers: (
      <>
        <NumberLink href={paths.groups(communeCode)}>{formatInteger(month.now.groups)} tổ</NumberLink>,{' '}
        {formatInteger(month.now.villages)} thôn
      </>
    ),
    frozen: <>{month.nextFreezeEndsOn === null ? '' : `, hết ${formatDate(month.nextFreezeEndsOn)}`}</>,
    arrears:
      officeShare === null || officeShare === undefined ? undefined : (
        <>
          {shortOffice(month.officeName ?? 'Phòng giao dịch')} {formatPercent(officeShare)}
        </>
      ),
  };
}

/** The six large figures of a commune or an office. */
export function sixFigures(pair: Pair, filter: ListFilter, details: FigureDetails): readonly Figure[] {
  const { now, before } = pair;
  return [
    {
      name: 'Tổng dư nợ',
      quantity: quantityOf(now.outstandingVnd),
      href: paths.list(ALL_LOANS, filter),
      change: moneyChange(pair, 'outstandingVnd'),
      detail: (
        <>
          <NumberLink href={paths.list(ALL_LOANS, filter)}>{formatInteger(now.loans)} món</NumberLink>,{' '}
          {formatInteger(now.programmes)} chương trình
        </>
      ),
    },
    {
      name: 'Hộ còn dư nợ',
      quantity: { value: formatInteger(now.customers), unit: 'hộ' },
      href: paths.list(ALL_LOANS, filter),
      change:
        before === null ? undefined : (
          <Change
            direction={directionOf(now.customers - before.customers)}
            amount={`${formatInteger(Math.abs(now.customers - before.customers))} hộ`}
          />
        ),
      detail: details.customers,
    },
    {
      name: 'Nợ quá hạn',
      quantity: quantityOf(now.overdueVnd),
      href: now.overdueLoans === 0 ? undefined : paths.list('overdue', filter),
      change: moneyChange(pair, 'overdueVnd'),
      detail: <LoanCount count={now.overdueLoans} href={paths.list('overdue', filter)} />,
    },
    {
      name: 'Nợ khoanh',
      quantity: quantityOf(now.frozenVnd),
      href: now.frozenLoans === 0 ? undefined : paths.list('frozen', filter),
      change: moneyChange(pair, 'frozenVnd'),
      detail: (
        <>
          <LoanCount count={now.frozenLoans} href={paths.list('frozen', filter)} />
          {details.frozen}
        </>
      ),
    },
    arrearsFigure(pair, filter, details),
    {
      name: 'Lãi tồn',
      quantity: quantityOf(now.unpaidInterestVnd),
      href: paths.list(ALL_LOANS, { ...filter, xep: 'unpaidInterest' }),
      change: moneyChange(pair, 'unpaidInterestVnd', 'less'),
      detail: <>HSSV chưa đến kỳ trả {formatMillions(now.unpaidInterestStudentVnd, 1)}</>,
    },
  ];
}

function arrearsFigure({ now, before }: Pair, filter: ListFilter, details: FigureDetails): Figure {
  const difference =
    now.arrearsBps === null || before === null || before.arrearsBps === null
      ? undefined
      : now.arrearsBps - before.arrearsBps;
  return {
    name: 'Quá hạn + khoanh trên dư nợ',
    quantity: { value: now.arrearsBps === null ? 'chưa có' : formatPercent(now.arrearsBps), unit: '' },
    href: now.arrearsBps === null || now.arrearsBps === 0 ? undefined : paths.list('overdue', filter),
    change:
      difference === undefined ? undefined : (
        <Change
          direction={directionOf(difference)}
          amount={`${formatHundredths(Math.abs(difference))} điểm %`}
          better="less"
        />
      ),
    detail: details.arrears,
  };
}

type MoneyFigure = 'outstandingVnd' | 'overdueVnd' | 'frozenVnd' | 'unpaidInterestVnd';

function moneyChange({ now, before }: Pair, figure: MoneyFigure, better?: 'less'): ReactElement | undefined {
  if (before === null) return undefined;
  const difference = now[figure] - before[figure];
  const size = difference < 0n ? -difference : difference;
  return (
    <Change
      direction={directionOf(difference)}
      amount={formatShort(size)}
      {...(better === undefined ? {} : { better })}
    />
  );
}

function LoanCount({ count, href }: { count: number; href: string }): ReactElement {
  return (
    <NumberLink href={href} isZero={count === 0}>
      {formatInteger(count)} món
    </NumberLink>
  );
}

/** What moved in the month: lent, collected, interest, moved to overdue, silent for three months. */
export function FlowLine(props: {
  readonly now: FiguresAt;
  readonly filter: ListFilter;
  readonly monthName: string;
}): ReactElement {
  const { now, filter } = props;
  return (
    <p className="flow">
      <span>Trong tháng {props.monthName}:</span>
      <span>
        giải ngân{' '}
        <NumberLink href={paths.list('disbursed_last_30_days', filter)} isZero={now.disbursedMonthVnd === 0n}>
          <b>{formatShort(now.disbursedMonthVnd)}</b>
        </NumberLink>
        , {formatInteger(now.disbursedMonthLoans)} món
      </span>
      <span>
        thu nợ <b>{formatShort(now.collectedMonthVnd)}</b>
      </span>
      <span>
        thu lãi <b>{formatShort(now.interestMonthVnd)}</b>
      </span>
      <span>
        chuyển quá hạn{' '}
        <NumberLink
          href={paths.list('moved_to_overdue_in_month', filter)}
          isZero={now.toOverdueMonthLoans === 0}
        >
          <b>{now.toOverdueMonthLoans === 0 ? '0' : formatShort(now.toOverdueMonthVnd)}</b>
        </NumberLink>
      </span>
      <span>
        không giao dịch 3 tháng{' '}
        <NumberLink href={paths.list('inactive_3_months', filter)} isZero={now.inactiveLoans === 0}>
          <b>{formatInteger(now.inactiveLoans)} món</b>
        </NumberLink>
      </span>
    </p>
  );
}
