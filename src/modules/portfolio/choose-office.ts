import type { Id } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Scope } from '../../platform/db/scope.ts';

/** The office asked for, or the caller's only one; refused where neither tells. */
export function theOffice(scope: Scope, asked?: Id): Id | Refusal<'officeUnclear'> {
  const [only] = scope.officeIds;
  if (asked !== undefined && scope.officeIds.includes(asked)) return asked;
  if (asked === undefined && only !== undefined && scope.officeIds.length === 1) return only;
  return refuse('officeUnclear');
}
