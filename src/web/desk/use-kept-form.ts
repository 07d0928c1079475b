import { useEffect, useRef, useState } from 'react';
import { keptWords } from './kept-words.ts';
import { type KeptAt, keepTyped, keptOf, unsentKey } from './unsent.ts';

/** A form that is open or closed, and open again after a reload while something typed stands in it. */
export type KeptForm = {
  readonly name: string;
  readonly isOpen: boolean;
  /**
   * What somebody did with it since the page stands, nothing where it is open from before. The button that opens a form goes while it is
   * open: the keyboard goes to the first field of a form that was opened, and to the button of one that was closed.
   */
  readonly moved: 'opened' | 'closed' | null;
  /** Opens it; with a draft where something is to be mended. */
  readonly open: (draft?: unknown) => void;
  /** Closes it and lets go of what was typed. */
  readonly close: () => void;
  /**
   * Sends what stands in it, lets go of that as soon as the server has it, and closes it once the page shows it. What was typed on
   * meanwhile stays, and the form with it [GV152].
   *
   * @param give gives the command: calls `onTaken` when it has its answer, and answers `undefined` or `false` where it was refused
   * @param goOn gives the fields the ids and the version under which what is typed on goes to the server
   * @returns whether it closed
   */
  readonly send: (give: (onTaken: () => void) => Promise<unknown>, goOn?: () => void) => Promise<boolean>;
};

const FIELDS = 'input, textarea, select';

/**
 * The `ref` of what has the keyboard as soon as it stands there; one function for all, so that it is called once. Whoever types in another
 * field by then, since an answer was long on its way, goes on typing there.
 */
export function takeKeyboard(element: HTMLElement | null): void {
  if (document.activeElement?.matches(FIELDS) !== true) element?.focus();
}

/** The `ref` of a form whose first field has the keyboard as soon as it stands there. */
export function takeFirstField(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>(FIELDS)?.focus();
}

/**
 * The form of a name, which is unique where it is kept.
 *
 * @param onClosed hears its name each time it is closed
 */
export function useKeptFormAt(at: KeptAt, name: string, onClosed?: (name: string) => void): KeptForm {
  const [isOpen, setOpen] = useState(() => isTypedAt(at, name));
  const [moved, setMoved] = useState<KeptForm['moved']>(null);
  // Its button has the keyboard by now. Drawn anew, as when a line that waited has been sent, it would take it from where it is.
  useEffect(() => {
    if (moved === 'closed') setMoved(null);
  }, [moved]);
  const textNow = () => keptWords().getItem(unsentKey(at.kind, at, name));
  const letGo = () => keepTyped(keptWords(), at, name, undefined);
  const close = () => {
    letGo();
    setOpen(false);
    setMoved('closed');
    onClosed?.(name);
  };
  return {
    name,
    isOpen,
    moved,
    open: (draft) => {
      if (draft !== undefined) keepTyped(keptWords(), at, name, draft);
      setOpen(true);
      setMoved('opened');
    },
    close,
    send: async (give, goOn) => {
      const sent = textNow();
      const done = await give(() => {
        const standing = textNow();
        // Closed by the person meanwhile: nothing goes on.
        if (standing === null && sent !== null) return;
        goOn?.();
        if (standing === sent) letGo();
      });
      if (done === undefined || done === false || textNow() !== null) return false;
      close();
      return true;
    },
  };
}

/** Whether something typed stands in the form of a name, now. */
export function isTypedAt(at: KeptAt, name: string): boolean {
  return keptOf(keptWords(), at.kind, at, name) !== undefined;
}

/**
 * What stands in the fields of a form, kept in the tab with every key: a reload or a closed lid loses nothing, nor do two changes before
 * the page is drawn anew.
 *
 * @param start what stands there while nothing was typed; the ids and versions in it are kept with what is typed
 */
export function useTypedAt<T>(
  at: KeptAt,
  name: string,
  start: () => T,
): readonly [T, (changed: Partial<T>) => void] {
  const [typed, setTyped] = useState(() => ({
    ...start(),
    ...keptOf<Partial<T>>(keptWords(), at.kind, at, name),
  }));
  const newest = useRef(typed);
  const change = (changed: Partial<T>) => {
    const next = { ...newest.current, ...changed };
    newest.current = next;
    setTyped(next);
    keepTyped(keptWords(), at, name, next);
  };
  return [typed, change];
}
