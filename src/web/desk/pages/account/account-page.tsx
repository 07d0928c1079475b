import { type FormEvent, type ReactElement, useState } from 'react';
import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import { changePassword, putAwayFirstSteps, showFirstSteps } from '../../../../modules/identity/contract.ts';
import { moveDemoDay } from '../../../../platform/demo/contract.ts';
import { useCommand, useQuestion } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import { openKeyHelp } from '../../../shared/components/key-help.tsx';
import { PageHead, Section } from '../../../shared/components/section.tsx';
import { useToast } from '../../../shared/components/toasts.tsx';
import { type Preferences, prefer, usePreferences } from '../../../shared/preferences.ts';
import { useDemo } from '../../reference.ts';
import { may, useMe } from '../../session.tsx';
import { LeaveQuestion } from '../../shell/leave-question.tsx';
import { Page } from '../../shell/page.tsx';
import { useLeave } from '../../shell/use-leave.ts';
import { WordsLeft } from '../../shell/words-left.tsx';
import { useTitle } from '../../use-address.ts';
import { SecondFactorSection } from './second-factor-section.tsx';

const THEMES: readonly { readonly value: Preferences['theme']; readonly text: string }[] = [
  { value: 'system', text: 'Theo máy' },
  { value: 'light', text: 'Sáng' },
  { value: 'dark', text: 'Tối' },
];

/** One's own account: offices held, password, second factor, sessions, how the screen looks. */
export function AccountPage(): ReactElement {
  const me = useMe();
  useTitle('Tài khoản');
  return (
    <Page>
      <PageHead title="Tài khoản">
        {me.fullName}, tên đăng nhập {me.login}.
      </PageHead>
      <div className="cols cols-376">
        <div className="column">
          <WordsLeft userId={me.userId} hasOffice />
          <PasswordSection />
          <SecondFactorSection />
        </div>
        <div className="column">
          <OfficesSection />
          <ScreenSection />
          <FirstStepsSection />
          <SessionsSection />
          <DemoDaySection />
        </div>
      </div>
    </Page>
  );
}

function OfficesSection(): ReactElement {
  const me = useMe();
  return (
    <Section title="Chức vụ được giao">
      <ul className="who-l">
        {me.assignments.map((held) => (
          <li key={held.id}>
            <b>{held.roleTitle}</b>
            <span className="sub">
              {held.place === '' ? '' : `${held.place}, `}từ {formatDate(held.validFrom)}
              {held.validTo === null ? '' : ` đến ${formatDate(held.validTo)}`}
              {held.decidedBy === null ? '' : `, ${held.decidedBy}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function PasswordSection(): ReactElement {
  const [typed, setTyped] = useState({ current: '', next: '' });
  const command = useCommand(changePassword);
  const toast = useToast();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if ((await command.run(typed)) === undefined) return;
    setTyped({ current: '', next: '' });
    toast({ text: 'Đã đổi mật khẩu. Các thiết bị khác phải đăng nhập lại.' });
  };
  return (
    <Section title="Đổi mật khẩu">
      <form className="form" onSubmit={(event) => void submit(event)}>
        <TextField
          label="Mật khẩu hiện tại"
          type="password"
          autoComplete="current-password"
          value={typed.current}
          required
          onText={(current) => setTyped({ ...typed, current })}
        />
        <TextField
          label="Mật khẩu mới"
          hint="Ít nhất 12 ký tự. Nên dùng một câu dễ nhớ, có thể có dấu cách và dấu tiếng Việt."
          type="password"
          autoComplete="new-password"
          value={typed.next}
          required
          onText={(next) => setTyped({ ...typed, next })}
        />
        <Refused error={command.error} />
        <div className="form-acts">
          <button type="submit" className="btn go" disabled={command.isBusy}>
            Đổi mật khẩu
          </button>
        </div>
      </form>
    </Section>
  );
}

function ScreenSection(): ReactElement {
  const { theme, letterKeys } = usePreferences();
  return (
    <Section title="Màn hình">
      <fieldset className="question">
        <legend>Nền</legend>
        {THEMES.map(({ value, text }) => (
          <label key={value} className="check">
            <input
              type="radio"
              name="theme"
              checked={theme === value}
              onChange={() => prefer({ theme: value })}
            />
            {text}
          </label>
        ))}
      </fieldset>
      <label className="check">
        <input
          type="checkbox"
          checked={letterKeys}
          onChange={(event) => prefer({ letterKeys: event.currentTarget.checked })}
        />
        Dùng phím một chữ (J, K, P, /, ?)
      </label>
      <p className="undo-row">
        <button type="button" className="link" onClick={openKeyHelp}>
          Xem các phím
        </button>
      </p>
    </Section>
  );
}

/** Takes the first steps out again after they were put away. */
function FirstStepsSection(): ReactElement | null {
  const { data } = useQuestion(showFirstSteps, {});
  const putAway = useCommand(putAwayFirstSteps);
  const toast = useToast();
  if (data?.isPutAway !== true) return null;
  const open = async () => {
    if ((await putAway.run({ isPutAway: false })) !== undefined)
      toast({ text: 'Các bước đầu tiên hiện lại ở trang đầu.' });
  };
  return (
    <Section title="Các bước đầu tiên" note="đã cất">
      <p className="form-acts undo-row">
        <button type="button" className="btn" disabled={putAway.isBusy} onClick={() => void open()}>
          Mở lại
        </button>
      </p>
      <Refused error={putAway.error} />
    </Section>
  );
}

/** Moves the demo's day forward, to see sessions come and figures grow old. */
function DemoDaySection(): ReactElement | null {
  const me = useMe();
  const demo = useDemo();
  const [to, setTo] = useState<BusinessDate>();
  const move = useCommand(moveDemoDay);
  if (demo === undefined || !demo.isDemo || !may(me, moveDemoDay)) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (to !== undefined) void move.run({ to });
  };
  return (
    <Section title="Ngày của bản mẫu" note={formatDate(demo.today)}>
      <form className="form" onSubmit={submit}>
        <DateField
          label="Chuyển đến ngày"
          hint="Chỉ chuyển về phía trước, để xem phiên đến và số liệu cũ đi."
          value={to}
          onDate={(day) => {
            setTo(day);
            // What was refused was another day.
            move.reset();
          }}
        />
        <Refused error={move.error} />
        <div className="form-acts">
          <button type="submit" className="btn" disabled={to === undefined || move.isBusy}>
            Chuyển ngày
          </button>
        </div>
      </form>
    </Section>
  );
}

function SessionsSection(): ReactElement {
  const leave = useLeave('everywhere');
  return (
    <Section title="Các thiết bị">
      <p className="small dim">Phiên tự hết sau 30 phút không dùng.</p>
      <p className="form-acts undo-row">
        <button type="button" className="btn" disabled={leave.isBusy} onClick={leave.run}>
          Đăng xuất khỏi mọi thiết bị
        </button>
      </p>
      <LeaveQuestion leave={leave} />
    </Section>
  );
}
