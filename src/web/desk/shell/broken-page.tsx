import { type ReactElement, useEffect, useState } from 'react';
import { PageHead } from '../../shared/components/section.tsx';
import { ErrorState } from '../../shared/components/states.tsx';
import { versionThere } from '../version.ts';

/** In place of a page that could not be drawn. */
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

/** In place of a page whose code did not arrive: opened by its address, or gone back to. */
export function PageNotLoaded(): ReactElement {
  const { again, isBusy } = useLoadedAnew();
  return (
    <main className="main" id="noi-dung">
      <PageHead title="Chưa tải được trang này">
        Không kết nối được với máy chủ. Những gì đã ghi vẫn còn nguyên; có mạng lại thì bấm “Thử lại”.
      </PageHead>
      <p className="form-acts undo-row">
        <button type="button" className="btn go" disabled={isBusy} onClick={() => void again()}>
          {isBusy ? 'Đang tải…' : 'Thử lại'}
        </button>
        <button type="button" className="btn" onClick={() => window.history.back()}>
          Quay lại
        </button>
      </p>
    </main>
  );
}

/** In place of the way in, when its code did not arrive. */
export function GateNotLoaded(): ReactElement {
  const { again } = useLoadedAnew();
  return (
    <main className="gate">
      <div className="gate-card">
        <ErrorState
          failure={{ message: 'Không kết nối được với máy chủ. Kiểm tra mạng rồi thử lại.' }}
          onRetry={() => void again()}
        />
      </div>
    </main>
  );
}

/**
 * Loads the page anew once the server answers: without an answer the browser would put its own page in place of this one.
 * Where the server has a newer version, whose predecessor's code is gone, that is done at once.
 */
function useLoadedAnew() {
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    void versionThere().then((there) => {
      if (there === 'newer') window.location.reload();
    });
  }, []);
  const again = async () => {
    setBusy(true);
    if ((await versionThere()) !== 'unreachable') return window.location.reload();
    setBusy(false);
  };
  return { again, isBusy };
}
