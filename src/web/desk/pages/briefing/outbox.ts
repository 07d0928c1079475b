import type { InputOf } from '../../../../kernel/contract.ts';
import type { addConclusion } from '../../../../modules/governance/contract.ts';

/** A line that was typed and has not been acknowledged yet. */
export type WaitingLine = Omit<InputOf<typeof addConclusion>, 'communeId' | 'briefingId'> & {
  /** What the server refused it with; it waits for the person then. */
  readonly refusal?: string | undefined;
};

/** What of a browser's storage is used: the tab's own, which a closed lid or a reload does not empty. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Whose words, in which briefing: on a laptop that several use, nobody sends what another typed. */
export type OwnPlace = { readonly userId: string; readonly briefingId: string };

const key = (kind: 'lines' | 'draft', { userId, briefingId }: OwnPlace) =>
  `giaoban.${kind}.${userId}.${briefingId}`;

/** The lines of a briefing that wait, in the order in which they were typed. */
export function readWaiting(store: Store, place: OwnPlace): readonly WaitingLine[] {
  return parsed<readonly WaitingLine[]>(store.getItem(key('lines', place))) ?? [];
}

/** Keeps the lines that wait. */
export function writeWaiting(store: Store, place: OwnPlace, lines: readonly WaitingLine[]): void {
  if (lines.length === 0) store.removeItem(key('lines', place));
  else store.setItem(key('lines', place), JSON.stringify(lines));
}

/** What stands in the fields and was not added yet. */
export function readDraft<T>(store: Store, place: OwnPlace): T | undefined {
  return parsed<T>(store.getItem(key('draft', place)));
}

/** Keeps what stands in the fields. */
export function writeDraft(store: Store, place: OwnPlace, draft: unknown): void {
  store.setItem(key('draft', place), JSON.stringify(draft));
}

function parsed<T>(text: string | null): T | undefined {
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    // Written by another version of the page: nothing to go on with.
    return undefined;
  }
}
