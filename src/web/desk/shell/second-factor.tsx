import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../kernel/contract.ts';
import { confirmSecondFactor, setUpSecondFactor } from '../../../modules/identity/contract.ts';
import { call, failureOf } from '../../shared/api/call.ts';
import { Refused } from '../../shared/api/show.tsx';
import { TextField } from '../../shared/components/field.tsx';

type NewSecret = OutputOf<typeof setUpSecondFactor>;

/** Switches the second factor on: scan, confirm with a first code, keep the recovery codes. */
export function SetUpSecondFactor(): ReactElement {
  const [secret, setSecret] = useState<NewSecret>();
  const [error, setError] = useState<unknown>(null);
  if (secret !== undefined) return <TakeIntoUse secret={secret} />;
  // The answer is shown once and belongs to no other page, so it does not go through the store of answers.
  const begin = () => call(setUpSecondFactor, {}).then(setSecret, setError);
  return (
    <>
      <Refused error={error} />
      <button type="button" className="btn go" onClick={() => void begin()}>
        Hiện mã QR
      </button>
    </>
  );
}

/** A new secret on its way into use: scan, confirm with a first code, keep the recovery codes. */
export function TakeIntoUse(props: {
  readonly secret: NewSecret;
  readonly onDone?: () => void;
}): ReactElement {
  const [codes, setCodes] = useState<readonly string[]>();
  const [error, setError] = useState<unknown>(null);
  const client = useQueryClient();
  const confirm = async (code: string) => {
    setError(null);
    try {
      setCodes((await call(confirmSecondFactor, { code })).recoveryCodes);
    } catch (problem) {
      setError(problem);
    }
  };
  const finish = () => {
    props.onDone?.();
    void client.invalidateQueries();
  };
  if (codes !== undefined) return <RecoveryCodes codes={codes} onDone={finish} />;
  return <Confirm setUp={props.secret} error={error} onCode={(code) => void confirm(code)} />;
}

function Confirm(props: { setUp: NewSecret; error: unknown; onCode: (code: string) => void }): ReactElement {
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onCode(code);
  };
  return (
    <form className="form" onSubmit={submit}>
      <img
        className="gate-qr"
        alt="Mã QR để quét bằng ứng dụng xác thực"
        src={`data:image/svg+xml;utf8,${encodeURIComponent(props.setUp.qrSvg)}`}
      />
      <p className="small">
        Không quét được thì nhập khóa: <b>{props.setUp.secret}</b>
      </p>
      <TextField
        label="Mã 6 chữ số vừa hiện trên ứng dụng"
        value={code}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        error={props.error === null ? undefined : failureOf(props.error).message}
        onText={setCode}
      />
      <button type="submit" className="btn go">
        Xác nhận
      </button>
    </form>
  );
}

/** The recovery codes, shown once. */
export function RecoveryCodes(props: {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}): ReactElement {
  return (
    <>
      <p>
        Giữ các mã dự phòng này ở nơi an toàn. Mỗi mã dùng một lần khi mất điện thoại. Các mã chỉ hiện lần
        này.
      </p>
      <ul className="gate-codes">
        {props.codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="form-acts">
        <button type="button" className="btn" onClick={() => window.print()}>
          In
        </button>
        <button type="button" className="btn go" onClick={props.onDone}>
          Đã giữ, tiếp tục
        </button>
      </div>
    </>
  );
}
