import type { ReactElement } from 'react';
import { useToast } from '../../../shared/components/toasts.tsx';
import { formatMoment } from '../../../shared/format.ts';

/** A link with which a person sets their password: shown this once, to be handed over. */
export function OneTimeLink(props: {
  readonly link: { readonly path: string; readonly expiresAt: string };
  readonly who: string;
}): ReactElement {
  const toast = useToast();
  const address = new URL(props.link.path, window.location.origin).href;
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    toast({ text: 'Đã chép liên kết.' });
  };
  return (
    <div className="notice good">
      <div>
        <p>
          Liên kết đặt mật khẩu của {props.who}. Chỉ hiện lần này, dùng một lần, hết hạn{' '}
          {formatMoment(props.link.expiresAt)}.
        </p>
        <p className="address">
          <b>{address}</b>
        </p>
        <button type="button" className="btn sm" onClick={() => void copy()}>
          Chép liên kết
        </button>
      </div>
    </div>
  );
}
