/**
 * What is kept until a server has it: of a briefing what waits and what stands in forms; of a task the report, and what
 * is said of it by whoever judges; of a commune the directive being written; of a household the difficulty being raised; of an office
 * the template being written.
 */
export type UnsentKind = 'waiting' | 'draft' | 'report' | 'judgement' | 'order' | 'difficulty' | 'template';

/** The agenda that new briefings begin with, among the templates of an office. */
export const AGENDA = 'agenda';

/** Whose words, in which briefing or on which task: on a machine that several use, nobody sends what another typed. */
export type UnsentPlace = {
  readonly userId: string;
  /** Of a template its office. */
  readonly communeId: string;
  /** The briefing, the task, the household; of a directive the commune once more, of a template the paper, or the agenda. */
  readonly subjectId: string;
};

/** Where what is typed into a form is kept, and as what. */
export type KeptAt = UnsentPlace & { readonly kind: UnsentKind };

/** What of a browser's storage is used: the tab's own, which a closed lid or a reload does not empty. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Where words of a kind are kept; a briefing has several forms. */
export function unsentKey(
  kind: UnsentKind,
  { userId, communeId, subjectId }: UnsentPlace,
  form?: string,
): string {
  return ['giaoban', kind, userId, communeId, subjectId, ...(form === undefined ? [] : [form])].join('.');
}

/** Where the version of the page before this one kept the same, which did not name the commune. */
const FORMER_KINDS: Readonly<Partial<Record<UnsentKind, string>>> = {
  waiting: 'outbox',
  draft: 'draft',
  report: 'report',
};

/**
 * What is kept of a kind; undefined for nothing, and for what cannot be read. A tab that was open while the product changed its
 * version holds it under the key of before: it is found there, and kept under today's from then on.
 */
export function keptOf<T>(store: Store, kind: UnsentKind, place: UnsentPlace, form?: string): T | undefined {
  const key = unsentKey(kind, place, form);
  const kept = store.getItem(key);
  if (kept !== null) return parsed<T>(kept);
  const { userId, subjectId } = place;
  const formerKind = FORMER_KINDS[kind];
  if (formerKind === undefined) return undefined;
  const former = ['giaoban', formerKind, userId, subjectId, ...(form === undefined ? [] : [form])];
  const before = store.getItem(former.join('.'));
  if (before === null) return undefined;
  store.setItem(key, before);
  store.removeItem(former.join('.'));
  return parsed<T>(before);
}

/** Keeps what stands in the fields of a form; undefined: nothing any more. */
export function keepTyped(
  store: Store,
  { kind, ...place }: KeptAt,
  form: string | undefined,
  typed: unknown,
): void {
  const key = unsentKey(kind, place, form);
  if (typed === undefined) store.removeItem(key);
  else store.setItem(key, JSON.stringify(typed));
}

/** Where a person has something of a kind in a storage, whatever it holds. */
export function placesOf(
  store: Pick<Storage, 'length' | 'key'>,
  kind: UnsentKind,
  userId: string,
): readonly UnsentPlace[] {
  return Array.from(
    { length: store.length },
    (_, at) => KEY_OF_WORDS.exec(store.key(at) ?? '') ?? [],
  ).flatMap(([, found, owner, communeId = '', subjectId = '']) =>
    found === kind && owner === userId ? [{ userId, communeId, subjectId }] : [],
  );
}

/** Words that would be lost with the tab's storage; `count`: entries, forms or 1. */
export type Unsent = UnsentPlace & { readonly kind: UnsentKind; readonly count: number };

/** Under which keys words are kept: of which kind, whose, of which commune, of what. */
export const KEY_OF_WORDS =
  /^giaoban\.(waiting|draft|report|judgement|order|difficulty|template)\.([^.]+)\.([^.]+)\.([^.]+)/;

/** All that is kept in a storage and holds words, whoever typed them: each kind of a place once. */
export function unsentIn(store: Pick<Storage, 'length' | 'key' | 'getItem'>): readonly Unsent[] {
  const found = new Map<string, Unsent>();
  for (let at = 0; at < store.length; at++) {
    const key = store.key(at) ?? '';
    const [whole, kind, userId = '', communeId = '', subjectId = ''] = KEY_OF_WORDS.exec(key) ?? [];
    if (whole === undefined) continue;
    const count = countOf(kind as UnsentKind, parsed(store.getItem(key))) + (found.get(whole)?.count ?? 0);
    if (count > 0) found.set(whole, { kind: kind as UnsentKind, userId, communeId, subjectId, count });
  }
  return [...found.values()];
}

/** What a text of the storage says; undefined for nothing, and for what is no JSON. */
function parsed<T>(text: string | null): T | undefined {
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}

function countOf(kind: UnsentKind, kept: unknown): number {
  if (kind === 'waiting') return Array.isArray(kept) ? kept.length : 0;
  const typed = (kept ?? {}) as Record<string, unknown>;
  return (kind === 'report' ? REPORT_WORDS : Object.keys(typed)).some((field) => holds(field, typed[field]))
    ? 1
    : 0;
}

/** What of a report a person brings to it; its outcome and its day are there from the beginning. */
const REPORT_WORDS = ['text', 'records', 'sent'];

/** A form that was opened and left empty holds no words, only ids made for it. */
function holds(field: string, value: unknown): boolean {
  if (field.endsWith('Id')) return false;
  return typeof value === 'string' ? value.trim() !== '' : Array.isArray(value) && value.length > 0;
}
