import type { ReactElement } from 'react';
import { operationAddress } from '../../../../kernel/client.ts';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { formatDate } from '../../../../kernel/dates.ts';
import { exportList, listLoans } from '../../../../modules/portfolio/contract.ts';
import { LISTS, type ListName } from '../../../../modules/portfolio/domain/list-names.ts';
import { failureOf } from '../../../shared/api/call.ts';
import { usePages } from '../../../shared/api/query.ts';
import { DataTable, MoreRows } from '../../../shared/components/data-table.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { PageHead, SourceLine } from '../../../shared/components/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../../shared/components/states.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { AppLink, useNavigation } from '../../../shared/navigation.tsx';
import { ALL_LOANS, type ListFilter, paths } from '../../paths.ts';
import { useLeaderNames, useProgrammeNames } from '../../reference.ts';
import { codeOfCommune, communeOf, type Me, useMe } from '../../session.tsx';
import { NotFound } from '../../shell/not-found.tsx';
import { Page } from '../../shell/page.tsx';
import { askedDate, useAddressParams, useSearchParams, useTitle } from '../../use-address.ts';
import { filterOf } from './list-address.ts';
import { ListFilters } from './list-filters.tsx';
import { loansQuestion } from './list-question.ts';
import { amountText } from './list-words.ts';
import { PlaceTools } from './lists-page.tsx';
import { loanColumns, totalsRow } from './loan-columns.tsx';
import { fileOf } from './loan-file.ts';
import { HiddenFilters, PartLinks } from './part-links.tsx';
import { WhyDrawer } from './why-drawer.tsx';

/** One page of a list. */
export type LoanPage = OutputOf<typeof listLoans>;

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
  const title = list === undefined ? 'Món vay' : LISTS[list].title;
  const name = list ?? ALL_LOANS;
  useTitle(title);
  const input = loansQuestion(me, list, filter);
  const pages = usePages(
    listLoans,
    { ...input, limit: PAGE_SIZE },
    { nextOf: (page) => page.next, cursorName: 'cursor' },
  );
  const commune = communeOf(me, filter.xa) ?? (me.communes.length === 1 ? me.communes[0] : undefined);
  const [first] = pages.pages;
  return (
    <Page
      tools={
        <PlaceTools at={filter} hrefOf={(at) => paths.list(name, { ...filter, ...at, vi: undefined })} />
      }
    >
      <PageHead
        title={title}
        actions={
          <>
            <a className="btn" href={operationAddress(exportList, { ...input, format: 'xlsx' })} download>
              <Icon name="download" />
              Tải Excel
            </a>
            <a className="btn" href={operationAddress(exportList, { ...input, format: 'csv' })} download>
              Tải CSV
            </a>
          </>
        }
      >
        <AppLink href={paths.lists({ xa: filter.xa, ngay: filter.ngay })}>Danh sách</AppLink>
        {` / ${commune?.name ?? me.offices[0]?.name ?? 'Mọi xã'}`}
        {first === undefined ? '' : `. ${totalsSentence(list, first)}`}
        <HiddenFilters name={name} filter={filter} />
      </PageHead>
      <PartLinks name={name} filter={filter} />
      <ListFilters list={name} filter={filter} communeId={commune?.id} />
      <Loans list={list} filter={filter} pages={pages} communeId={commune?.id} />
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
  communeId: Me['communes'][number]['id'] | undefined;
}): ReactElement {
  const { pages, filter } = props;
  const me = useMe();
  const names = { leaderOf: useLeaderNames(props.communeId), programmeOf: useProgrammeNames() };
  const { go } = useNavigation();
  const [first] = pages.pages;
  const name = props.list ?? ALL_LOANS;
  if (first === undefined && pages.error !== null)
    return <ErrorState failure={failureOf(pages.error)} onRetry={pages.again} />;
  if (first === undefined) return <LoadingRows rows={12} tall />;
  const rows = pages.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <Nothing name={name} filter={filter} />;
  const columns = loanColumns({
    me,
    names,
    list: props.list,
    filter,
    onWhy: (contractNo) => go(paths.list(name, { ...filter, vi: contractNo })),
  });
  return (
    <>
      <DataTable
        caption={props.list === undefined ? 'Món vay' : LISTS[props.list].title}
        columns={columns}
        rows={rows}
        rowKey={(loan) => `${loan.communeId} ${loan.contractNo}`}
        rowHref={(loan) => fileOf(me, loan, codeOfCommune(me, loan.communeId), first.dataDate)}
        foot={totalsRow(first.totals, columns, props.list)}
        hasPageKeys
      />
      <MoreRows
        shown={rows.length}
        total={first.totals.loans}
        noun="món"
        isBusy={pages.isLoadingMore}
        onMore={pages.more}
      />
      <SourceLine>Nguồn: Báo cáo 31 của NHCSXH, số liệu ngày {formatDate(first.dataDate)}.</SourceLine>
    </>
  );
}

function Nothing({ name, filter }: { name: string; filter: ListFilter }): ReactElement {
  const isFiltered = Object.entries(filter).some(
    ([key, value]) => !['xa', 'ngay', 'xep', 'vi', 'sovoi'].includes(key) && value !== undefined,
  );
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

function totalsSentence(list: ListName | undefined, { totals, comparedDate }: LoanPage): string {
  const compared = comparedDate === null ? '' : ` So với ${formatDate(comparedDate)}.`;
  const amount = amountText(list, totals);
  return `${formatInteger(totals.loans)} món của ${formatInteger(totals.customers)} khách hàng, ${amount}.${compared}`;
}
