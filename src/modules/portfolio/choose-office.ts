import type { Id } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { officeMeant } from '../../platform/caller.ts';
import type { Scope } from '../../platform/db/scope.ts';

/** The office asked for, or the caller's only one; refused where neither tells. */
export function theOffice(scope: Scope, asked?: Id): Id | Refusal<'officeUnclear'> {
  return officeMeant(scope, asked) ?? refuse('officeUnclear');
}
