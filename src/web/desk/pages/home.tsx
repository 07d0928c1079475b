import { Navigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { listUsers } from '../../../modules/identity/contract.ts';
import { showCommuneMonth } from '../../../modules/portfolio/contract.ts';
import { listSessions } from '../../../modules/sessions/contract.ts';
import { PageHead } from '../../shared/components/section.tsx';
import { EmptyState } from '../../shared/components/states.tsx';
import { paths } from '../paths.ts';
import { actsForOffice, type Me, may, useMe } from '../session.tsx';
import { Page } from '../shell/page.tsx';

/** Where each office begins: its commune's month, the communes side by side, the calendar, or the users. */
export function HomePage(): ReactElement {
  const me = useMe();
  const start = startOf(me);
  if (start !== undefined) return <Navigate to={start} replace />;
  return (
    <Page>
      <PageHead title={me.acting.roleTitle} />
      <EmptyState>Chức vụ này chưa được giao xã nào. Nhờ quản trị xem lại chức vụ được giao.</EmptyState>
    </Page>
  );
}

function startOf(me: Me): string | undefined {
  if (actsForOffice(me)) return paths.office();
  const [commune] = me.communes;
  const code = commune?.code ?? commune?.id;
  if (may(me, showCommuneMonth) && code !== undefined) return paths.commune(code);
  if (may(me, listUsers)) return paths.users();
  return may(me, listSessions) ? paths.calendar() : undefined;
}
