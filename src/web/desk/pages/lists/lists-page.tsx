import type { ReactElement } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { formatDate } from '../../../../kernel/dates.ts';
import { countLists, listDataDates } from '../../../../modules/portfolio/contract.ts';
import { LISTS } from '../../../../modules/portfolio/domain/list-names.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Show } from '../../../shared/api/show.tsx';
import { type Column, DataTable } from '../../../shared/components/data-table.tsx';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { PageHead, Section } from '../../../shared/components/section.tsx';
import { CommuneSwitcher, DateSwitcher } from '../../../shared/components/switchers.tsx';
import { formatInteger, formatMillions } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { ALL_LOANS, type ListFilter, paths } from '../../paths.ts';
import { communeOf, type Me, useMe } from '../../session.tsx';
import { Page } from '../../shell/page.tsx';
import { askedDate, type PlaceAndDate, useSearchParams, useTitle } from '../../use-address.ts';

type ListCount = OutputOf<typeof countLists>['lists'][number];

/** Every list of a data date with how many stand on it. */
export function ListsPage(): ReactElement {
  const me = useMe();
  const search = useSearchParams();
  const at: PlaceAndDate = { xa: search.xa, ngay: askedDate(search) };
  useTitle('Danh sách');
  const answer = useQuestion(countLists, placeInput(me, at));
  return (
    <Page tools={<PlaceTools at={at} hrefOf={paths.lists} />}>
      <PageHead title="Danh sách">
        {answer.data === undefined ? '' : `Số liệu ngày ${formatDate(answer.data.dataDate)}. `}
        Mỗi tên trong danh sách đều trả lời được: vì sao có tên ở đây.
      </PageHead>
      <div className="stack">
        <Section title="Các danh sách" note="Triệu đồng">
          <Show answer={answer} rows={20}>
            {(data) => (
              <div className="list-counts">
                <DataTable
                  caption="Các danh sách của ngày số liệu"
                  columns={columns(at)}
                  rows={data.lists}
                  rowKey={(row) => row.list}
                  rowHref={(row) => paths.list(row.list, at)}
                  hasPageKeys
                  abreast={3}
                />
              </div>
            )}
          </Show>
          <p className="more">
            <AppLink href={paths.list(ALL_LOANS, at)}>Tất cả món còn dư nợ</AppLink>
          </p>
        </Section>
      </div>
    </Page>
  );
}

function columns(at: ListFilter): readonly Column<ListCount>[] {
  return [
    {
      key: 'title',
      heading: 'Danh sách',
      cell: (row) => (
        <AppLink className="name" href={paths.list(row.list, at)}>
          {row.title}
        </AppLink>
      ),
    },
    {
      key: 'loans',
      heading: 'Món',
      numeric: true,
      cell: (row) => (
        <NumberLink href={paths.list(row.list, at)} isZero={row.loans === 0}>
          {formatInteger(row.loans)}
        </NumberLink>
      ),
    },
    {
      key: 'customers',
      heading: 'Khách hàng',
      numeric: true,
      cell: (row) => (
        <NumberLink href={paths.parts(row.list, 'customer', at)} isZero={row.customers === 0}>
          {formatInteger(row.customers)}
        </NumberLink>
      ),
    },
    {
      key: 'amount',
      heading: 'Số tiền',
      numeric: true,
      cell: (row) => (
        <NumberLink href={paths.list(row.list, at)} isZero={row.amountVnd === 0n}>
          {formatMillions(row.amountVnd, 1)}
        </NumberLink>
      ),
    },
    {
      key: 'what',
      heading: 'Số tiền là',
      wideOnly: true,
      cell: (row) => LISTS[row.list].amount.toLocaleLowerCase('vi'),
    },
  ];
}

/** The place and date of the address as an operation's input. */
export function placeInput(
  me: Me,
  at: PlaceAndDate,
): { communeId?: Me['communes'][number]['id']; dataDate?: NonNullable<PlaceAndDate['ngay']> } {
  const commune = communeOf(me, at.xa);
  return {
    ...(commune === undefined ? {} : { communeId: commune.id }),
    ...(at.ngay === undefined ? {} : { dataDate: at.ngay }),
  };
}

/** Place and date switchers of pages that keep both in their address. */
export function PlaceTools(props: {
  readonly at: PlaceAndDate;
  readonly hrefOf: (at: ListFilter) => string;
}): ReactElement {
  const me = useMe();
  const commune = communeOf(me, props.at.xa);
  const { data } = useQuestion(listDataDates, commune === undefined ? {} : { communeId: commune.id });
  const dates = data?.dataDates.map((entry) => entry.dataDate) ?? [];
  const current = props.at.ngay ?? dates[0];
  return (
    <>
      <CommuneSwitcher
        communes={me.communes.map((place) => ({ id: place.code ?? place.id, name: place.name }))}
        currentId={me.communes.length === 1 ? (me.communes[0]?.code ?? undefined) : props.at.xa}
        {...(me.communes.length > 1
          ? { all: { name: 'Mọi xã', href: props.hrefOf({ ...props.at, xa: undefined }) } }
          : {})}
        hrefOf={(xa) => props.hrefOf({ ...props.at, xa })}
      />
      {current === undefined ? null : (
        <DateSwitcher
          dates={dates}
          current={current}
          comparedDate={dates[dates.indexOf(current) + 1] ?? null}
          hrefOf={(ngay) => props.hrefOf({ ...props.at, ngay })}
        />
      )}
    </>
  );
}
