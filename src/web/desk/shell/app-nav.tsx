import { useRouterState } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { formatDate } from '../../../kernel/dates.ts';
import { officeText } from '../../../kernel/role.ts';
import { listGroups } from '../../../modules/groups/contract.ts';
import { switchAssignment } from '../../../modules/identity/contract.ts';
import { publishImport, showSummary } from '../../../modules/portfolio/contract.ts';
import { moveDemoDay } from '../../../platform/demo/contract.ts';
import { useCommand, useQuestion } from '../../shared/api/query.ts';
import { BrandSign, Icon } from '../../shared/components/icon.tsx';
import { formatInteger } from '../../shared/format.ts';
import { AppLink, useNavigation } from '../../shared/navigation.tsx';
import { prefer, usePreferences } from '../../shared/preferences.ts';
import { paths } from '../paths.ts';
import { useDemo } from '../reference.ts';
import { type Me, may, useMe } from '../session.tsx';
import { useAddressParams, useSearchParams } from '../use-address.ts';
import { LeaveQuestion } from './leave-question.tsx';
import { addressOf, communeLookedAt, ITEMS, type Item } from './nav-items.ts';
import { useLeave } from './use-leave.ts';

const BAR_ITEMS = 3;
/** What the bar of a phone has for those who bring no figures: the month, the meeting, and what is asked of them. */
const ON_THE_WAY: readonly string[] = [paths.home, paths.briefings(), paths.tasks()];

/** A meeting needs the whole width: there the navigation is its icons, as wide as they are. */
const MEETING_PAGE = /^\/giao-ban\/[^/]+\/[^/]+$/;

/** The navigation: who is acting, the pages that office has, its own settings. On a phone, a bar at the bottom. */
export function AppNav(): ReactElement {
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const isSlim = MEETING_PAGE.test(path);
  const groups = useGroupCount(me);
  const lookedAt = useCommuneLookedAt(me);
  const parts = ITEMS.map((items) => items.filter((item) => may(me, item.needs)));
  // The page stands behind the last button, which is then the one that says where the person is.
  const bar = barOf(parts.flat(), me);
  const isBeyondBar = parts.flat().some((item) => !bar.includes(item) && isCurrent(item, path));
  const link = (item: Item) => (
    <AppLink
      key={item.href}
      href={addressOf(item, lookedAt)}
      aria-current={isCurrent(item, path) ? 'page' : undefined}
      onClick={() => setOpen(false)}
      title={isSlim ? item.text : undefined}
    >
      <Icon name={item.icon} />
      <span className="nav-text">{item.text}</span>
      {item.href === paths.groups() && groups !== undefined ? (
        <span className="k">{formatInteger(groups)}</span>
      ) : null}
    </AppLink>
  );
  return (
    <nav className={`nav${isOpen ? ' is-open' : ''}${isSlim ? ' is-slim' : ''}`} aria-label="Chính">
      <div className="drawer-part">
        <div className="brand">
          <BrandSign />
          <span className="nav-text">Giao Ban</span>
        </div>
        <Who me={me} />
        {parts.map((items, index) =>
          items.length === 0 ? null : (
            <div key={items[0]?.href} className="nav-part">
              {index > 0 && (parts[0]?.length ?? 0) > 0 ? <div className="gap" /> : null}
              {items.map(link)}
            </div>
          ),
        )}
        <Foot isSlim={isSlim} />
      </div>
      <div className="bar">
        {bar.map(link)}
        <button
          type="button"
          aria-expanded={isOpen}
          aria-current={isBeyondBar ? 'true' : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name={isOpen ? 'cross' : 'menu'} />
          {isOpen ? 'Đóng' : 'Thêm'}
        </button>
      </div>
    </nav>
  );
}

/** The commune last looked at stays while pages that are of none are walked through. */
function useCommuneLookedAt(me: Me): string | undefined {
  const { commune } = useAddressParams();
  const { xa } = useSearchParams();
  const [before, setBefore] = useState<string>();
  const code = communeLookedAt(me.communes, { named: commune ?? xa, before });
  if (code !== before) setBefore(code);
  return code;
}

function barOf(items: readonly Item[], me: Me): readonly Item[] {
  const chosen = may(me, publishImport) ? items : items.filter(({ href }) => ON_THE_WAY.includes(href));
  return (chosen.length < BAR_ITEMS ? items : chosen).slice(0, BAR_ITEMS);
}

function Who({ me }: { me: Me }): ReactElement {
  const choose = useCommand(switchAssignment);
  const { go } = useNavigation();
  const change = async (assignmentId: string) => {
    const chosen = me.assignments.find((held) => held.id === assignmentId);
    if (chosen !== undefined && (await choose.run({ assignmentId: chosen.id })) !== undefined) go(paths.home);
  };
  return (
    <div className="who">
      <b>{me.fullName}</b>
      {me.assignments.length > 1 ? (
        <>
          <select
            className="input"
            aria-label="Chức vụ đang dùng"
            value={me.acting.id}
            disabled={choose.isBusy}
            onChange={(event) => void change(event.currentTarget.value)}
          >
            {me.assignments.map((held) => (
              <option key={held.id} value={held.id}>
                {officeText(held.role, held.place)}
              </option>
            ))}
          </select>
          {/* The field cuts off before what tells two offices apart. */}
          <span>{officeText(me.acting.role, me.acting.place)}</span>
        </>
      ) : (
        <span>
          {me.acting.roleTitle}
          <br />
        </span>
      )}
      <DemoMark me={me} />
    </div>
  );
}

/** The demo mark and the demo's own day. */
function DemoMark({ me }: { me: Me }): ReactElement | null {
  const demo = useDemo();
  if (demo === undefined || !demo.isDemo) return null;
  return (
    <>
      <span className="sample">DỮ LIỆU MẪU</span>
      {may(me, moveDemoDay) ? (
        <AppLink className="demo-day" href={paths.account} title="Ngày của bản mẫu, chuyển ở trang Tài khoản">
          Ngày mẫu {formatDate(demo.today)}
        </AppLink>
      ) : (
        <span className="demo-day">Ngày mẫu {formatDate(demo.today)}</span>
      )}
    </>
  );
}

const NEXT_THEME = { system: 'light', light: 'dark', dark: 'system' } as const;
const THEME_WORDS = { system: 'Nền theo máy', light: 'Nền sáng', dark: 'Nền tối' } as const;

function Foot({ isSlim }: { isSlim: boolean }): ReactElement {
  const { theme } = usePreferences();
  const leave = useLeave();
  return (
    <div className="foot">
      <AppLink href={paths.account} title={isSlim ? 'Tài khoản' : undefined}>
        <Icon name="edit" />
        <span className="nav-text">Tài khoản</span>
      </AppLink>
      <button type="button" onClick={() => prefer({ theme: NEXT_THEME[theme] })} title="Đổi nền sáng, tối">
        <Icon name="moon" />
        <span className="nav-text">{THEME_WORDS[theme]}</span>
      </button>
      <button
        type="button"
        disabled={leave.isBusy}
        onClick={leave.run}
        title={isSlim ? 'Đăng xuất' : undefined}
      >
        <Icon name="exit" />
        <span className="nav-text">Đăng xuất</span>
      </button>
      <LeaveQuestion leave={leave} />
    </div>
  );
}

function useGroupCount(me: Me): number | undefined {
  const only = me.communes.length === 1 ? me.communes[0] : undefined;
  const { data } = useQuestion(showSummary, only === undefined ? {} : { communeId: only.id }, {
    enabled: may(me, showSummary) && may(me, listGroups),
  });
  return data?.rows[0]?.now.groups;
}

function isCurrent(item: Item, path: string): boolean {
  if (item.href === path) return true;
  return item.below.some((start) => path === start || path.startsWith(`${start}/`));
}
