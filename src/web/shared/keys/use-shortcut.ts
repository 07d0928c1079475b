import { useEffect, useRef } from 'react';
import { preferences } from '../preferences.ts';

/** What a pressed key did not come with: a field that wants the letter itself. */
const FIELDS = 'input, textarea, select, [contenteditable="true"]';

/**
 * Runs `act` when the key is pressed anywhere on the page outside a field. Single letters can be switched off by
 * the person; `Ctrl+Enter` cannot, and works inside fields too.
 *
 * @param key as `KeyboardEvent.key` in lower case, or `Ctrl+Enter`
 */
export function useShortcut(key: string, act: (event: KeyboardEvent) => void, enabled = true): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent) => {
      if (!matches(event, key)) return;
      event.preventDefault();
      latest.current(event);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [key, enabled]);
}

function matches(event: KeyboardEvent, key: string): boolean {
  if (event.defaultPrevented || event.altKey || event.metaKey) return false;
  if (document.querySelector('dialog[open]') !== null) return false;
  if (key === 'Ctrl+Enter') return event.ctrlKey && event.key === 'Enter';
  if (event.ctrlKey) return false;
  const inField = event.target instanceof Element && event.target.closest(FIELDS) !== null;
  return !inField && preferences().letterKeys && event.key.toLowerCase() === key;
}
