import type { InputOf } from '../../../../kernel/contract.ts';
import type { Id } from '../../../../kernel/ids.ts';
import {
  addAttendee,
  addConclusion,
  answerDifficulty,
  changeConclusion,
  giveDifficulty,
  raiseDifficulty,
  recordAttendance,
  removeConclusion,
  writeAgenda,
  writeTalkingPoint,
} from '../../../../modules/governance/contract.ts';
import { keptOf, type Store, type UnsentPlace, unsentKey } from '../../unsent.ts';

/**
 * What is written in a meeting and may wait for the network. Each carries an id made here or the version that the person saw, so that
 * the server says it once however often it is sent, and tells when somebody else has written meanwhile.
 */
export const SENT_LATER = {
  addAttendee,
  addConclusion,
  answerDifficulty,
  changeConclusion,
  giveDifficulty,
  raiseDifficulty,
  recordAttendance,
  removeConclusion,
  writeAgenda,
  writeTalkingPoint,
} as const;

/** The name of one of {@link SENT_LATER}. */
export type LaterKind = keyof typeof SENT_LATER;

/** Something that was written and that the server has not acknowledged yet. */
export type Waiting<K extends LaterKind = LaterKind> = {
  [Kind in K]: {
    readonly kind: Kind;
    readonly entryId: string;
    readonly input: InputOf<(typeof SENT_LATER)[Kind]>;
    /** What it is about, where the command itself does not say. */
    readonly words?: string | undefined;
    /** What the server refused it with; it waits for the person then. */
    readonly refusal?: { readonly code: string; readonly message: string } | undefined;
  };
}[K];

/** The refusal that says: whom the person saw in a row is another now [GV173]. */
const IS_ANOTHER = 'attendeeIsAnother';

/** Refusals that say: somebody else has written meanwhile. What was typed is shown beside what stands, and the person chooses. */
const WRITTEN_MEANWHILE: ReadonlySet<string> = new Set([
  'agendaChanged',
  'attendanceChanged',
  IS_ANOTHER,
  'difficultyClosed',
  'difficultyGiven',
  'versionChosen',
]);

/** Whether a refusal says that somebody else has written meanwhile. */
export function isWrittenMeanwhile(code: string | undefined): boolean {
  return code !== undefined && WRITTEN_MEANWHILE.has(code);
}

/** Whether what was written of somebody was refused because their row is another's now [GV173]. */
export function isAttendeeAnother({ refusal }: Waiting): boolean {
  return refusal?.code === IS_ANOTHER;
}

/** What a conclusion says, whoever does it, until when. */
type ConclusionSaid = Pick<Waiting<'addConclusion'>['input'], 'text' | 'ownerSeat' | 'ownerName' | 'dueOn'>;

/** A conclusion that waits, saying something else: it goes in the place of what it said before. */
export function mended(
  entry: Waiting<'addConclusion'>,
  { text, ownerSeat, ownerName, dueOn }: ConclusionSaid,
): Waiting<'addConclusion'> {
  return {
    ...entry,
    refusal: undefined,
    input: { ...entry.input, text, ownerSeat, ownerName, dueOn },
  };
}

/** What takes back a conclusion that waits: the server may have it, though its answer was lost. */
export function withdrawn({ entryId, input }: Waiting<'addConclusion'>): Waiting<'removeConclusion'> {
  const { communeId, briefingId, conclusionId, text } = input;
  return {
    kind: 'removeConclusion',
    entryId,
    input: { communeId, briefingId, conclusionId, baseVersion: FIRST_VERSION },
    words: text,
  };
}

/** The version of a line that was just added. */
export const FIRST_VERSION = 1;

/**
 * What is left to be sent of an entry, now that the server has decided on it; undefined where it is done [GV244].
 *
 * @param sent as it went
 * @param now as it stands since: mended or withdrawn by the person meanwhile; undefined where they gave it up
 * @param refusal what it was refused with; undefined where the server has it
 */
export function leftOf(
  sent: Waiting,
  now: Waiting | undefined,
  refusal: Waiting['refusal'],
): Waiting | undefined {
  if (refusal === undefined) return now === sent ? undefined : asChange(now);
  if (now !== sent) return now;
  // The server had the line in the words of before, and its answer was lost.
  if (sent.kind === 'addConclusion' && refusal.code === 'idTaken') return asChange(sent);
  // It never had the line.
  if (sent.kind === 'removeConclusion' && refusal.code === 'notFound') return undefined;
  return { ...sent, refusal };
}

/** What adds a line, of one that the server has in other words: a change of these. */
function asChange(entry: Waiting | undefined): Waiting | undefined {
  if (entry?.kind !== 'addConclusion') return entry;
  return {
    kind: 'changeConclusion',
    entryId: entry.entryId,
    input: { ...entry.input, baseVersion: FIRST_VERSION, changeId: crypto.randomUUID() as Id },
  };
}

/** What waits, of one kind. */
export function waitingOf<K extends LaterKind>(waiting: readonly Waiting[], kind: K): readonly Waiting<K>[] {
  // The compiler does not follow a kind that is itself an argument.
  return waiting.filter((entry) => entry.kind === kind) as unknown as readonly Waiting<K>[];
}

/** What waits with one more at the end, or in the place of the one with its id. */
export function withEntry(waiting: readonly Waiting[], entry: Waiting): readonly Waiting[] {
  return waiting.some(({ entryId }) => entryId === entry.entryId)
    ? waiting.map((one) => (one.entryId === entry.entryId ? entry : one))
    : [...waiting, entry];
}

/** What waits in a briefing, in the order in which it was written. */
export function readWaiting(store: Store, place: UnsentPlace): readonly Waiting[] {
  const kept = keptOf<readonly Waiting[]>(store, 'waiting', place) ?? [];
  return kept.filter(({ kind }) => kind in SENT_LATER);
}

/** Keeps what waits. */
export function writeWaiting(store: Store, place: UnsentPlace, waiting: readonly Waiting[]): void {
  if (waiting.length === 0) store.removeItem(unsentKey('waiting', place));
  else store.setItem(unsentKey('waiting', place), JSON.stringify(waiting));
}

/** What stands in the fields of a form and was not sent; undefined where nothing was typed. */
export function readDraft<T>(store: Store, place: UnsentPlace, form: string): T | undefined {
  return keptOf<T>(store, 'draft', place, form);
}

/** Keeps what stands in the fields of a form; undefined: nothing any more. */
export function writeDraft(store: Store, place: UnsentPlace, form: string, draft: unknown): void {
  if (draft === undefined) store.removeItem(unsentKey('draft', place, form));
  else store.setItem(unsentKey('draft', place, form), JSON.stringify(draft));
}
