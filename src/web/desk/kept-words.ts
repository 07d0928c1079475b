import { useEffect, useState } from 'react';
import { type Copier, forgetCopies, type Shelf, takeOver, textsOf, unsentOf, withCopies } from './copies.ts';
import type { Unsent } from './unsent.ts';

/** The browser's clock, in milliseconds: how long it keeps something goes by that. */
export const browserNow = (): number => Date.now();

/** The name of the lock that a tab holds as long as it is open, before its id. */
const TAB_LOCK = 'giaoban.tab.';
/** Held while one tab takes over what others have left: of two that open at once only one does. */
const TAKING_LOCK = 'giaoban.takeOver';

/** Where a page leaves its id to the next in its tab. */
const LAST_PAGE = 'words.page';

let copier: Copier | undefined;
let opening: Promise<Copier> | undefined;

/**
 * Where the words of this tab are kept until a server has them: in the tab's storage, which a reload does not empty, with a copy that
 * outlives the tab. A browser without locks, by which a tab is known to live, makes no copies.
 */
export function keptWords(): Shelf {
  return withCopies(window.sessionStorage, copier);
}

/** What a person who leaves would lose: the words of this tab, and those of the others that {@link forgetKeptWords} lets go of. */
export function wordsToLose(userId: string): readonly Unsent[] {
  return unsentOf(window.sessionStorage, window.localStorage, userId);
}

/** The words of a person that are on this machine, by the key under which they are kept, from whichever tab. */
export function textsHere(userId: string): ReadonlyMap<string, string> {
  return textsOf(window.sessionStorage, window.localStorage, userId);
}

/** Lets go of the copies of a person who leaves. */
export function forgetKeptWords(userId: string): void {
  forgetCopies(window.localStorage, userId);
}

/**
 * Whether the words of a person that closed tabs have left are in this one; `onTaken` is told where there were some. Pages wait for
 * it: forms read what is kept when they are first shown.
 */
export function useWordsTakenOver(userId: string, onTaken: () => void): boolean {
  const [readyFor, setReadyFor] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is taken over once for each person, whoever tells of it.
  useEffect(() => {
    // Its pages stand and have read what is kept: what is put beside it now they would write over.
    if (readyFor === userId) return;
    let isHere = true;
    const ready = (taken: number) => {
      if (!isHere) return;
      setReadyFor(userId);
      if (taken > 0) onTaken();
    };
    takeOverWords(userId).then(ready, () => ready(0));
    return () => {
      isHere = false;
    };
  }, [userId]);
  return readyFor === userId;
}

/** @returns how many words were taken over */
async function takeOverWords(userId: string): Promise<number> {
  const { locks } = navigator;
  if (locks === undefined) return 0;
  opening ??= openedTab();
  const ours = await opening;
  copier = ours;
  return locks.request(TAKING_LOCK, async () => {
    const { held = [] } = await locks.query();
    const names = held.flatMap(({ name }) => (name?.startsWith(TAB_LOCK) ? [name] : []));
    const living = new Set(names.map((name) => name.slice(TAB_LOCK.length)));
    // Reloaded, the page before may not have let go of its lock yet.
    living.delete(window.sessionStorage.getItem(LAST_PAGE) ?? '');
    window.sessionStorage.setItem(LAST_PAGE, ours.tabId);
    living.add(ours.tabId);
    return takeOver(window.sessionStorage, ours, { userId, living });
  });
}

/** Gives this page an id and holds its lock until the page is gone. */
async function openedTab(): Promise<Copier> {
  const tabId = crypto.randomUUID();
  await new Promise<void>((held) => {
    void navigator.locks.request(`${TAB_LOCK}${tabId}`, () => {
      held();
      return new Promise<never>(() => undefined);
    });
  });
  return { tabId, shelf: window.localStorage, now: browserNow };
}
