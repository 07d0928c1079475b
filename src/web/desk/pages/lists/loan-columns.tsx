import type { ReactElement, ReactNode } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import { type listLoans, searchContracts } from '../../../../modules/portfolio/contract.ts';
import type { ListName } from '../../../../modules/portfolio/domain/list-names.ts';
import type { Column } from '../../../shared/components/data-table.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { Money } from '../../../shared/components/money.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { WrongNumber } from '../../../shared/components/wrong-number.tsx';
import { formatPhone, formatVnd } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import type { ListFilter } from '../../paths.ts';
import type { NameOf } from '../../reference.ts';
import { codeOfCommune, type Me, may } from '../../session.tsx';
import { placeOf } from '../month/watch-section.tsx';
import { amountHeading, weightText } from './list-words.ts';
import { fileOf } from './loan-file.ts';

type Page = OutputOf<typeof listLoans>;
type Loan = Page['rows'][number];

type DayField = keyof Loan &
  ('overdueSince' | 'freezeEndsOn' | 'lastTransactionOn' | 'firstDisbursedOn' | 'dueOnSession' | 'keyOn');
type DayColumn = readonly [heading: string, field: DayField];

/** The day that decides on a list, and its heading there. */
export function dayOfList(list: ListName | undefined): DayColumn {
  return (list === undefined ? undefined : DAY_OF_LIST[list]) ?? ['Đến hạn theo phiên', 'dueOnSession'];
}

const DAY_OF_LIST: Partial<Record<ListName, DayColumn>> = {
  overdue: ['Quá hạn từ', 'overdueSince'],
  moved_to_overdue_in_month: ['Quá hạn từ', 'overdueSince'],
  frozen: ['Hết khoanh', 'freezeEndsOn'],
  freeze_ends_within_120_days: ['Hết khoanh', 'freezeEndsOn'],
  freeze_ends_within_180_days: ['Hết khoanh', 'freezeEndsOn'],
  inactive_3_months: ['Giao dịch gần nhất', 'lastTransactionOn'],
  unpaid_interest_3_months: ['Giao dịch gần nhất', 'lastTransactionOn'],
  disbursed_last_30_days: ['Giải ngân', 'firstDisbursedOn'],
  disbursed_over_30_days: ['Giải ngân', 'keyOn'],
  collected_in_month: ['Giao dịch gần nhất', 'lastTransactionOn'],
  interest_in_month: ['Giao dịch gần nhất', 'lastTransactionOn'],
  unpaid_interest: ['Giao dịch gần nhất', 'lastTransactionOn'],
  student_interest_not_due: ['Bắt đầu trả lãi', 'keyOn'],
  to_overdue_in_month: ['Quá hạn từ', 'overdueSince'],
  disbursed_in_month: ['Giải ngân', 'keyOn'],
};

/** The columns of a list of loans: the person first, then loan, days and amounts, why it stands here last. */
export function loanColumns(context: {
  readonly me: Me;
  readonly names: { readonly leaderOf: NameOf; readonly programmeOf: NameOf };
  readonly list: ListName | undefined;
  readonly filter: ListFilter;
  readonly onWhy: (contractNo: string) => void;
  /** Raises a difficulty about the household of a row [GV99]; without it no row offers that. */
  readonly onRaise: ((loan: Loan) => void) | undefined;
}): readonly Column<Loan>[] {
  const { me, names, list, filter } = context;
  const fileHref = (loan: Loan) => fileOf(me, loan, codeOfCommune(me, loan.communeId), filter.ngay);
  const [dayHeading, dayField] = dayOfList(list);
  return [
    {
      key: 'name',
      heading: 'Hộ vay',
      cell: (loan) => (
        <>
          <AppLink className="name" href={fileHref(loan)}>
            {loan.customerName ?? `Khách hàng ${loan.customerCode}`}
          </AppLink>
          <span className="sub">{placeOf(loan, names.leaderOf)}</span>
        </>
      ),
    },
    {
      key: 'programme',
      heading: 'Chương trình',
      cell: (loan) => (
        <Two
          first={names.programmeOf(loan.programmeCode) ?? `Chương trình ${loan.programmeCode}`}
          second={loan.contractNo}
        />
      ),
    },
    ...(may(me, searchContracts) ? [phoneColumn(context.onRaise)] : []),
    { key: 'day', heading: dayHeading, cell: (loan) => <Day date={loan[dayField]} /> },
    ...weightColumns(list),
    {
      key: 'outstanding',
      heading: 'Dư nợ',
      numeric: true,
      cell: (loan) => (
        <>
          <Money amountVnd={loan.outstandingVnd} />
          <Part loan={loan} />
        </>
      ),
    },
    {
      key: 'interest',
      heading: 'Lãi tồn',
      numeric: true,
      cell: (loan) => <Money amountVnd={loan.unpaidInterestVnd} />,
    },
    ...(list === undefined ? [] : [whyColumn(context.onWhy)]),
  ];
}

/** What the list adds up, where neither balance nor unpaid interest is it; on lists of what changed with the amount before. */
function weightColumns(list: ListName | undefined): readonly Column<Loan>[] {
  const heading = amountHeading(list);
  if (list === undefined || heading === undefined) return [];
  return [
    {
      key: 'weight',
      heading,
      numeric: true,
      cell: (loan) => (
        <>
          {weightText(list, loan.weightVnd ?? 0n, formatVnd)}
          {loan.beforeVnd === null || list === 'customers_changed' ? null : (
            <span className="sub">trước {formatVnd(loan.beforeVnd)}</span>
          )}
        </>
      ),
    },
  ];
}

/** For those who may find borrowers; the others are not told that a phone is missing. */
function phoneColumn(onRaise: ((loan: Loan) => void) | undefined): Column<Loan> {
  return {
    key: 'phone',
    heading: 'Liên lạc',
    cell: (loan) => (
      <>
        <Phone {...loan} />
        {onRaise === undefined || loan.householdId === null ? null : (
          <button
            type="button"
            className="link row-raise no-print"
            aria-label={`Nêu khó khăn: ${loan.customerName ?? loan.contractNo}`}
            onClick={() => onRaise(loan)}
          >
            <Icon name="flag" />
            Nêu khó khăn
          </button>
        )}
      </>
    ),
  };
}

function whyColumn(onWhy: (contractNo: string) => void): Column<Loan> {
  return {
    key: 'why',
    heading: <span className="sr">Vì sao có tên ở đây</span>,
    numeric: true,
    cell: (loan) => (
      <button
        type="button"
        className="btn sm"
        aria-label={`Vì sao ${loan.customerName ?? loan.contractNo} có tên ở đây`}
        onClick={() => onWhy(loan.contractNo)}
      >
        Vì sao
      </button>
    ),
  };
}

function Two({ first, second }: { first: ReactNode; second: ReactNode }): ReactElement {
  return (
    <span>
      {first}
      <span className="sub">{second}</span>
    </span>
  );
}

function Day({ date }: { date: BusinessDate | null }): ReactElement {
  return date === null ? (
    <span className="faint">chưa có</span>
  ) : (
    <span className="nowrap">{formatDate(date)}</span>
  );
}

function Phone({ phone, phoneWrongSince }: Pick<Loan, 'phone' | 'phoneWrongSince'>): ReactElement {
  if (phone === null)
    return (
      <Status tone="warn" icon="phoneMissing">
        chưa có số
      </Status>
    );
  return (
    <span>
      <span className="nowrap">{formatPhone(phone)}</span>
      <WrongNumber since={phoneWrongSince} />
    </span>
  );
}

/** What of the outstanding is not in term. */
function Part({ loan }: { loan: Loan }): ReactElement | null {
  if (loan.overdueVnd > 0n)
    return (
      <span className="sub late">
        {loan.overdueVnd === loan.outstandingVnd ? 'quá hạn' : `quá hạn ${formatVnd(loan.overdueVnd)}`}
      </span>
    );
  if (loan.frozenVnd > 0n) return <span className="sub">khoanh</span>;
  return null;
}
