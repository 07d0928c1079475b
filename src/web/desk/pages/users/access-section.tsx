import { type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { disableUser, enableUser, resetUser } from '../../../../modules/identity/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { OneTimeLink } from './one-time-link.tsx';
import type { User } from './user.ts';

/** Whether a person can sign in: lock and unlock, which can be taken back, and a reset, which cannot. */
export function AccessSection({ user }: { readonly user: User }): ReactElement {
  const disable = useCommand(disableUser);
  const enable = useCommand(enableUser);
  const [isResetting, setResetting] = useState(false);
  const [link, setLink] = useState<OutputOf<typeof resetUser>['link']>();
  const toggle = user.isDisabled ? enable : disable;
  return (
    <>
      <h3 className="form-apart">Tài khoản</h3>
      <p className="small dim">
        Đặt lại khi mất mật khẩu hoặc mất điện thoại, có mặt người ấy: mật khẩu và mã xác thực cũ hết hiệu
        lực, các phiên kết thúc.
      </p>
      {link === undefined ? null : <OneTimeLink link={link} who={user.fullName} />}
      <Refused error={toggle.error} />
      <p className="form-acts in-text">
        <button type="button" className="btn" onClick={() => setResetting(true)}>
          Đặt lại mật khẩu
        </button>
        <button
          type="button"
          className={user.isDisabled ? 'btn' : 'btn bad'}
          disabled={toggle.isBusy}
          onClick={() => void toggle.run({ userId: user.id })}
        >
          {user.isDisabled ? 'Mở khóa' : 'Khóa người dùng'}
        </button>
      </p>
      {isResetting ? <ConfirmReset user={user} onClose={() => setResetting(false)} onDone={setLink} /> : null}
    </>
  );
}

/** The person is signed out the moment it is done, and no undo gives the password back. */
function ConfirmReset(props: {
  user: User;
  onClose: () => void;
  onDone: (link: OutputOf<typeof resetUser>['link']) => void;
}): ReactElement {
  const { id: userId, fullName, hasSecondFactor } = props.user;
  const reset = useCommand(resetUser);
  const carryOut = async () => {
    const done = await reset.run({ userId });
    if (done === undefined) return;
    props.onDone(done.link);
    props.onClose();
  };
  return (
    <Dialog
      title="Đặt lại mật khẩu"
      onClose={props.onClose}
      actions={
        <button type="button" className="btn go" disabled={reset.isBusy} onClick={() => void carryOut()}>
          Đặt lại mật khẩu
        </button>
      }
    >
      <p>
        Mật khẩu{hasSecondFactor ? ' và mã xác thực' : ''} của {fullName} hết hiệu lực ngay, mọi phiên làm
        việc của người ấy kết thúc. Việc này không hoàn tác được: người ấy phải mở liên kết mới để đặt mật
        khẩu khác.
      </p>
      <Refused error={reset.error} />
    </Dialog>
  );
}
