import { useSyncExternalStore } from 'react';

/** What a person chose for this browser. Nothing of the product's data is kept here. */
export type Preferences = {
  /** `system` follows the machine; paper is always light. */
  readonly theme: 'system' | 'light' | 'dark';
  /** Whether single letters act outside fields. */
  readonly letterKeys: boolean;
};

const KEYS = { theme: 'giaoban.theme', letterKeys: 'giaoban.letterKeys' } as const;
const listeners = new Set<() => void>();
let current: Preferences | undefined;

/** The preferences, live: a change shows everywhere at once. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, preferences);
}

/** The preferences now. */
export function preferences(): Preferences {
  current ??= { theme: storedTheme(), letterKeys: read(KEYS.letterKeys) !== 'off' };
  return current;
}

/** Changes some of the preferences and keeps them for this browser. */
export function prefer(change: Partial<Preferences>): void {
  current = { ...preferences(), ...change };
  write(KEYS.theme, current.theme);
  write(KEYS.letterKeys, current.letterKeys ? 'on' : 'off');
  applyTheme(current.theme);
  for (const listener of listeners) listener();
}

/** Puts the chosen theme on the root; the style sheet does the rest. */
export function applyTheme(theme: Preferences['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function storedTheme(): Preferences['theme'] {
  const stored = read(KEYS.theme);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

// A browser may forbid storage altogether; the choice then lasts as long as the page.
function read(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    window.localStorage.setItem(key, value);
  } catch {
    return;
  }
}
