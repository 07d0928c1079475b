import { type AnyRouter, useRouter } from '@tanstack/react-router';
import { type ReactElement, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useToast } from '../../shared/components/toasts.tsx';
import { type Navigation, NavigationProvider } from '../../shared/navigation.tsx';
import { type VersionThere, versionThere } from '../version.ts';

/** Why the page that was chosen is not shown yet; `href` is its address. */
type Held = { readonly why: 'slow' | 'unreachable' | 'newer'; readonly href: string };

const SLOW_AFTER_MS = 500;
/** Left in the tab over the change to a newer version, which is then told. */
const CHANGED_VERSION = 'giaoban.changedVersion';

const WORDS: Readonly<Record<Held['why'], string>> = {
  slow: 'Đang mở trang…',
  unreachable: 'Chưa mở được trang vừa chọn: không kết nối được với máy chủ. Trang đang xem còn nguyên.',
  newer:
    'Giao Ban có bản mới. Chữ đang gõ trên trang này còn nguyên: ghi lại trước, rồi chuyển sang bản mới.',
};

/**
 * Gives the desk its way of moving: a page is left only when the code of the next one is there. Without a network the page
 * stays and says so. Where the server has a newer version, whose predecessor's code is gone, the next page is loaded from
 * it; where something was typed on this one, only when the person says so.
 */
export function WayProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const { go, held, forget } = useWay();
  const navigation = useMemo<Navigation>(() => ({ go: (href) => void go(href) }), [go]);
  useToldChange();
  return (
    <NavigationProvider navigation={navigation}>
      {children}
      {held === undefined ? null : <HeldNotice held={held} again={go} forget={forget} />}
    </NavigationProvider>
  );
}

function useWay() {
  const router = useRouter();
  const hasTyped = useHasTyped();
  const [held, setHeld] = useState<Held>();
  const lastTried = useRef('');
  const go = useCallback(
    async (href: string, mayChange = false) => {
      lastTried.current = href;
      const slow = window.setTimeout(() => setHeld({ why: 'slow', href }), SLOW_AFTER_MS);
      const there = await codeThere(router, href);
      window.clearTimeout(slow);
      // Another page was chosen meanwhile: that choice holds.
      if (lastTried.current !== href) return;
      if (there === 'unreachable' || (there === 'newer' && hasTyped() && !mayChange))
        return setHeld({ why: there, href });
      setHeld(undefined);
      if (there === 'here') return router.history.push(href);
      // The browser does not ask again for a script that did not arrive; the next page does.
      if (there === 'newer') window.sessionStorage.setItem(CHANGED_VERSION, 'yes');
      window.location.assign(href);
    },
    [router, hasTyped],
  );
  const forget = () => {
    lastTried.current = '';
    setHeld(undefined);
  };
  return { go, held, forget };
}

/** Loads the code of a page; `here` when it has arrived, otherwise what the server says instead. */
async function codeThere(router: AnyRouter, href: string): Promise<'here' | VersionThere> {
  const { pathname } = new URL(href, window.location.origin);
  const load = router.getMatchedRoutes(pathname)[2]?.options.staticData?.code?.load;
  return load === undefined || (await load()) ? 'here' : versionThere();
}

function useToldChange(): void {
  const show = useToast();
  useEffect(() => {
    if (window.sessionStorage.getItem(CHANGED_VERSION) === null) return;
    window.sessionStorage.removeItem(CHANGED_VERSION);
    show({ text: 'Giao Ban có bản mới, và đã chuyển sang bản mới.' });
  }, [show]);
}

/** Whether something was typed or chosen on the page as it stands. What has been written since counts too: it is asked once more. */
function useHasTyped(): () => boolean {
  const typedAt = useRef('');
  useEffect(() => {
    const note = ({ target }: Event) => {
      if (target instanceof Element && target.closest('main:not(.gate)') !== null)
        typedAt.current = window.location.pathname;
    };
    document.addEventListener('input', note, true);
    return () => document.removeEventListener('input', note, true);
  }, []);
  return useCallback(() => typedAt.current === window.location.pathname, []);
}

function HeldNotice(props: {
  held: Held;
  again: (href: string, mayChange: boolean) => Promise<void>;
  forget: () => void;
}): ReactElement {
  const { why, href } = props.held;
  return (
    <div className="toasts" role={why === 'slow' ? 'status' : 'alert'}>
      <p className="toast">
        {WORDS[why]}
        {why === 'slow' ? null : (
          <button type="button" onClick={() => void props.again(href, why === 'newer')}>
            {why === 'newer' ? 'Chuyển sang bản mới' : 'Thử lại'}
          </button>
        )}
        <button type="button" onClick={props.forget}>
          {why === 'slow' ? 'Thôi' : 'Đóng'}
        </button>
      </p>
    </div>
  );
}
