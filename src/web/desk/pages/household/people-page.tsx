import { type FormEvent, type ReactElement, useState } from 'react';
import { SEARCH_TOO_SHORT } from '../../../../modules/registry/domain/search-query.ts';
import { Show } from '../../../shared/api/show.tsx';
import { type Column, DataTable } from '../../../shared/components/data-table.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import { PageHead } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { WrongNumber } from '../../../shared/components/wrong-number.tsx';
import { formatInteger, formatPhone } from '../../../shared/format.ts';
import { shortVillage } from '../../../shared/names.ts';
import { AppLink, useNavigation } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { codeOfCommune, type Me, useMe } from '../../session.tsx';
import { Page } from '../../shell/page.tsx';
import { useSearchParams, useTitle } from '../../use-address.ts';
import { type Found, type Hit, isTooShort, useSearch } from '../../use-search.ts';

/** Finds borrowers; the text searched stands in the address. */
export function PeoplePage(): ReactElement {
  const me = useMe();
  const { tim = '' } = useSearchParams();
  const { go } = useNavigation();
  const [text, setText] = useState(tim);
  useTitle('Hộ vay');
  const answer = useSearch(tim);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go(paths.people(text.trim()));
  };
  return (
    <Page>
      <PageHead title="Hộ vay">
        Tìm theo tên có dấu hoặc không dấu, khế ước, số điện thoại, số căn cước.
      </PageHead>
      <form className="form form-search" onSubmit={submit}>
        <TextField label="Tìm" value={text} autoFocus onText={setText} />
        <button type="submit" className="btn go">
          Tìm
        </button>
      </form>
      {isTooShort(tim) ? (
        <EmptyState>{SEARCH_TOO_SHORT}</EmptyState>
      ) : (
        <Show answer={answer} rows={6}>
          {(found) => <Hits me={me} found={found} tim={tim} />}
        </Show>
      )}
    </Page>
  );
}

function Hits({ me, found, tim }: { me: Me; found: Found; tim: string }): ReactElement {
  if (found.hits.length === 0)
    return <EmptyState>Không tìm thấy “{tim}” trong phạm vi được giao.</EmptyState>;
  const hrefOf = (hit: Hit) => paths.household(codeOfCommune(me, hit.communeId), hit.householdId);
  return (
    <>
      <DataTable
        caption="Kết quả tìm"
        columns={columns(me, hrefOf)}
        rows={found.hits}
        rowKey={(hit) => hit.personId}
        rowHref={hrefOf}
        hasPageKeys
      />
      <p className="more small dim">
        {found.total > found.hits.length
          ? `Hiện ${found.hits.length} trong ${formatInteger(found.total)} người. Gõ thêm chữ để thu hẹp.`
          : `${formatInteger(found.total)} người`}
      </p>
    </>
  );
}

function columns(me: Me, hrefOf: (hit: Hit) => string): readonly Column<Hit>[] {
  return [
    {
      key: 'name',
      heading: 'Họ và tên',
      cell: (hit) => (
        <>
          <AppLink className="name" href={hrefOf(hit)}>
            {hit.fullName}
          </AppLink>
          <span className="sub">{hit.birthYear === null ? 'chưa có năm sinh' : `sinh ${hit.birthYear}`}</span>
        </>
      ),
    },
    {
      key: 'place',
      heading: 'Thôn, khu phố',
      cell: (hit) => (
        <span>
          {shortVillage(hit.villageName ?? hit.villageCode)}
          <span className="sub">{me.communes.find((commune) => commune.id === hit.communeId)?.name}</span>
        </span>
      ),
    },
    {
      key: 'code',
      heading: 'Mã khách hàng',
      cell: (hit) => hit.customerCode ?? <span className="faint">không có</span>,
    },
    {
      key: 'phone',
      heading: 'Điện thoại',
      cell: (hit) =>
        hit.phone === null ? (
          <span className="faint">chưa có số</span>
        ) : (
          <span>
            {formatPhone(hit.phone)}
            <WrongNumber since={hit.phoneWrongSince} />
          </span>
        ),
    },
    {
      key: 'identity',
      heading: 'Số căn cước',
      cell: (hit) => hit.identityNumberMasked ?? <span className="faint">chưa có</span>,
    },
  ];
}
