import { useState } from 'react';
import { useMeeting } from './meeting.tsx';
import { readDraft, writeDraft } from './outbox.ts';

/** A form that is open or closed, and open again after a reload while something typed stands in it. */
export type KeptForm = {
  readonly name: string;
  readonly isOpen: boolean;
  /** Opens it; with a draft where something is to be mended. */
  readonly open: (draft?: unknown) => void;
  /** Closes it and lets go of what was typed. */
  readonly close: () => void;
};

/** The form of a name, which is unique in a briefing. */
export function useKeptForm(name: string): KeptForm {
  const { place } = useMeeting();
  const [isOpen, setOpen] = useState(() => isDrafted(readDraft(window.sessionStorage, place, name)));
  return {
    name,
    isOpen,
    open: (draft) => {
      if (draft !== undefined) writeDraft(window.sessionStorage, place, name, draft);
      setOpen(true);
    },
    close: () => {
      writeDraft(window.sessionStorage, place, name, undefined);
      setOpen(false);
    },
  };
}

/** Whether a form of one of these names has something typed in it, when the page is opened. */
export function useIsDrafted(names: readonly string[]): boolean {
  const { place } = useMeeting();
  const [isAny] = useState(() =>
    names.some((name) => isDrafted(readDraft(window.sessionStorage, place, name))),
  );
  return isAny;
}

function isDrafted(draft: unknown): boolean {
  return draft !== undefined;
}

/**
 * What stands in the fields of a form, kept in the tab with every key: a reload or a closed lid loses nothing.
 *
 * @param start what stands there while nothing was typed; the ids and versions in it are kept with what is typed
 */
export function useDraft<T>(name: string, start: () => T): readonly [T, (changed: Partial<T>) => void] {
  const { place } = useMeeting();
  const [draft, setDraft] = useState(() => readDraft<T>(window.sessionStorage, place, name) ?? start());
  const change = (changed: Partial<T>) => {
    const next = { ...draft, ...changed };
    setDraft(next);
    writeDraft(window.sessionStorage, place, name, next);
  };
  return [draft, change];
}
