import { useRouterState } from '@tanstack/react-router';
import { type ReactElement, type ReactNode, useEffect } from 'react';
import { formatDate } from '../../../kernel/dates.ts';
import { Icon } from '../../shared/components/icon.tsx';
import { BelowHead } from '../../shared/components/section.tsx';
import { useShortcut } from '../../shared/keys/use-shortcut.ts';
import { FirstSteps } from '../first-steps/first-steps.tsx';
import { useDemo } from '../reference.ts';
import { useMe } from '../session.tsx';
import { useSearchParams } from '../use-address.ts';
import { ignoredIn } from './ignored.ts';
import { SearchBox } from './search-box.tsx';
import { WordsOutOfReach } from './words-left.tsx';

/**
 * One page: the bar at its top, then its main part. `tools` stand at the left of the bar (place and date), the
 * search and the print button at its right.
 */
export function Page(props: {
  readonly tools?: ReactNode;
  /** In place of the search and the print button. */
  readonly right?: ReactNode;
  /** What "In A4", P and Ctrl+P do, where a page holds more than is on the screen; otherwise it is printed as it stands. */
  readonly onPrint?: (() => void) | undefined;
  readonly children: ReactNode;
}): ReactElement {
  const me = useMe();
  const demo = useDemo();
  const print = usePrint(props.onPrint);
  return (
    <>
      <header className="top">
        {props.tools}
        {/* On a phone the navigation, which carries the mark, is folded away. */}
        {demo?.isDemo === true ? (
          <span className="top-sample">
            <span className="sample">DỮ LIỆU MẪU</span> {formatDate(demo.today)}
          </span>
        ) : null}
        {props.right ?? (
          <>
            <SearchBox />
            <PrintButton print={print} />
          </>
        )}
      </header>
      <main className="main" id="noi-dung" tabIndex={-1}>
        <p className="print-head">
          <span>
            {me.acting.place === '' ? me.acting.roleTitle : me.acting.place}
            {demo?.isDemo ? ` · DỮ LIỆU MẪU, ngày mẫu ${formatDate(demo.today)}` : ''}
          </span>
          <span>Giao Ban</span>
        </p>
        <Ignored />
        <WordsOutOfReach />
        <BelowHead value={<FirstSteps />}>{props.children}</BelowHead>
      </main>
    </>
  );
}

/** Pages that are of one commune: without one in their address, of the first in reach. */
const OF_ONE_COMMUNE = ['/lich', '/giao-ban'];

/** What of the address the page could not follow. */
function Ignored(): ReactElement | null {
  const { communes } = useMe();
  const search = useSearchParams();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [first] = communes;
  const isOfFirst = communes.length === 1 || OF_ONE_COMMUNE.includes(path);
  const instead = isOfFirst && first !== undefined ? first.name : 'mọi xã được giao';
  const sentences = ignoredIn(search, { communeCodes: communes.map(({ code }) => code), instead });
  if (sentences.length === 0) return null;
  return (
    <p className="notice warn no-print" role="status">
      <span>{sentences.join(' ')}</span>
    </p>
  );
}

/** Prints the page on A4. The keys do the same. */
function PrintButton({ print }: { readonly print: () => void }): ReactElement {
  return (
    <button type="button" className="btn print-open" onClick={print}>
      <Icon name="print" />
      In A4
    </button>
  );
}

/**
 * How the page is printed: as it stands, or the way it says; by P, and where it says a way by the browser's own key too.
 *
 * @returns what its button does
 */
function usePrint(onPrint: (() => void) | undefined): () => void {
  const print = onPrint ?? (() => window.print());
  useShortcut('p', print);
  useEffect(() => {
    if (onPrint === undefined) return;
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'p') return;
      event.preventDefault();
      onPrint();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [onPrint]);
  return print;
}
