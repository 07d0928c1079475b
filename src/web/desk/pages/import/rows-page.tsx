import type { ReactElement } from 'react';
import { operationAddress } from '../../../../kernel/client.ts';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { formatDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { exportStagedLoans, listStagedLoans } from '../../../../modules/portfolio/contract.ts';
import { STAGED_LISTS, type StagedList } from '../../../../modules/portfolio/domain/staged-lists.ts';
import { failureOf } from '../../../shared/api/call.ts';
import { usePages } from '../../../shared/api/query.ts';
import { type Column, DataTable, MoreRows } from '../../../shared/components/data-table.tsx';
import { PageHead, SourceLine } from '../../../shared/components/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../../shared/components/states.tsx';
import { formatInteger, formatRate, formatVnd } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { type NameOf, useProgrammeNames } from '../../reference.ts';
import { NotFound } from '../../shell/not-found.tsx';
import { Page } from '../../shell/page.tsx';
import { useAddressParams, useSearchParams, useTitle } from '../../use-address.ts';
import { Downloads } from '../lists/downloads.tsx';

type Rows = OutputOf<typeof listStagedLoans>;
type Row = Rows['rows'][number];

/** The rows of an import behind one number of its preview, beside what the date before says of each. */
export function RowsPage(): ReactElement {
  const { batch, list = '' } = useAddressParams();
  if (batch === undefined || !Object.hasOwn(STAGED_LISTS, list)) return <NotFound />;
  return <NamedRows key={list} batchId={batch as Id} list={list as StagedList} />;
}

function NamedRows({ batchId, list }: { batchId: Id; list: StagedList }): ReactElement {
  const { xa, ct, lai } = useSearchParams();
  const programmeOf = useProgrammeNames();
  const { title, amount } = STAGED_LISTS[list];
  useTitle(title);
  const input = {
    batchId,
    list,
    ...(xa === undefined ? {} : { communeCode: xa }),
    ...(ct === undefined ? {} : { programmeCode: ct }),
    ...(lai === undefined ? {} : { rateBpsPerYear: Number(lai) }),
  };
  const pages = usePages(listStagedLoans, input, { nextOf: (page) => page.next, cursorName: 'cursor' });
  const [first] = pages.pages;
  const place = first?.rows[0]?.communeName;
  const of = [
    ...(xa === undefined ? [] : [place ?? `xã ${xa}`]),
    ...(ct === undefined ? [] : [programmeOf(ct) ?? `chương trình ${ct}`]),
    ...(lai === undefined ? [] : [`lãi suất ${formatRate(Number(lai))}`]),
  ];
  return (
    <Page>
      <PageHead
        title={title}
        actions={<Downloads hrefOf={(format) => operationAddress(exportStagedLoans, { ...input, format })} />}
      >
        <AppLink href={paths.importBatch(batchId)}>
          {first === undefined ? 'Đợt nhập' : `Nhập số liệu ${formatDate(first.dataDate)}`}
        </AppLink>
        {of.length === 0 ? '' : ` / ${of.join(', ')}`}
        {first === undefined ? '' : `. ${sentence(first, list, amount)}`}
      </PageHead>
      <div className="page-table">
        <StagedRows pages={pages} list={list} programmeOf={programmeOf} />
      </div>
    </Page>
  );
}

function sentence({ totals }: Rows, list: StagedList, amount: string): string {
  const noun = list === 'savings' ? 'sổ' : 'món';
  return (
    `${formatInteger(totals.loans)} ${noun} của ${formatInteger(totals.customers)} khách hàng, ` +
    `${amount.toLocaleLowerCase('vi')} ${formatVnd(totals.amountVnd)}.`
  );
}

function StagedRows(props: {
  pages: ReturnType<typeof usePages<typeof listStagedLoans>>;
  list: StagedList;
  programmeOf: NameOf;
}): ReactElement {
  const { pages, list } = props;
  const [first] = pages.pages;
  if (first === undefined && pages.error !== null)
    return <ErrorState failure={failureOf(pages.error)} onRetry={pages.again} />;
  if (first === undefined) return <LoadingRows rows={12} tall />;
  const rows = pages.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <EmptyState>Không có dòng nào.</EmptyState>;
  const noun = list === 'savings' ? 'sổ' : 'món';
  return (
    <>
      <DataTable
        caption={STAGED_LISTS[list].title}
        columns={columns(first, list, props.programmeOf)}
        rows={rows}
        rowKey={(row) => `${row.contractNo} ${row.customerCode}`}
        foot={<Total rows={first} list={list} />}
        hasPageKeys
      />
      <MoreRows
        shown={rows.length}
        total={first.totals.loans}
        noun={noun}
        isBusy={pages.isLoadingMore}
        onMore={pages.more}
      />
      <SourceLine>
        Nguồn: tệp của đợt nhập, số liệu ngày {formatDate(first.dataDate)}
        {first.comparedDate === null ? '' : `, so với số liệu đã ghi ngày ${formatDate(first.comparedDate)}`}.
      </SourceLine>
    </>
  );
}

/** Lists of what a loan owes are that one number; the others tell before and now beside what they add up. */
const isBalance = (list: StagedList) => ['Dư nợ', 'Số dư'].includes(STAGED_LISTS[list].amount);

function columns(
  { dataDate, comparedDate }: Rows,
  list: StagedList,
  programmeOf: NameOf,
): readonly Column<Row>[] {
  const money = (key: string, heading: string, amountOf: (row: Row) => bigint): Column<Row> => ({
    key,
    heading,
    numeric: true,
    cell: (row) => (
      <span className={amountOf(row) === 0n ? 'zero' : undefined}>{formatInteger(amountOf(row))}</span>
    ),
  });
  return [
    {
      key: 'customer',
      heading: 'Khách hàng',
      cell: (row) => (
        <>
          <b>{row.customerName ?? `Khách hàng ${row.customerCode}`}</b>
          <span className="sub">
            {[row.communeName, row.groupCode === '' ? 'vay trực tiếp' : `tổ ${row.groupCode}`]
              .filter((text) => text !== null)
              .join(', ')}
          </span>
        </>
      ),
    },
    {
      key: 'contract',
      heading: list === 'savings' ? 'Sổ' : 'Khế ước',
      cell: (row) => (
        <span>
          {row.contractNo}
          {row.programmeCode === null ? null : (
            <span className="sub">{programmeOf(row.programmeCode) ?? row.programmeCode}</span>
          )}
        </span>
      ),
    },
    {
      key: 'row',
      heading: 'Dòng',
      numeric: true,
      wideOnly: true,
      cell: (row) =>
        row.rowNumber === null ? <span className="faint">–</span> : formatInteger(row.rowNumber),
    },
    ...(comparedDate === null || list === 'savings'
      ? []
      : [money('before', `Dư nợ ${formatDate(comparedDate)}`, (row) => row.beforeVnd)]),
    ...(isBalance(list) ? [] : [money('after', `Dư nợ ${formatDate(dataDate)}`, (row) => row.afterVnd)]),
    money('amount', amountHeading(list, dataDate), (row) => row.amountVnd),
  ];
}

function amountHeading(list: StagedList, dataDate: Rows['dataDate']): string {
  const { amount } = STAGED_LISTS[list];
  return isBalance(list) ? `${amount} ${formatDate(dataDate)}` : amount;
}

function Total({ rows, list }: { rows: Rows; list: StagedList }): ReactElement {
  const before = rows.comparedDate === null || list === 'savings' ? 0 : 1;
  return (
    <tr className="sum">
      <td colSpan={2}>Cộng cả danh sách</td>
      <td className="wide-only" />
      {before + (isBalance(list) ? 0 : 1) === 0 ? null : <td colSpan={before + (isBalance(list) ? 0 : 1)} />}
      <td className="num" data-label={amountHeading(list, rows.dataDate)}>
        {formatVnd(rows.totals.amountVnd)}
      </td>
    </tr>
  );
}
