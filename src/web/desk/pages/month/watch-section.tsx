import type { ReactElement } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { daysBetween, formatDate } from '../../../../kernel/dates.ts';
import { listLoans } from '../../../../modules/portfolio/contract.ts';
import type { ListName } from '../../../../modules/portfolio/domain/list-names.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Icon, type IconName } from '../../../shared/components/icon.tsx';
import { Money } from '../../../shared/components/money.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { shortVillage, withinSentence } from '../../../shared/names.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { useListTitle } from '../../list-titles.ts';
import { paths } from '../../paths.ts';
import { type NameOf, useLeaderNames } from '../../reference.ts';
import { may, useMe } from '../../session.tsx';
import { fileOf } from '../lists/loan-file.ts';
import type { MonthWithFigures, SectionProps } from './month.ts';

type Loan = OutputOf<typeof listLoans>['rows'][number];

/** One of the short lists: why its loans are looked at, in the person's words. */
type Watched = {
  readonly list: ListName;
  readonly icon: IconName;
  readonly whyOf: (loan: Loan, month: MonthWithFigures) => readonly [string, string];
  readonly amountOf: (loan: Loan) => readonly [bigint, string];
};

const WATCHED: readonly Watched[] = [
  {
    list: 'moved_to_overdue_in_month',
    icon: 'warning',
    whyOf: (loan) => [since('Quá hạn từ', loan.overdueSince), since('Đến hạn theo phiên', loan.dueOnSession)],
    amountOf: (loan) => [loan.overdueVnd, 'quá hạn'],
  },
  {
    list: 'freeze_ends_within_180_days',
    icon: 'frozen',
    whyOf: (loan, month) => [
      since('Hết khoanh', loan.freezeEndsOn),
      loan.freezeEndsOn === null
        ? ''
        : `Còn ${formatInteger(daysBetween(month.dataDate, loan.freezeEndsOn))} ngày từ ngày số liệu`,
    ],
    amountOf: (loan) => [loan.frozenVnd, 'dư nợ khoanh'],
  },
  {
    list: 'unpaid_interest_3_months',
    icon: 'money',
    whyOf: (loan, { rules }) => [
      rules.unpaidInterestTitle,
      since('Giao dịch gần nhất', loan.lastTransactionOn),
    ],
    amountOf: (loan) => [loan.unpaidInterestVnd, 'lãi tồn'],
  },
];

/** The lists that are looked at, and how many loans of each are shown. */
export const WATCHED_LISTS: readonly ListName[] = WATCHED.map((watched) => watched.list);
/** So many loans of each. */
export const WATCHED_SHOWN = 3;

/** The first few of the lists that need an eye, each opening its list. */
export function WatchSection({ month, communeCode }: SectionProps): ReactElement {
  const me = useMe();
  const leaderOf = useLeaderNames(month.communeId);
  const counts = new Map(month.lists.map((entry) => [entry.list, entry.loans]));
  const present = WATCHED.filter((watched) => (counts.get(watched.list) ?? 0) > 0);
  return (
    <Section
      title="Cần để mắt"
      note={present.length === 0 ? undefined : `${present.length} danh sách có tên`}
      actions={
        <AppLink className="twin" href={paths.lists({ xa: communeCode, ngay: month.dataDate })}>
          Tất cả danh sách
        </AppLink>
      }
    >
      {present.length === 0 ? (
        <EmptyState>
          Tháng này không có món mới chuyển quá hạn, nợ khoanh sắp hết hạn hay{' '}
          {withinSentence(month.rules.unpaidInterestTitle)}.
        </EmptyState>
      ) : null}
      {present.length === 0 || !may(me, listLoans) ? null : (
        <table className="t q">
          <colgroup>
            <col className="q-who" />
            <col />
            <col className="q-sum" />
            <col className="q-act" />
          </colgroup>
          <thead className="sr">
            <tr>
              <th scope="col">Hộ</th>
              <th scope="col">Vì sao có tên</th>
              <th scope="col">Số tiền</th>
              <th scope="col">Thao tác</th>
            </tr>
          </thead>
          {present.map((watched) => (
            <WatchedRows
              key={watched.list}
              watched={watched}
              month={month}
              communeCode={communeCode}
              count={counts.get(watched.list) ?? 0}
              leaderOf={leaderOf}
            />
          ))}
        </table>
      )}
    </Section>
  );
}

function WatchedRows(
  props: SectionProps & { watched: Watched; count: number; leaderOf: NameOf },
): ReactElement {
  const { watched, month, communeCode, count } = props;
  const titleOf = useListTitle(month.dataDate);
  const filter = { xa: communeCode, ngay: month.dataDate };
  const { data } = useQuestion(listLoans, {
    list: watched.list,
    communeId: month.communeId,
    dataDate: month.dataDate,
    limit: WATCHED_SHOWN,
  });
  // The rows keep their height while they are on their way.
  const loans = data?.rows ?? Array.from({ length: Math.min(WATCHED_SHOWN, count) }, () => undefined);
  return (
    <tbody>
      <tr className="grp">
        <th colSpan={4} scope="colgroup">
          <Icon name={watched.icon} />
          {titleOf(watched.list)}
          <AppLink
            className={count > WATCHED_SHOWN ? 'r' : 'r no-print'}
            href={paths.list(watched.list, filter)}
          >
            {count > WATCHED_SHOWN ? `Xem cả ${formatInteger(count)} món` : 'Mở danh sách'}
          </AppLink>
        </th>
      </tr>
      {loans.map((loan, index) => (
        <WatchedRow
          key={loan?.contractNo ?? `row-${index}`}
          loan={loan}
          {...props}
          whyHref={loan === undefined ? '' : paths.list(watched.list, { ...filter, vi: loan.contractNo })}
        />
      ))}
    </tbody>
  );
}

function WatchedRow(
  props: SectionProps & { watched: Watched; loan: Loan | undefined; leaderOf: NameOf; whyHref: string },
): ReactElement {
  const me = useMe();
  const { watched, loan, month } = props;
  if (loan === undefined)
    return (
      <tr>
        <td colSpan={4} />
      </tr>
    );
  const [why, detail] = watched.whyOf(loan, month);
  const [amountVnd, word] = watched.amountOf(loan);
  const file = fileOf(me, loan, props.communeCode, month.dataDate);
  return (
    <tr>
      <td>
        <AppLink className="name" href={file}>
          {loan.customerName ?? loan.customerCode}
        </AppLink>
        <span className="sub">{placeOf(loan, props.leaderOf)}</span>
      </td>
      <td>
        {why}
        <span className="sub">{detail}</span>
      </td>
      <td>
        <Money amountVnd={amountVnd} href={file} />
        <span className="sub">{word}</span>
      </td>
      <td>
        <AppLink
          className="btn sm"
          href={props.whyHref}
          aria-label={`Vì sao ${loan.customerName ?? loan.customerCode} có tên`}
        >
          Vì sao
        </AppLink>
      </td>
    </tr>
  );
}

/** `Ngọc Lãng, tổ Lý Đức Trung`. */
export function placeOf(
  loan: { readonly villageName: string | null; readonly villageCode: string; readonly groupCode: string },
  leaderOf: NameOf,
): string {
  const village = shortVillage(loan.villageName ?? `Mã ${loan.villageCode}`);
  if (loan.groupCode === '') return `${village}, vay trực tiếp`;
  return `${village}, tổ ${leaderOf(loan.groupCode) ?? loan.groupCode}`;
}

function since(words: string, date: Loan['overdueSince']): string {
  return date === null ? `${words}: chưa có ngày` : `${words} ${formatDate(date)}`;
}
