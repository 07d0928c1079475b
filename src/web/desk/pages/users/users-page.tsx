import { type FormEvent, type ReactElement, useState } from 'react';
import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import { addUser, listUsers } from '../../../../modules/identity/contract.ts';
import { failureOf } from '../../../shared/api/call.ts';
import { usePages } from '../../../shared/api/query.ts';
import { type Column, DataTable } from '../../../shared/components/data-table.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { PageHead } from '../../../shared/components/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../../shared/components/states.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { formatMoment, formatPhone } from '../../../shared/format.ts';
import { useNavigation } from '../../../shared/navigation.tsx';
import { useServerDay } from '../../../shared/server-day.ts';
import { paths } from '../../paths.ts';
import { may, useMe } from '../../session.tsx';
import { Page } from '../../shell/page.tsx';
import { useSearchParams, useTitle } from '../../use-address.ts';
import { AddUserForm } from './add-user-form.tsx';
import type { User } from './user.ts';
import { UserDrawer } from './user-drawer.tsx';

/** The people who sign in and the offices they hold. */
export function UsersPage(): ReactElement {
  const me = useMe();
  const today = useServerDay();
  const { tim = '', mo } = useSearchParams();
  const { go } = useNavigation();
  const [text, setText] = useState(tim);
  const [isAdding, setAdding] = useState(false);
  useTitle('Người dùng');
  const pages = usePages(listUsers, tim === '' ? {} : { text: tim }, {
    nextOf: (page) => page.next,
    cursorName: 'after',
  });
  const users = pages.pages.flatMap((page) => page.users);
  const opened = users.find((user) => user.id === mo);
  const search = (event: FormEvent) => {
    event.preventDefault();
    go(paths.users({ tim: text.trim() }));
  };
  return (
    <Page right={<span className="push" />}>
      <PageHead
        title="Người dùng"
        actions={
          may(me, addUser) ? (
            <button type="button" className="btn go" onClick={() => setAdding(true)}>
              <Icon name="plus" />
              Thêm người dùng
            </button>
          ) : undefined
        }
      >
        Mỗi người có một hoặc nhiều chức vụ, mỗi chức vụ có ngày bắt đầu và kết thúc.
      </PageHead>
      <form className="filters" onSubmit={search} aria-label="Tìm người dùng">
        <input
          className="input filters-text"
          type="search"
          aria-label="Tên, số điện thoại"
          placeholder="Tên, số điện thoại"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" className="btn">
          Tìm
        </button>
      </form>
      {pages.isLoading ? <LoadingRows rows={8} tall /> : null}
      {pages.error !== null && users.length === 0 ? (
        <ErrorState failure={failureOf(pages.error)} onRetry={pages.again} />
      ) : null}
      {!pages.isLoading && pages.error === null && users.length === 0 ? (
        <EmptyState>Không có người dùng nào khớp.</EmptyState>
      ) : null}
      {users.length === 0 ? null : (
        <DataTable
          caption="Người dùng"
          columns={columns((user) => go(paths.users({ tim, mo: user.id })), today)}
          rows={users}
          rowKey={(user) => user.id}
          rowHref={(user) => paths.users({ tim, mo: user.id })}
          hasPageKeys
        />
      )}
      {pages.more === undefined ? null : (
        <p className="more">
          <button type="button" className="btn sm" disabled={pages.isLoadingMore} onClick={pages.more}>
            Xem thêm
          </button>
        </p>
      )}
      {opened === undefined ? null : <UserDrawer user={opened} onClose={() => go(paths.users({ tim }))} />}
      {isAdding ? (
        <Dialog isDrawer title="Thêm người dùng" onClose={() => setAdding(false)}>
          <AddUserForm />
        </Dialog>
      ) : null}
    </Page>
  );
}

/** Given already, and held from a later day on; one that is over is neither. */
function isToCome(held: User['assignments'][number], today: BusinessDate | undefined): boolean {
  return today !== undefined && held.validFrom > today;
}

function columns(onOpen: (user: User) => void, today: BusinessDate | undefined): readonly Column<User>[] {
  return [
    {
      key: 'name',
      heading: 'Họ và tên',
      cell: (user) => (
        <>
          <b>{user.fullName}</b>
          <span className="sub">
            {user.login}
            {user.phone === null || user.phone === user.login ? '' : `, ${formatPhone(user.phone)}`}
          </span>
        </>
      ),
    },
    {
      key: 'offices',
      heading: 'Chức vụ',
      cell: (user) => {
        const shown = user.assignments.filter((held) => held.isCurrent || isToCome(held, today));
        if (shown.length === 0) return <span className="faint">chưa có chức vụ</span>;
        return (
          <span>
            {shown.map((held) => (
              <span key={held.id} className="line">
                {held.roleTitle}
                <span className="sub">
                  {held.place === '' ? '' : `${held.place}, `}
                  {held.isCurrent ? 'từ' : 'sẽ giữ từ'} {formatDate(held.validFrom)}
                  {held.validTo === null ? '' : ` đến hết ${formatDate(held.validTo)}`}
                </span>
              </span>
            ))}
          </span>
        );
      },
    },
    {
      key: 'state',
      heading: 'Tài khoản',
      cell: (user) => <UserState user={user} />,
    },
    {
      key: 'seen',
      heading: 'Dùng gần nhất',
      cell: (user) =>
        user.lastSeenAt === null ? <span className="faint">chưa dùng</span> : formatMoment(user.lastSeenAt),
    },
    {
      key: 'open',
      heading: <span className="sr">Thao tác</span>,
      numeric: true,
      cell: (user) => (
        <button
          type="button"
          className="btn sm"
          aria-label={`Sửa ${user.fullName}`}
          onClick={() => onOpen(user)}
        >
          Sửa
        </button>
      ),
    },
  ];
}

function UserState({ user }: { user: User }): ReactElement {
  if (user.isDisabled)
    return (
      <Status tone="bad" icon="lock">
        đã khóa
      </Status>
    );
  if (!user.hasPassword)
    return (
      <Status tone="warn" icon="clock">
        chưa đặt mật khẩu
      </Status>
    );
  return (
    <Status tone="good" icon="check">
      {user.hasSecondFactor ? 'có mã xác thực' : 'đang dùng'}
    </Status>
  );
}
