import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../kernel/contract.ts';
import { confirmSecondFactor, setUpSecondFactor } from '../../../modules/identity/contract.ts';
import { call, failureOf } from '../../shared/api/call.ts';
import { Refused } from '../../shared/api/show.tsx';
import { TextField } from '../../shared/components/field.tsx';

type Step =
  | { readonly at: 'start' }
  | { readonly at: 'scan'; readonly setUp: OutputOf<typeof setUpSecondFactor> }
  | { readonly at: 'codes'; readonly codes: readonly string[] };

/** Switches the second factor on: scan, confirm with a first code, keep the recovery codes. */
export function SetUpSecondFactor(): ReactElement {
  const [step, setStep] = useState<Step>({ at: 'start' });
  const [error, setError] = useState<unknown>(null);
  const client = useQueryClient();
  // The answers are shown once and belong to no other page, so they do not go through the store of answers.
  const attempt = async (act: () => Promise<Step>) => {
    setError(null);
    try {
      setStep(await act());
    } catch (problem) {
      setError(problem);
    }
  };
  if (step.at === 'codes')
    return <RecoveryCodes codes={step.codes} onDone={() => void client.invalidateQueries()} />;
  if (step.at === 'scan')
    return (
      <Confirm
        setUp={step.setUp}
        error={error}
        onCode={(code) =>
          void attempt(async () => ({
            at: 'codes',
            codes: (await call(confirmSecondFactor, { code })).recoveryCodes,
          }))
        }
      />
    );
  return (
    <>
      <Refused error={error} />
      <button
        type="button"
        className="btn go"
        onClick={() => void attempt(async () => ({ at: 'scan', setUp: await call(setUpSecondFactor, {}) }))}
      >
        Hiện mã QR
      </button>
    </>
  );
}

function Confirm(props: {
  setUp: OutputOf<typeof setUpSecondFactor>;
  error: unknown;
  onCode: (code: string) => void;
}): ReactElement {
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
