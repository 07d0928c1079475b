import type { ReactElement } from 'react';
import { operationAddress } from '../../../../kernel/client.ts';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { formatDate } from '../../../../kernel/dates.ts';
import { exportParts, listParts } from '../../../../modules/portfolio/contract.ts';
import { LISTS, type ListName } from '../../../../modules/portfolio/domain/list-names.ts';
import { type PartWords, partWords } from '../../../../modules/portfolio/domain/part-nouns.ts';
import { failureOf } from '../../../shared/api/call.ts';
import { usePages } from '../../../shared/api/query.ts';
import { type Column, DataTable, MoreRows } from '../../../shared/components/data-table.tsx';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { PageHead, SourceLine } from '../../../shared/components/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../../shared/components/states.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { shortOffice, shortVillage } from '../../../shared/names.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { useListTitle } from '../../list-titles.ts';
import { type PartKind, partKindOf } from '../../parts.ts';
import { ALL_LOANS, type ListFilter, paths } from '../../paths.ts';
import { ASSOCIATIONS, type NameOf, useLeaderNames, useProgrammeNames } from '../../reference.ts';
import { codeOfCommune, communeOf, type Me, useMe } from '../../session.tsx';
import { NotFound } from '../../shell/not-found.tsx';
import { Page } from '../../shell/page.tsx';
import { askedDate, useAddressParams, useSearchParams, useTitle } from '../../use-address.ts';
import { ActiveFilters } from './active-filters.tsx';
import { DOWNLOAD_NOTE } from './downloads.tsx';
import { Freshness } from './freshness.tsx';
import { filterOf, movedTo } from './list-address.ts';
import { DIRECT_LOANS, loansQuestion } from './list-question.ts';
import { HeadDownloads, ListTools } from './list-tools.tsx';
import { amountHeading, amountText, weightText } from './list-words.ts';
import { PlaceTools } from './lists-page.tsx';
import { partPaperColumns, sumsOf } from './paper-columns.tsx';
import { PartLinks } from './part-links.tsx';
import { PartOnPaper, PrintNotice } from './print-notice.tsx';
import { PrintedList } from './printed-list.tsx';
import { SumRow } from './sum-row.tsx';
import { useWholeList } from './use-whole-list.ts';

type PartsOf = OutputOf<typeof listParts>;
type Part = PartsOf['rows'][number];

/** A list added up by borrower, village, group, association, programme or fund source; each part opens its loans. */
export function PartsPage(): ReactElement {
  const { list = '', by: path } = useAddressParams();
  const by = partKindOf(path);
  if (by === undefined || (list !== ALL_LOANS && !Object.hasOwn(LISTS, list))) return <NotFound />;
  return <Parts key={`${list} ${by}`} list={list === ALL_LOANS ? undefined : (list as ListName)} by={by} />;
}

type Asked = { readonly list: ListName | undefined; readonly by: PartKind };
type Shown = Asked & { readonly words: PartWords };

function Parts({ list, by }: Asked): ReactElement {
  const me = useMe();
  const search = useSearchParams();
  const filter = filterOf(search, askedDate(search));
  const titleOf = useListTitle(filter.ngay);
  const name = list ?? ALL_LOANS;
  const input = { ...loansQuestion(me, list, filter), by };
  const pages = usePages(listParts, input, { nextOf: (page) => page.next, cursorName: 'cursor' });
  const commune = communeOf(me, filter.xa) ?? (me.communes.length === 1 ? me.communes[0] : undefined);
  const [first] = pages.pages;
  const filters = first?.about.filters ?? [];
  const listTitle = first?.about.title ?? (list === undefined ? 'Món vay' : titleOf(list));
  const words = partWords(by, commune?.name);
  const shown = { list, by, words };
  const title = `${listTitle}, theo ${words.noun}`;
  useTitle(title);
  const whole = useWholeList<typeof listParts, Part>(listParts, input, {
    total: first?.totals.parts,
    rowsOf: (page) => page,
  });
  const hrefOf = (other: ListFilter) => paths.parts(name, by, other);
  const fileHref = (format: 'xlsx' | 'csv') => operationAddress(exportParts, { ...input, format });
  return (
    <Page
      tools={<PlaceTools at={filter} hrefOf={(at) => hrefOf(movedTo(filter, at))} />}
      onPrint={whole.print}
    >
      <PageHead title={title} actions={<HeadDownloads hrefOf={fileHref} />}>
        <AppLink href={paths.lists({ xa: filter.xa, ngay: filter.ngay })}>Danh sách</AppLink>
        {` / ${shortOffice(first?.about.place ?? commune?.name ?? me.offices[0]?.name ?? 'Mọi xã')}`}
        {first === undefined ? '' : `. ${totalsSentence(shown, first)}`}
      </PageHead>
      {first === undefined ? null : (
        <Freshness communeId={commune?.id} dataDate={first.dataDate} {...{ filter, hrefOf, pages }} />
      )}
      <ListTools filters={filters} fileHref={fileHref}>
        <PartLinks name={name} filter={filter} current={by} communeName={commune?.name} />
        <ActiveFilters filters={filters} filter={filter} hrefOf={hrefOf} />
      </ListTools>
      <PrintNotice
        printing={whole.printing}
        noun={words.noun}
        workbookHref={fileHref('xlsx')}
        onAgain={whole.print}
        onClose={whole.close}
      />
      <PartsTable {...shown} filter={filter} pages={pages} communeId={commune?.id} />
      {whole.printing.state === 'ready' && first !== undefined ? (
        <PartsPaper
          shown={shown}
          page={first}
          rows={whole.printing.rows}
          communeId={commune?.id}
          title={title}
        />
      ) : null}
    </Page>
  );
}

/** The parts as they lie on paper. */
function PartsPaper(props: {
  shown: Shown;
  page: PartsOf;
  rows: readonly Part[];
  communeId: Me['communes'][number]['id'] | undefined;
  title: string;
}): ReactElement {
  const { shown, page, rows, title } = props;
  const { list } = shown;
  const names = { leaderOf: useLeaderNames(props.communeId), programmeOf: useProgrammeNames() };
  const { about, dataDate, comparedDate, totals } = page;
  return (
    <PrintedList
      head={{ about, title, dataDate, comparedDate, sums: partsWords(shown, totals) }}
      columns={partPaperColumns({
        list,
        heading: shown.words.heading,
        nameOf: (part) => partName(shown, part, names),
      })}
      rows={rows}
      rowKey={(part) => `${part.communeId} ${part.key}`}
      totals={sumsOf(list, totals)}
    />
  );
}

function partsWords({ list, words }: Shown, totals: PartsOf['totals']): string {
  const loans = `${formatInteger(totals.parts)} ${words.noun}, ${formatInteger(totals.loans)} món`;
  return `${loans}, ${amountText(list, totals)}`;
}

function totalsSentence(shown: Shown, { totals, dataDate, comparedDate }: PartsOf): string {
  const compared = comparedDate === null ? '' : `, so với ${formatDate(comparedDate)}`;
  return `${partsWords(shown, totals)}. Số liệu ngày ${formatDate(dataDate)}${compared}.`;
}

function PartsTable(
  props: Shown & {
    filter: ListFilter;
    pages: ReturnType<typeof usePages<typeof listParts>>;
    communeId: Me['communes'][number]['id'] | undefined;
  },
): ReactElement {
  const { list, by, words, pages, filter } = props;
  const me = useMe();
  const leaderOf = useLeaderNames(props.communeId);
  const programmeOf = useProgrammeNames();
  const [first] = pages.pages;
  if (first === undefined && pages.error !== null)
    return <ErrorState failure={failureOf(pages.error)} onRetry={pages.again} />;
  if (first === undefined) return <LoadingRows rows={12} />;
  const rows = pages.pages.flatMap((page) => page.rows);
  if (rows.length === 0)
    return <EmptyState>Không có món nào trong danh sách này ở ngày số liệu đang xem.</EmptyState>;
  const hrefOf = (part: Part) => paths.list(list ?? ALL_LOANS, narrowed(me, by, filter, part));
  const nameOf = (part: Part) => partName(props, part, { leaderOf, programmeOf });
  const shown = columns(props, hrefOf, nameOf);
  const label = `Cộng ${formatInteger(first.totals.parts)} ${words.noun}`;
  return (
    <>
      <PartOnPaper
        shown={rows.filter((part) => part.key !== '').length}
        total={first.totals.parts}
        noun={words.noun}
      />
      <DataTable
        caption={`Cộng theo ${words.noun}`}
        columns={shown}
        rows={rows}
        rowKey={(part) => part.key}
        rowHref={hrefOf}
        foot={<SumRow label={label} columns={shown} sums={sumsOf(list, first.totals)} />}
        hasPageKeys
        abreast={3}
      />
      <MoreRows
        shown={rows.filter((part) => part.key !== '').length}
        total={first.totals.parts}
        noun={words.noun}
        isBusy={pages.isLoadingMore}
        onMore={pages.more}
      />
      <SourceLine>
        Nguồn: Báo cáo 31 của NHCSXH, số liệu ngày {formatDate(first.dataDate)}.{' '}
        <span className="no-print">{DOWNLOAD_NOTE}</span>
      </SourceLine>
    </>
  );
}

/** The filter that leaves only the loans of a part. */
function narrowed(me: Me, by: PartKind, filter: ListFilter, { key, communeId }: Part): ListFilter {
  const keys: Readonly<Record<PartKind, ListFilter>> = {
    customer: { kh: key },
    village: { thon: key, xa: codeOfCommune(me, communeId) },
    group: { to: key === '' ? DIRECT_LOANS : key },
    association: { hoi: key },
    programme: { ct: key },
    fundSource: { nguon: key },
  };
  return { ...filter, vi: undefined, ...keys[by] };
}

const FUND_SOURCES: Readonly<Record<string, string>> = { '1': 'Nguồn trung ương', '2': 'Nguồn địa phương' };

function partName(
  { by, words }: Shown,
  { key, name }: Part,
  names: { readonly leaderOf: NameOf; readonly programmeOf: NameOf },
): string {
  if (key === '') return words.none;
  const leader = names.leaderOf(key);
  const known: Readonly<Record<PartKind, string | undefined>> = {
    customer: name ?? undefined,
    village: name === null ? undefined : shortVillage(name),
    group: leader === undefined ? undefined : `Tổ ${leader}`,
    association: ASSOCIATIONS[key],
    programme: names.programmeOf(key),
    fundSource: FUND_SOURCES[key],
  };
  return known[by] ?? `${words.heading} ${key}`;
}

function columns(
  { list, words }: Shown,
  hrefOf: (part: Part) => string,
  nameOf: (part: Part) => string,
): readonly Column<Part>[] {
  const heading = amountHeading(list);
  const money = (key: string, word: string, textOf: (part: Part) => string): Column<Part> => ({
    key,
    heading: word,
    numeric: true,
    cell: (part) => (
      <NumberLink href={hrefOf(part)} isZero={textOf(part) === '0'}>
        {textOf(part)}
      </NumberLink>
    ),
  });
  return [
    {
      key: 'name',
      heading: words.heading,
      cell: (part) => (
        <>
          <AppLink className="name" href={hrefOf(part)}>
            {nameOf(part)}
          </AppLink>
          {part.key === '' ? null : <span className="sub">mã {part.key}</span>}
        </>
      ),
    },
    money('loans', 'Món', (part) => formatInteger(part.loans)),
    ...(list === undefined || heading === undefined
      ? []
      : [money('weight', heading, (part) => weightText(list, part.weightVnd ?? 0n))]),
    money('outstanding', 'Dư nợ', (part) => formatInteger(part.outstandingVnd)),
    money('interest', 'Lãi tồn', (part) => formatInteger(part.unpaidInterestVnd)),
  ];
}
