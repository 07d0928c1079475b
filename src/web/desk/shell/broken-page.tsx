import type { ReactElement } from 'react';
import { PageHead } from '../../shared/components/section.tsx';

/** In place of a page that could not be drawn, or whose code did not arrive. */
export function BrokenPage(): ReactElement {
  return (
    <main className="main" id="noi-dung">
      <PageHead title="Không mở được trang này">
        Số liệu không thay đổi, những gì đã ghi vẫn còn nguyên. Tải lại trang; nếu vẫn vậy, báo cho quản trị.
      </PageHead>
      <p className="form-acts undo-row">
        <button type="button" className="btn go" onClick={() => window.location.reload()}>
          Tải lại trang
        </button>
      </p>
    </main>
  );
}
