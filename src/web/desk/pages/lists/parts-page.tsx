import type { ReactElement } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { formatDate } from '../../../../kernel/dates.ts';
import { listParts } from '../../../../modules/portfolio/contract.ts';
import { LISTS, type ListName } from '../../../../modules/portfolio/domain/list-names.ts';
import { failureOf } from '../../../shared/api/call.ts';
import { usePages } from '../../../shared/api/query.ts';
import { type Column, DataTable, MoreRows } from '../../../shared/components/data-table.tsx';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { PageHead, SourceLine } from '../../../shared/components/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../../shared/components/states.tsx';
import { formatInteger, formatVnd } from '../../../shared/format.ts';
import { shortVillage } from '../../../shared/names.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { PART_WORDS, type PartKind, partKindOf } from '../../parts.ts';
import { ALL_LOANS, type ListFilter, paths } from '../../paths.ts';
import { ASSOCIATIONS, type NameOf, useLeaderNames, useProgrammeNames } from '../../reference.ts';
import { codeOfCommune, communeOf, type Me, useMe } from '../../session.tsx';
import { NotFound } from '../../shell/not-found.tsx';
import { Page } from '../../shell/page.tsx';
import { askedDate, useAddressParams, useSearchParams, useTitle } from '../../use-address.ts';
import { filterOf } from './list-address.ts';
import { DIRECT_LOANS, loansQuestion } from './list-question.ts';
import { amountHeading, amountText, weightText } from './list-words.ts';
import { PlaceTools } from './lists-page.tsx';
import { HiddenFilters, PartLinks } from './part-links.tsx';

type PartsOf = OutputOf<typeof listParts>;
type Part = PartsOf['rows'][number];

/** A list added up by borrower, village, group, association, programme or fund source; each part opens its loans. */
export function PartsPage(): ReactElement {
  const { list = '', by: path } = useAddressParams();
  const by = partKindOf(path);
  if (by === undefined || (list !== ALL_LOANS && !Object.hasOwn(LISTS, list))) return <NotFound />;
  return <Parts key={`${list} ${by}`} list={list === ALL_LOANS ? undefined : (list as ListName)} by={by} />;
}

type Shown = { readonly list: ListName | undefined; readonly by: PartKind };

function Parts({ list, by }: Shown): ReactElement {
  const me = useMe();
  const search = useSearchParams();
  const filter = filterOf(search, askedDate(search));
  const name = list ?? ALL_LOANS;
  const title = `${list === undefined ? 'Món vay' : LISTS[list].title}, theo ${PART_WORDS[by].noun}`;
  useTitle(title);
  const pages = usePages(
    listParts,
    { ...loansQuestion(me, list, filter), by },
    { nextOf: (page) => page.next, cursorName: 'cursor' },
  );
  const commune = communeOf(me, filter.xa) ?? (me.communes.length === 1 ? me.communes[0] : undefined);
  const [first] = pages.pages;
  return (
    <Page tools={<PlaceTools at={filter} hrefOf={(at) => paths.parts(name, by, { ...filter, ...at })} />}>
      <PageHead title={title}>
        <AppLink href={paths.lists({ xa: filter.xa, ngay: filter.ngay })}>Danh sách</AppLink>
        {` / ${commune?.name ?? me.offices[0]?.name ?? 'Mọi xã'}`}
        {first === undefined ? '' : `. ${totalsSentence({ list, by }, first)}`}
        <HiddenFilters name={name} filter={filter} />
      </PageHead>
      <PartLinks name={name} filter={filter} current={by} />
      <PartsTable list={list} by={by} filter={filter} pages={pages} communeId={commune?.id} />
    </Page>
  );
}

function totalsSentence({ list, by }: Shown, { totals, comparedDate }: PartsOf): string {
  const compared = comparedDate === null ? '' : ` So với ${formatDate(comparedDate)}.`;
  return (
    `${formatInteger(totals.parts)} ${PART_WORDS[by].noun}, ${formatInteger(totals.loans)} món, ` +
    `${amountText(list, totals)}.${compared}`
  );
}

function PartsTable(
  props: Shown & {
    filter: ListFilter;
    pages: ReturnType<typeof usePages<typeof listParts>>;
    communeId: Me['communes'][number]['id'] | undefined;
  },
): ReactElement {
  const { list, by, pages, filter } = props;
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
  const nameOf = (part: Part) => partName(by, part, { leaderOf, programmeOf });
  return (
    <>
      <DataTable
        caption={`Cộng theo ${PART_WORDS[by].noun}`}
        columns={columns({ list, by }, hrefOf, nameOf)}
        rows={rows}
        rowKey={(part) => part.key}
        rowHref={hrefOf}
        foot={<Total list={list} by={by} totals={first.totals} />}
        hasPageKeys
      />
      <MoreRows
        shown={rows.filter((part) => part.key !== '').length}
        total={first.totals.parts}
        noun={PART_WORDS[by].noun}
        isBusy={pages.isLoadingMore}
        onMore={pages.more}
      />
      <SourceLine>Nguồn: Báo cáo 31 của NHCSXH, số liệu ngày {formatDate(first.dataDate)}.</SourceLine>
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
  by: PartKind,
  { key, name }: Part,
  names: { readonly leaderOf: NameOf; readonly programmeOf: NameOf },
): string {
  if (key === '') return PART_WORDS[by].none;
  const leader = names.leaderOf(key);
  const known: Readonly<Record<PartKind, string | undefined>> = {
    customer: name ?? undefined,
    village: name === null ? undefined : shortVillage(name),
    group: leader === undefined ? undefined : `Tổ ${leader}`,
    association: ASSOCIATIONS[key],
    programme: names.programmeOf(key),
    fundSource: FUND_SOURCES[key],
  };
  return known[by] ?? `${PART_WORDS[by].heading} ${key}`;
}

function columns(
  { list, by }: Shown,
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
      heading: PART_WORDS[by].heading,
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

function Total({ list, by, totals }: Shown & { totals: PartsOf['totals'] }): ReactElement {
  const heading = amountHeading(list);
  return (
    <tr className="sum">
      <td>
        Cộng {formatInteger(totals.parts)} {PART_WORDS[by].noun}
      </td>
      <td className="num" data-label="Món">
        {formatInteger(totals.loans)}
      </td>
      {list === undefined || heading === undefined ? null : (
        <td className="num" data-label={heading}>
          {weightText(list, totals.weightVnd ?? 0n)}
        </td>
      )}
      <td className="num" data-label="Dư nợ">
        {formatVnd(totals.outstandingVnd)}
      </td>
      <td className="num" data-label="Lãi tồn">
        {formatVnd(totals.unpaidInterestVnd)}
      </td>
    </tr>
  );
}
