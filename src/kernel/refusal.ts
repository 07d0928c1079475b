/**
 * A refusal is an expected no: a declared code with its data, returned, never thrown, shown in Vietnamese.
 * (A defect is ours: it is thrown, rolls back and becomes a 500 with a reference.)
 */
export type Refusal<Code extends string = string> = {
  readonly refused: Code;
  readonly data: RefusalData;
};

/** What a refusal's sentence is filled with. */
export type RefusalData = Readonly<Record<string, string | number>>;

/**
 * The texts of a module's refusals: code → HTTP status and sentence. A sentence says what is wrong, where, and
 * what to do; `{name}` is replaced from the refusal's data. A code that has no sentence here does not compile.
 */
export type RefusalTexts = Readonly<
  Record<string, { readonly status: RefusalStatus; readonly text: string }>
>;

/**
 * 400 malformed, 401 not signed in, 403 not allowed, 404 not there (or not yours), 409 state, 413 too large,
 * 422 unusable content, 429 too often, 503 not now.
 */
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503;

/** What a handler answers: its output, or one of its declared refusals. */
export type Outcome<T, Code extends string> = T | Refusal<Code>;

/** Makes a refusal. */
export function refuse<Code extends string>(code: Code, data: RefusalData = {}): Refusal<Code> {
  return { refused: code, data };
}

/** Tells a refusal from an answer. */
export function isRefusal(outcome: unknown): outcome is Refusal {
  return typeof outcome === 'object' && outcome !== null && 'refused' in outcome && 'data' in outcome;
}

/** The Vietnamese sentence of a refusal, its places filled. */
export function refusalText(texts: RefusalTexts, refusal: Refusal): string {
  const entry = texts[refusal.refused];
  if (!entry) throw new Error(`no text for refusal ${refusal.refused}`);
  return entry.text.replace(/\{(\w+)\}/g, (_, name: string) => String(refusal.data[name] ?? `{${name}}`));
}
