import type { ReactElement } from 'react';
import { operationAddress } from '../../../../kernel/client.ts';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { formatDate } from '../../../../kernel/dates.ts';
import { exportList, listLoans, searchContracts } from '../../../../modules/portfolio/contract.ts';
import { LISTS, type ListName } from '../../../../modules/portfolio/domain/list-names.ts';
import { partWords } from '../../../../modules/portfolio/domain/part-nouns.ts';
import { failureOf } from '../../../shared/api/call.ts';
import { usePages } from '../../../shared/api/query.ts';
import { DataTable, MoreRows } from '../../../shared/components/data-table.tsx';
import { PageHead, SourceLine } from '../../../shared/components/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../../shared/components/states.tsx';
import { formatVnd } from '../../../shared/format.ts';
import { shortOffice } from '../../../shared/names.ts';
import { AppLink, useNavigation } from '../../../shared/navigation.tsx';
import { useListTitle } from '../../list-titles.ts';
import { ALL_LOANS, type ListFilter, paths } from '../../paths.ts';
import { useLeaderNames, useProgrammeNames } from '../../reference.ts';
import { codeOfCommune, communeOf, type Me, may, useMe } from '../../session.tsx';
import { NotFound } from '../../shell/not-found.tsx';
import { Page } from '../../shell/page.tsx';
import { askedDate, useAddressParams, useSearchParams, useTitle } from '../../use-address.ts';
import { ActiveFilters, isNarrowed } from './active-filters.tsx';
import { DOWNLOAD_NOTE } from './downloads.tsx';
import { Freshness } from './freshness.tsx';
import { filterOf, movedTo } from './list-address.ts';
import { ListFilters } from './list-filters.tsx';
import { loansQuestion } from './list-question.ts';
import { HeadDownloads, ListTools } from './list-tools.tsx';
import { totalsWords } from './list-words.ts';
import { PlaceTools } from './lists-page.tsx';
import { loanColumns } from './loan-columns.tsx';
import { fileOf } from './loan-file.ts';
import { loanPaperColumns, sumsOf } from './paper-columns.tsx';
import { PartLinks } from './part-links.tsx';
import { PartOnPaper, PrintNotice } from './print-notice.tsx';
import { PrintedList } from './printed-list.tsx';
import { useRaiseFromRow } from './raise-from-row.tsx';
import { SumRow } from './sum-row.tsx';
import { useWholeList } from './use-whole-list.ts';
import { WhyDrawer } from './why-drawer.tsx';

/** Where it comes from which loans are checked, beside the source of their figures. */
const CHECKS_SOURCE =
  'Số liệu ngân hàng không ghi việc kiểm tra: tính theo báo cáo của việc được giao đo bằng “Kiểm tra 06/TD theo báo cáo”.';

/** One page of a list. */
export type LoanPage = OutputOf<typeof listLoans>;

type Loan = LoanPage['rows'][number];
type CommuneId = Me['communes'][number]['id'] | undefined;

const PAGE_SIZE = 50;

/** One list: its loans page by page, narrowed by filters, each saying why it stands here. */
export function ListPage(): ReactElement {
  const { list = '' } = useAddressParams();
  if (list !== ALL_LOANS && !Object.hasOwn(LISTS, list)) return <NotFound />;
  return <NamedList key={list} list={list === ALL_LOANS ? undefined : (list as ListName)} />;
}

function NamedList({ list }: { list: ListName | undefined }): ReactElement {
  const me = useMe();
  const search = useSearchParams();
  const filter = filterOf(search, askedDate(search));
  const titleOf = useListTitle(filter.ngay);
  const name = list ?? ALL_LOANS;
  const input = loansQuestion(me, list, filter);
  const pages = usePages(
    listLoans,
    { ...input, limit: PAGE_SIZE },
    { nextOf: (page) => page.next, cursorName: 'cursor' },
  );
  const commune = communeOf(me, filter.xa) ?? (me.communes.length === 1 ? me.communes[0] : undefined);
  const [first] = pages.pages;
  const filters = first?.about.filters ?? [];
  const title = first?.about.title ?? (list === undefined ? 'Món vay' : titleOf(list));
  useTitle(title);
  const whole = useWholeList<typeof listLoans, Loan>(listLoans, input, {
    total: first?.totals.loans,
    rowsOf: (page) => page,
  });
  const hrefOf = (other: ListFilter) => paths.list(name, other);
  const fileHref = (format: 'xlsx' | 'csv') => operationAddress(exportList, { ...input, format });
  return (
    <Page
      tools={<PlaceTools at={filter} hrefOf={(at) => hrefOf(movedTo(filter, at))} />}
      onPrint={whole.print}
    >
      <PageHead title={title} actions={<HeadDownloads hrefOf={fileHref} />}>
        <AppLink href={paths.lists({ xa: filter.xa, ngay: filter.ngay })}>Danh sách</AppLink>
        {` / ${shortOffice(first?.about.place ?? commune?.name ?? me.offices[0]?.name ?? 'Mọi xã')}`}
        {first === undefined ? '' : `. ${totalsSentence(list, first)}`}
      </PageHead>
      {first === undefined ? null : (
        <Freshness communeId={commune?.id} dataDate={first.dataDate} {...{ filter, hrefOf, pages }} />
      )}
      <ListTools filters={filters} fileHref={fileHref}>
        <PartLinks name={name} filter={filter} communeName={commune?.name} />
        <ListFilters list={name} filter={filter} commune={commune} />
        <ActiveFilters filters={filters} filter={filter} hrefOf={hrefOf} />
      </ListTools>
      <PrintNotice
        printing={whole.printing}
        noun="món"
        workbookHref={fileHref('xlsx')}
        onAgain={whole.print}
        onClose={whole.close}
      />
      <Loans list={list} filter={filter} pages={pages} communeId={commune?.id} />
      {whole.printing.state === 'ready' && first !== undefined ? (
        <LoansPaper list={list} page={first} rows={whole.printing.rows} commune={commune} />
      ) : null}
      {list === undefined || filter.vi === undefined ? null : (
        <WhyDrawer list={list} filter={filter} loans={pages.pages.flatMap((page) => page.rows)} />
      )}
    </Page>
  );
}

function Loans(props: {
  list: ListName | undefined;
  filter: ListFilter;
  pages: ReturnType<typeof usePages<typeof listLoans>>;
  communeId: CommuneId;
}): ReactElement {
  const { pages, filter, list } = props;
  const me = useMe();
  const names = { leaderOf: useLeaderNames(props.communeId), programmeOf: useProgrammeNames() };
  const { go } = useNavigation();
  const raising = useRaiseFromRow();
  const [first] = pages.pages;
  const name = list ?? ALL_LOANS;
  if (first === undefined && pages.error !== null)
    return <ErrorState failure={failureOf(pages.error)} onRetry={pages.again} />;
  if (first === undefined) return <LoadingRows rows={12} tall />;
  const rows = pages.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <Nothing name={name} filter={filter} />;
  const columns = loanColumns({
    me,
    names,
    list,
    filter,
    onWhy: (contractNo) => go(paths.list(name, { ...filter, vi: contractNo })),
    onRaise: raising.onRaise,
  });
  return (
    <>
      <PartOnPaper shown={rows.length} total={first.totals.loans} noun="món" />
      <DataTable
        caption={first.about.title}
        columns={columns}
        rows={rows}
        rowKey={(loan) => `${loan.communeId} ${loan.contractNo}`}
        rowHref={(loan) => fileOf(me, loan, codeOfCommune(me, loan.communeId), first.dataDate)}
        foot={
          <SumRow label="Cộng cả danh sách" columns={columns} sums={sumsOf(list, first.totals, formatVnd)} />
        }
        hasPageKeys
      />
      {raising.form}
      <MoreRows
        shown={rows.length}
        total={first.totals.loans}
        noun="món"
        isBusy={pages.isLoadingMore}
        onMore={pages.more}
      />
      <SourceLine>
        Nguồn: Báo cáo 31 của NHCSXH, số liệu ngày {formatDate(first.dataDate)}.{' '}
        {filter.kiemtra === undefined ? null : `${CHECKS_SOURCE} `}
        <span className="no-print">{DOWNLOAD_NOTE}</span>
      </SourceLine>
    </>
  );
}

/** The whole list as it lies on paper. */
function LoansPaper(props: {
  list: ListName | undefined;
  page: LoanPage;
  rows: readonly Loan[];
  commune: Me['communes'][number] | undefined;
}): ReactElement {
  const { list, page, rows, commune } = props;
  const me = useMe();
  const names = {
    leaderOf: useLeaderNames(commune?.id),
    programmeOf: useProgrammeNames(),
    communeOf: (id: string) =>
      commune === undefined ? me.communes.find((one) => one.id === id)?.name : undefined,
  };
  const { about, dataDate, comparedDate, totals } = page;
  return (
    <PrintedList
      head={{ about, title: about.title, dataDate, comparedDate, sums: totalsWords(list, totals) }}
      columns={loanPaperColumns({
        names,
        list,
        hasPhones: may(me, searchContracts),
        placeHeading: partWords('village', commune?.name).heading,
      })}
      rows={rows}
      rowKey={(loan) => `${loan.communeId} ${loan.contractNo}`}
      totals={sumsOf(list, totals)}
    />
  );
}

function Nothing({ name, filter }: { name: string; filter: ListFilter }): ReactElement {
  const isFiltered = isNarrowed(filter);
  return (
    <EmptyState
      action={
        isFiltered ? (
          <AppLink
            className="btn"
            href={paths.list(name, { xa: filter.xa, ngay: filter.ngay, sovoi: filter.sovoi })}
          >
            Bỏ lọc
          </AppLink>
        ) : undefined
      }
    >
      {isFiltered
        ? 'Không có món nào khớp với cách lọc này.'
        : 'Không có món nào trong danh sách này ở ngày số liệu đang xem.'}
    </EmptyState>
  );
}

function totalsSentence(list: ListName | undefined, { totals, dataDate, comparedDate }: LoanPage): string {
  const compared = comparedDate === null ? '' : `, so với ${formatDate(comparedDate)}`;
  return `${totalsWords(list, totals)}. Số liệu ngày ${formatDate(dataDate)}${compared}.`;
}
