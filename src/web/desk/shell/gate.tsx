import { type FormEvent, type ReactElement, type ReactNode, useRef, useState } from 'react';
import { formatDate } from '../../../kernel/dates.ts';
import { giveSecondFactor, signIn } from '../../../modules/identity/contract.ts';
import { listSamplePeople } from '../../../platform/demo/contract.ts';
import { failureOf, refusalCode } from '../../shared/api/call.ts';
import { useCommand, useQuestion } from '../../shared/api/query.ts';
import { Refused } from '../../shared/api/show.tsx';
import { TextField } from '../../shared/components/field.tsx';
import { BrandSign, Icon } from '../../shared/components/icon.tsx';
import { useDemo } from '../reference.ts';
import { useTitle } from '../use-address.ts';
import { LeaveQuestion } from './leave-question.tsx';
import { SetUpSecondFactor } from './second-factor.tsx';
import { useLeave } from './use-leave.ts';

/**
 * The way in: password, then the code where the office requires one. The address asked for is kept; on a return so is the
 * page itself, out of sight.
 */
export function Gate(props: {
  readonly state: 'signedOut' | 'giveSecondFactor' | 'setUpSecondFactor';
  /** The session ended by itself while pages were open. */
  readonly isReturn: boolean;
}): ReactElement {
  if (props.state === 'signedOut') return <SignIn isReturn={props.isReturn} />;
  return props.state === 'giveSecondFactor' ? <SecondFactor /> : <FirstSecondFactor />;
}

/** The frame of every page before one is signed in. */
export function GateCard({
  title,
  beside,
  children,
}: {
  readonly title: string;
  /** A second part of the card, at its side. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  useTitle(title);
  const demo = useDemo();
  return (
    <main className="gate">
      <div className="gate-card">
        <div className="brand">
          <BrandSign />
          Giao Ban
          {demo?.isDemo === true ? <span className="sample">DỮ LIỆU MẪU</span> : null}
        </div>
        <h1>{title}</h1>
        {children}
      </div>
      {beside}
    </main>
  );
}

function SignIn({ isReturn }: { isReturn: boolean }): ReactElement {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const command = useCommand(signIn);
  const signInButton = useRef<HTMLButtonElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void command.run({ login, password });
  };
  const fill = (sampleLogin: string, samplePassword: string) => {
    setLogin(sampleLogin);
    setPassword(samplePassword);
    signInButton.current?.focus();
  };
  // What was wrong with the pair is said once, under the password; other failures stand above the button.
  const wrong = refusalCode(command.error) === 'signInRefused' ? failureOf(command.error).message : undefined;
  return (
    <GateCard
      title={isReturn ? 'Đăng nhập lại' : 'Đăng nhập'}
      beside={<SamplePeople chosen={login} onChoose={fill} />}
    >
      {isReturn ? <SessionOver /> : null}
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
        <button ref={signInButton} type="submit" className="btn go" disabled={command.isBusy}>
          {command.isBusy ? 'Đang kiểm tra…' : 'Đăng nhập'}
        </button>
      </form>
      <p className="small dim">Quên mật khẩu: nhờ quản trị cấp liên kết đặt lại, dùng một lần.</p>
    </GateCard>
  );
}

function SessionOver(): ReactElement {
  return (
    <p className="notice warn gate-why" role="status">
      <Icon name="clock" />
      <span>
        Phiên làm việc đã hết. Đăng nhập lại là về đúng chỗ đang làm, chữ đang gõ còn nguyên. Người khác đăng
        nhập thì bắt đầu từ đầu.
      </span>
    </p>
  );
}

/** The sample people of the demo: a click fills name and password in. */
function SamplePeople(props: {
  chosen: string;
  onChoose: (login: string, password: string) => void;
}): ReactElement | null {
  const demo = useDemo();
  const { data } = useQuestion(listSamplePeople, {}, { enabled: demo?.isDemo === true });
  if (demo === undefined || data === undefined) return null;
  return (
    <section className="samples" aria-labelledby="samples">
      <h2 id="samples">Đăng nhập thử</h2>
      <p className="small dim">Bấm một người để điền tên và mật khẩu. Ngày mẫu {formatDate(demo.today)}.</p>
      <ul>
        {data.people.map((person) => (
          <li key={person.login}>
            <button
              type="button"
              aria-pressed={person.login === props.chosen}
              onClick={() => props.onChoose(person.login, data.password)}
            >
              <b>{person.login}</b>
              <span>{person.office}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
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
  const leave = useLeave();
  return (
    <>
      <p className="small">
        <button type="button" className="link" disabled={leave.isBusy} onClick={leave.run}>
          Đăng nhập bằng tài khoản khác
        </button>
      </p>
      <LeaveQuestion leave={leave} />
    </>
  );
}
