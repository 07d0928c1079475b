import type { ReactElement } from 'react';
import { PageHead } from '../../shared/components/section.tsx';
import { EmptyState } from '../../shared/components/states.tsx';
import { AppLink } from '../../shared/navigation.tsx';
import { paths } from '../paths.ts';
import { useTitle } from '../use-address.ts';
import { Page } from './page.tsx';

/** An address that is no page, or one outside the person's scope: nobody learns which of the two. */
export function NotFound(): ReactElement {
  return (
    <Page>
      <NothingHere />
    </Page>
  );
}

/** The same inside a page, where the server says that there is nothing at its address. */
export function NothingHere(): ReactElement {
  useTitle('Không có ở đây');
  return (
    <>
      <PageHead title="Không có ở đây" />
      <EmptyState
        action={
          <AppLink className="btn" href={paths.home}>
            Về trang đầu
          </AppLink>
        }
      >
        Địa chỉ này không có gì, hoặc nằm ngoài phạm vi được giao. Kiểm tra lại địa chỉ, hoặc tìm theo tên,
        khế ước ở đầu trang. Nếu phạm vi được giao chưa đúng, nhờ quản trị xem lại chức vụ.
      </EmptyState>
    </>
  );
}
