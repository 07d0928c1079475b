import type { Id } from '../../../kernel/ids.ts';

/** Which briefing of which commune: the key of all that belongs to it. */
export type Within = { readonly communeId: Id; readonly briefingId: Id };
