import type { ReactElement, ReactNode } from 'react';
import { ErrorState, LoadingRows } from '../components/states.tsx';
import { failureOf, isNothingThere } from './call.ts';
import type { Answer } from './query.ts';

/** Shows an answer when it is there; until then rows of the same height, or what failed. */
export function Show<T>(props: {
  readonly answer: Answer<T>;
  readonly rows?: number;
  /** Shown where the server says that there is nothing at this address: asking again would not help. */
  readonly nothing?: ReactNode;
  readonly children: (data: T) => ReactNode;
}): ReactElement {
  const { data, error, again } = props.answer;
  if (data !== undefined)
    return (
      <>
        <NotRefreshed error={error} again={again} />
        {props.children(data)}
      </>
    );
  if (props.nothing !== undefined && isNothingThere(error)) return <>{props.nothing}</>;
  if (error !== null && error !== undefined) return <ErrorState failure={failureOf(error)} onRetry={again} />;
  return <LoadingRows rows={props.rows ?? 8} />;
}

/** The answer stands from before: asking again failed, and the page says so. */
function NotRefreshed({ error, again }: { error: unknown; again: () => void }): ReactElement | null {
  if (error === null || error === undefined) return null;
  const { message, reference } = failureOf(error);
  const kept = 'Trang đang hiện những gì đã tải trước đó.';
  return <ErrorState failure={{ message, kept, reference }} onRetry={again} />;
}

/** What a command was refused with, above its buttons. */
export function Refused({ error }: { readonly error: unknown }): ReactElement | null {
  if (error === null || error === undefined) return null;
  return <ErrorState failure={failureOf(error)} />;
}
