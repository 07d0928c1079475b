import { useSyncExternalStore } from 'react';

/** The screens that `narrow.css` is for. Paper is never one of them, however narrow the window it is printed from. */
const NARROW = 'screen and (max-width: 760px)';

/** Whether the screen is a phone's, kept as the window changes. For what stands elsewhere there; looks alone are CSS. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(onChange, isNarrow);
}

function isNarrow(): boolean {
  return window.matchMedia(NARROW).matches;
}

function onChange(tell: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', tell);
  return () => query.removeEventListener('change', tell);
}
