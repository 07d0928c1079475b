import { KEY_OF_WORDS, type Store, type Unsent, unsentIn } from './unsent.ts';

/** A browser's storage, looked through as a whole. */
export type Shelf = Store & Pick<Storage, 'length' | 'key'>;

/** What is typed in a tab lives as long as the tab; a copy of it outlives the tab, under the tab's own id. */
const COPY = /^giaoban\.copy\.([^.]+)\.(.+)$/;

/** Longer than from one meeting to the next: what nobody came back for until then is let go. */
const KEPT_MS = 45 * 24 * 60 * 60 * 1000;

type Copied = { readonly at: number; readonly text: string };

/** Who copies, where to, and when. */
export type Copier = { readonly tabId: string; readonly shelf: Shelf; readonly now: () => number };

/** The tab's storage, each of whose words is also written where it outlives the tab; without a copier it is the tab's alone. */
export function withCopies(tab: Shelf, copier: Copier | undefined): Shelf {
  return {
    get length() {
      return tab.length;
    },
    key: (at) => tab.key(at),
    getItem: (key) => tab.getItem(key),
    setItem: (key, text) => {
      tab.setItem(key, text);
      if (copier !== undefined && KEY_OF_WORDS.test(key)) writeCopy(copier, key, text);
    },
    removeItem: (key) => {
      tab.removeItem(key);
      copier?.shelf.removeItem(copyKey(copier.tabId, key));
    },
  };
}

/**
 * Takes over what a person typed in tabs that are gone, and lets go of what is too old, whoever's it is. What a tab that lives has, it
 * keeps. Where this tab has other words in the same form, the others stay for a tab that has not.
 *
 * @param living the ids of the tabs that are open
 * @returns how many words were taken over that this tab did not have
 */
export function takeOver(
  tab: Shelf,
  copier: Copier,
  { userId, living }: { readonly userId: string; readonly living: ReadonlySet<string> },
): number {
  const words = withCopies(tab, copier);
  // After a reload the tab has its words, and the copies are under the id of the page before.
  for (const key of keysOf(tab)) if (KEY_OF_WORDS.test(key)) words.setItem(key, tab.getItem(key) ?? '');
  let taken = 0;
  for (const copy of keysOf(copier.shelf)) {
    const [, tabId, key] = COPY.exec(copy) ?? [];
    if (tabId === undefined || key === undefined || living.has(tabId)) continue;
    const kept = copiedIn(copier.shelf.getItem(copy));
    const isOld = kept === undefined || copier.now() - kept.at > KEPT_MS;
    if (!isOld && KEY_OF_WORDS.exec(key)?.[2] !== userId) continue;
    const merged = isOld ? undefined : mergedWords(tab.getItem(key), kept.text);
    if (!isOld && merged === undefined) continue;
    if (merged !== undefined && merged !== tab.getItem(key)) {
      words.setItem(key, merged);
      taken += 1;
    }
    copier.shelf.removeItem(copy);
  }
  return taken;
}

/**
 * What of a person's words would be lost with a tab's storage and with all that was copied for them: what other tabs hold, or held and
 * left, is the person's too. Lines that wait are counted once, whoever holds them.
 */
export function unsentOf(tab: Shelf, shelf: Shelf, userId: string): readonly Unsent[] {
  const texts = textsOf(tab, shelf, userId);
  const keys = [...texts.keys()];
  return unsentIn({
    length: keys.length,
    key: (at) => keys[at] ?? null,
    getItem: (key) => texts.get(key) ?? null,
  });
}

/** All that a tab holds, by its key, with all that was copied for a person from whichever tab: other words in the same form beside each other. */
export function textsOf(tab: Shelf, shelf: Shelf, userId: string): ReadonlyMap<string, string> {
  const texts = new Map(keysOf(tab).map((key) => [key, tab.getItem(key) ?? '']));
  for (const copy of keysOf(shelf)) {
    const [, tabId, key = ''] = COPY.exec(copy) ?? [];
    const kept = KEY_OF_WORDS.exec(key)?.[2] === userId ? copiedIn(shelf.getItem(copy)) : undefined;
    if (kept === undefined) continue;
    const merged = mergedWords(texts.get(key) ?? null, kept.text);
    texts.set(merged === undefined ? `${key}.${tabId}` : key, merged ?? kept.text);
  }
  return texts;
}

/** Lets go of all that was copied for a person, from whichever tab. */
export function forgetCopies(shelf: Shelf, userId: string): void {
  for (const copy of keysOf(shelf))
    if (KEY_OF_WORDS.exec(COPY.exec(copy)?.[2] ?? '')?.[2] === userId) shelf.removeItem(copy);
}

function copyKey(tabId: string, key: string): string {
  return `giaoban.copy.${tabId}.${key}`;
}

function writeCopy({ tabId, shelf, now }: Copier, key: string, text: string): void {
  try {
    shelf.setItem(copyKey(tabId, key), JSON.stringify({ at: now(), text } satisfies Copied));
  } catch {
    // The machine has no room for a copy: the tab has the words all the same.
  }
}

function copiedIn(copy: string | null): Copied | undefined {
  const { at, text } = (parsed(copy) ?? {}) as Partial<Copied>;
  return typeof text === 'string' && typeof at === 'number' ? { at, text } : undefined;
}

/** The words of a tab with those of another: lines that wait, one after the other, each once; undefined where a form has words of its own. */
function mergedWords(own: string | null, theirs: string): string | undefined {
  if (own === null || own === theirs) return theirs;
  const [mine, others] = [entriesIn(own), entriesIn(theirs)];
  if (mine === undefined || others === undefined) return undefined;
  const known = new Set(mine.map(({ entryId }) => entryId));
  const more = others.filter(({ entryId }) => !known.has(entryId));
  return more.length === 0 ? own : JSON.stringify([...more, ...mine]);
}

function entriesIn(text: string): readonly { readonly entryId: string }[] | undefined {
  const kept = parsed(text);
  return Array.isArray(kept) ? kept : undefined;
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

function keysOf(shelf: Shelf): readonly string[] {
  return Array.from({ length: shelf.length }, (_, at) => shelf.key(at) ?? '');
}
