import type { ReactElement } from 'react';
import { PageHead } from '../../shared/components/section.tsx';
import { EmptyState } from '../../shared/components/states.tsx';
import { AppLink } from '../../shared/navigation.tsx';
import { paths } from '../paths.ts';
import { useTitle } from '../use-address.ts';
import { Page } from './page.tsx';

/** An address that is no page, or one outside the person's scope. */
export function NotFound(): ReactElement {
  useTitle('Không có trang này');
  return (
    <Page>
      <PageHead title="Không có trang này" />
      <EmptyState
        action={
          <AppLink className="btn" href={paths.home}>
            Về Tháng này
          </AppLink>
        }
      >
        Địa chỉ này không có trang nào, hoặc nằm ngoài phạm vi được giao.
      </EmptyState>
    </Page>
  );
}
