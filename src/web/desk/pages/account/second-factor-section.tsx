import { type FormEvent, type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import {
  changeAuthenticator,
  disableSecondFactor,
  renewRecoveryCodes,
} from '../../../../modules/identity/contract.ts';
import { call, failureOf, refusalCode } from '../../../shared/api/call.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { useMe } from '../../session.tsx';
import { RecoveryCodes, SetUpSecondFactor, TakeIntoUse } from '../../shell/second-factor.tsx';

/** What is shown in place of the forms until it is kept: it is shown once. */
type Shown =
  | { readonly what: 'codes'; readonly codes: readonly string[] }
  | { readonly what: 'secret'; readonly secret: OutputOf<typeof changeAuthenticator> };

/** One's second factor: switch it on; renew the recovery codes, change the phone, switch it off where that is allowed. */
export function SecondFactorSection(): ReactElement {
  const me = useMe();
  const [shown, setShown] = useState<Shown>();
  const close = () => setShown(undefined);
  return (
    <Section
      title="Mã xác thực"
      note={me.hasSecondFactor ? `đang bật, còn ${me.recoveryCodesLeft} mã dự phòng` : 'chưa bật'}
    >
      {shown?.what === 'codes' ? <RecoveryCodes codes={shown.codes} onDone={close} /> : null}
      {shown?.what === 'secret' ? <TakeIntoUse secret={shown.secret} onDone={close} /> : null}
      {shown === undefined && me.hasSecondFactor ? (
        <>
          <RenewForm onCodes={(codes) => setShown({ what: 'codes', codes })} />
          <ChangePhoneForm onSecret={(secret) => setShown({ what: 'secret', secret })} />
          {me.mustHaveSecondFactor ? null : <DisableForm />}
        </>
      ) : null}
      {shown === undefined && !me.hasSecondFactor ? <SetUpSecondFactor /> : null}
    </Section>
  );
}

function RenewForm({ onCodes }: { onCodes: (codes: readonly string[]) => void }): ReactElement {
  const [code, setCode] = useState('');
  const [error, setError] = useState<unknown>(null);
  // What is shown once belongs to no other page, so it does not go through the store of answers.
  const renew = (event: FormEvent) => {
    event.preventDefault();
    void call(renewRecoveryCodes, { code }).then(({ recoveryCodes }) => onCodes(recoveryCodes), setError);
  };
  return (
    <form className="form" onSubmit={renew}>
      <TextField
        label="Mã 6 chữ số, để cấp lại mã dự phòng"
        value={code}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        error={error === null ? undefined : failureOf(error).message}
        onText={setCode}
      />
      <div className="form-acts">
        <button type="submit" className="btn">
          Cấp lại mã dự phòng
        </button>
      </div>
    </form>
  );
}

function ChangePhoneForm(props: {
  onSecret: (secret: OutputOf<typeof changeAuthenticator>) => void;
}): ReactElement {
  const [typed, setTyped] = useState({ password: '', code: '' });
  const [error, setError] = useState<unknown>(null);
  const change = (event: FormEvent) => {
    event.preventDefault();
    void call(changeAuthenticator, typed).then(props.onSecret, setError);
  };
  const refused = error === null ? undefined : refusalCode(error);
  const said = (code: string) => (refused === code ? failureOf(error).message : undefined);
  return (
    <form className="form form-apart" onSubmit={change}>
      <TextField
        label="Mật khẩu, để đổi điện thoại"
        type="password"
        autoComplete="current-password"
        value={typed.password}
        required
        error={said('passwordWrong')}
        onText={(password) => setTyped({ ...typed, password })}
      />
      <TextField
        label="Mã 6 chữ số của điện thoại cũ"
        hint="Mất điện thoại thì nhập một mã dự phòng. Điện thoại cũ còn dùng được cho đến khi xác nhận điện thoại mới."
        autoComplete="one-time-code"
        value={typed.code}
        required
        error={said('codeRefused')}
        onText={(code) => setTyped({ ...typed, code })}
      />
      <Refused error={refused === 'passwordWrong' || refused === 'codeRefused' ? null : error} />
      <div className="form-acts">
        <button type="submit" className="btn">
          Đổi điện thoại
        </button>
      </div>
    </form>
  );
}

function DisableForm(): ReactElement {
  const [password, setPassword] = useState('');
  const disable = useCommand(disableSecondFactor);
  const turnOff = (event: FormEvent) => {
    event.preventDefault();
    void disable.run({ password });
  };
  return (
    <form className="form form-apart" onSubmit={turnOff}>
      <TextField
        label="Mật khẩu, để tắt mã xác thực"
        type="password"
        autoComplete="current-password"
        value={password}
        required
        error={disable.error === null ? undefined : failureOf(disable.error).message}
        onText={setPassword}
      />
      <div className="form-acts">
        <button type="submit" className="btn" disabled={disable.isBusy}>
          Tắt mã xác thực
        </button>
      </div>
    </form>
  );
}
