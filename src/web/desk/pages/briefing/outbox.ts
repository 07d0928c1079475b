import type { InputOf } from '../../../../kernel/contract.ts';
import type { addConclusion } from '../../../../modules/governance/contract.ts';

/** A line that was typed and has not been acknowledged yet. */
export type WaitingLine = Omit<InputOf<typeof addConclusion>, 'communeId' | 'briefingId'> & {
  /** What the server refused it with; it waits for the person then. */
  readonly refusal?: string | undefined;
};

/** What of a browser's storage is used: the tab's own, which a closed lid or a reload does not empty. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const key = (kind: 'lines' | 'draft', briefingId: string) => `giaoban.${kind}.${briefingId}`;

/** The lines of a briefing that wait, in the order in which they were typed. */
export function readWaiting(store: Store, briefingId: string): readonly WaitingLine[] {
  return parsed<readonly WaitingLine[]>(store.getItem(key('lines', briefingId))) ?? [];
}

/** Keeps the lines that wait. */
export function writeWaiting(store: Store, briefingId: string, lines: readonly WaitingLine[]): void {
  if (lines.length === 0) store.removeItem(key('lines', briefingId));
  else store.setItem(key('lines', briefingId), JSON.stringify(lines));
}

/** What stands in the fields and was not added yet. */
export function readDraft<T>(store: Store, briefingId: string): T | undefined {
  return parsed<T>(store.getItem(key('draft', briefingId)));
}

/** Keeps what stands in the fields. */
export function writeDraft(store: Store, briefingId: string, draft: unknown): void {
  store.setItem(key('draft', briefingId), JSON.stringify(draft));
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
