import { Navigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { PageHead } from '../../shared/components/section.tsx';
import { EmptyState } from '../../shared/components/states.tsx';
import { useMe } from '../session.tsx';
import { Page } from '../shell/page.tsx';
import { startOf } from '../start.ts';

/** Leads each office to the page it begins with. */
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
