import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import type { BusinessDate } from '../../../kernel/dates.ts';
import { formatAge } from '../format.ts';
import { AppLink } from '../navigation.tsx';
import { Icon } from './icon.tsx';
import { Status } from './status.tsx';

/** Nothing here yet: what belongs here, and at most one thing to do. */
export function EmptyState(props: {
  readonly children: ReactNode;
  readonly action?: ReactNode;
}): ReactElement {
  return (
    <div className="empty">
      <p>{props.children}</p>
      {props.action}
    </div>
  );
}

/** What went wrong, in words for the person: what failed, what is kept, and the code to name when asking for help. */
export type Failure = {
  readonly message: string;
  readonly kept?: string;
  /** A way out where asking again would not help. */
  readonly instead?: { readonly text: string; readonly href: string };
  readonly reference?: string | undefined;
};

/** A failure: what failed, what is kept, Thử lại, and the code that is found in the log. */
export function ErrorState(props: {
  readonly failure: Failure;
  readonly onRetry?: () => void;
}): ReactElement {
  const { message, kept, instead, reference } = props.failure;
  return (
    <div className="failed" role="alert">
      <Status tone="bad" icon="warning">
        <b>{message}</b>
      </Status>
      {kept === undefined ? null : <p>{kept}</p>}
      <p className="failed-acts">
        {instead === undefined ? null : (
          <AppLink className="btn sm" href={instead.href}>
            {instead.text}
          </AppLink>
        )}
        {props.onRetry === undefined || instead !== undefined ? null : (
          <button type="button" className="btn sm" onClick={props.onRetry}>
            Thử lại
          </button>
        )}
        {reference === undefined ? null : <span className="small dim">Mã lỗi {reference}</span>}
      </p>
    </div>
  );
}

const TEXT_AFTER_MS = 1000;

/**
 * Rows to come: they keep their height from the start and say so in words after one second. How far it is is said where
 * that is known, as while a list is fetched for the printer.
 */
export function LoadingRows(props: { readonly rows: number; readonly tall?: boolean }): ReactElement {
  const hasWords = useElapsed(TEXT_AFTER_MS);
  return (
    <div className={props.tall ? 'loading loading-tall' : 'loading'} aria-busy="true">
      <span className="loading-words" role="status">
        {hasWords ? 'Đang tải…' : ''}
      </span>
      {Array.from({ length: props.rows }, (_, row) => `row-${row}`).map((key) => (
        <span key={key} className="loading-row" />
      ))}
    </div>
  );
}

/** "Số liệu 31/10/2026, cũ 22 ngày". */
export function StaleNote(props: {
  readonly dataDate: BusinessDate;
  readonly today: BusinessDate;
}): ReactElement {
  return <AgeNote words={formatAge(props.dataDate, props.today)} />;
}

/** How old figures are, in words that say as of when. */
export function AgeNote(props: { readonly words: string }): ReactElement {
  return (
    <span className="stale small">
      <Icon name="clock" />
      {props.words}
    </span>
  );
}

function useElapsed(delayMs: number): boolean {
  const [elapsed, setElapsed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setElapsed(true), delayMs);
    return () => clearTimeout(timer);
  }, [delayMs]);
  return elapsed;
}
