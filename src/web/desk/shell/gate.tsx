import { type FormEvent, type ReactElement, type ReactNode, useState } from 'react';
import { giveSecondFactor, signIn, signOut } from '../../../modules/identity/contract.ts';
import { failureOf, refusalCode } from '../../shared/api/call.ts';
import { useCommand } from '../../shared/api/query.ts';
import { Refused } from '../../shared/api/show.tsx';
import { TextField } from '../../shared/components/field.tsx';
import { BrandSign } from '../../shared/components/icon.tsx';
import { useDemo } from '../reference.ts';
import { useTitle } from '../use-address.ts';
import { SetUpSecondFactor } from './second-factor.tsx';

/** The way in: password, then the code where the office requires one. The address asked for is kept. */
export function Gate(props: {
  readonly state: 'signedOut' | 'giveSecondFactor' | 'setUpSecondFactor';
}): ReactElement {
  if (props.state === 'signedOut') return <SignIn />;
  return props.state === 'giveSecondFactor' ? <SecondFactor /> : <FirstSecondFactor />;
}

/** The frame of every page before one is signed in. */
export function GateCard({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement {
  useTitle(title);
  return (
    <main className="gate">
      <div className="gate-card">
        <div className="brand">
          <BrandSign />
          Giao Ban
        </div>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}

function SignIn(): ReactElement {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const command = useCommand(signIn);
  const demo = useDemo();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void command.run({ login, password });
  };
  // What was wrong with the pair is said once, under the password; other failures stand above the button.
  const wrong = refusalCode(command.error) === 'signInRefused' ? failureOf(command.error).message : undefined;
  return (
    <GateCard title="Đăng nhập">
      <form className="form" onSubmit={submit}>
        <TextField
          label="Số điện thoại hoặc tên đăng nhập"
          value={login}
          autoComplete="username"
          autoFocus
          required
          onText={setLogin}
        />
        <TextField
          label="Mật khẩu"
          type="password"
          value={password}
          autoComplete="current-password"
          required
          error={wrong}
          onText={setPassword}
        />
        {wrong === undefined ? <Refused error={command.error} /> : null}
        <button type="submit" className="btn go" disabled={command.isBusy}>
          {command.isBusy ? 'Đang kiểm tra…' : 'Đăng nhập'}
        </button>
      </form>
      {demo?.isDemo ? (
        <p className="small">
          <span className="sample">DỮ LIỆU MẪU</span> Tên và mật khẩu mẫu có ở dòng máy chủ in ra khi khởi
          động.
        </p>
      ) : null}
      <p className="small dim">Quên mật khẩu: nhờ quản trị cấp liên kết đặt lại, dùng một lần.</p>
    </GateCard>
  );
}

function SecondFactor(): ReactElement {
  const [code, setCode] = useState('');
  const command = useCommand(giveSecondFactor);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void command.run({ code });
  };
  return (
    <GateCard title="Mã xác thực">
      <form className="form" onSubmit={submit}>
        <TextField
          label="Mã 6 chữ số trên ứng dụng xác thực"
          hint="Mất điện thoại thì nhập một mã dự phòng."
          value={code}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          required
          error={command.error === null ? undefined : failureOf(command.error).message}
          onText={setCode}
        />
        <button type="submit" className="btn go" disabled={command.isBusy}>
          Tiếp tục
        </button>
      </form>
      <BackToSignIn />
    </GateCard>
  );
}

function FirstSecondFactor(): ReactElement {
  return (
    <GateCard title="Bật mã xác thực">
      <p className="dim">
        Chức vụ này bắt buộc có mã xác thực. Cài một ứng dụng xác thực trên điện thoại, rồi làm hai bước.
      </p>
      <SetUpSecondFactor />
      <BackToSignIn />
    </GateCard>
  );
}

function BackToSignIn(): ReactElement {
  const leave = useCommand(signOut);
  return (
    <p className="small">
      <button type="button" className="link" onClick={() => void leave.run({})}>
        Đăng nhập bằng tài khoản khác
      </button>
    </p>
  );
}
