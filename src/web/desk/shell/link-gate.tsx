import { type FormEvent, type ReactElement, useState } from 'react';
import {
  createFirstAdministrator,
  usePasswordLink as passwordLink,
} from '../../../modules/identity/contract.ts';
import { refusalCode } from '../../shared/api/call.ts';
import { useCommand } from '../../shared/api/query.ts';
import { Refused } from '../../shared/api/show.tsx';
import { TextField } from '../../shared/components/field.tsx';
import { AppLink } from '../../shared/navigation.tsx';
import { paths } from '../paths.ts';
import { GateCard } from './gate.tsx';

const HINT = 'Ít nhất 12 ký tự. Nên dùng một câu dễ nhớ, có thể có dấu cách và dấu tiếng Việt.';

/**
 * The page of a one-time link. The token stands behind `#`, so that it reaches no server log and no other page.
 */
export function LinkGate({ kind }: { readonly kind: 'password' | 'administrator' }): ReactElement {
  const token = window.location.hash.slice(1);
  if (token === '')
    return (
      <GateCard title="Liên kết không đủ">
        <p>Liên kết này thiếu phần cuối. Mở lại đúng liên kết đã nhận, hoặc xin quản trị cấp liên kết mới.</p>
      </GateCard>
    );
  return kind === 'password' ? <NewPassword token={token} /> : <FirstAdministrator token={token} />;
}

function NewPassword({ token }: { token: string }): ReactElement {
  const [password, setPassword] = useState('');
  const [login, setLogin] = useState<string>();
  const command = useCommand(passwordLink);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setLogin((await command.run({ token, password }))?.login);
  };
  if (login !== undefined) return <Done login={login} />;
  if (refusalCode(command.error) === 'linkNotUsable') return <UsedUp error={command.error} />;
  return (
    <GateCard title="Đặt mật khẩu">
      <form className="form" onSubmit={(event) => void submit(event)}>
        <PasswordField value={password} onText={setPassword} />
        <Refused error={command.error} />
        <button type="submit" className="btn go" disabled={command.isBusy}>
          Đặt mật khẩu
        </button>
      </form>
    </GateCard>
  );
}

function FirstAdministrator({ token }: { token: string }): ReactElement {
  const [typed, setTyped] = useState({ fullName: '', login: '', password: '' });
  const [login, setLogin] = useState<string>();
  const command = useCommand(createFirstAdministrator);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setLogin((await command.run({ token, ...typed }))?.login);
  };
  if (login !== undefined) return <Done login={login} />;
  if (refusalCode(command.error) === 'linkNotUsable') return <UsedUp error={command.error} />;
  return (
    <GateCard title="Tạo quản trị đầu tiên">
      <form className="form" onSubmit={(event) => void submit(event)}>
        <TextField
          label="Họ và tên"
          value={typed.fullName}
          autoComplete="name"
          required
          onText={(fullName) => setTyped({ ...typed, fullName })}
        />
        <TextField
          label="Số điện thoại hoặc tên đăng nhập"
          value={typed.login}
          autoComplete="username"
          required
          onText={(text) => setTyped({ ...typed, login: text })}
        />
        <PasswordField value={typed.password} onText={(password) => setTyped({ ...typed, password })} />
        <Refused error={command.error} />
        <button type="submit" className="btn go" disabled={command.isBusy}>
          Tạo quản trị
        </button>
      </form>
    </GateCard>
  );
}

function PasswordField(props: { value: string; onText: (text: string) => void }): ReactElement {
  return (
    <TextField
      label="Mật khẩu mới"
      hint={HINT}
      type="password"
      value={props.value}
      autoComplete="new-password"
      required
      onText={props.onText}
    />
  );
}

/** A link that was used or whose time is over: nothing more can be typed here. */
function UsedUp({ error }: { error: unknown }): ReactElement {
  return (
    <GateCard title="Liên kết không dùng được">
      <Refused error={error} />
      <p>
        <AppLink className="btn" href={paths.home}>
          Về trang đăng nhập
        </AppLink>
      </p>
    </GateCard>
  );
}

function Done({ login }: { login: string }): ReactElement {
  return (
    <GateCard title="Đã đặt mật khẩu">
      <p>Đăng nhập bằng tên {login} và mật khẩu vừa đặt.</p>
      <p>
        <AppLink className="btn go" href={paths.home}>
          Đăng nhập
        </AppLink>
      </p>
    </GateCard>
  );
}
