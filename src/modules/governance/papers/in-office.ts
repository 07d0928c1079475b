import type { Id } from '../../../kernel/ids.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../../platform/audit/append-audit.ts';
import type { HandlerContext } from '../../../platform/command.ts';
import { setScope } from '../../../platform/db/scope.ts';
import { selectOffices } from '../../registry/index.ts';

/**
 * Runs statements over the templates of an office: the director's own, or any for the administrator, whose scope is widened
 * by this office and set back. A statement that fails ends the transaction, and the scope with it.
 */
export async function inOffice<T>(
  { tx, caller }: Pick<HandlerContext, 'tx' | 'caller'>,
  officeId: Id,
  statements: () => Promise<T>,
): Promise<T | Refusal<'notFound'>> {
  if (caller.scope.officeIds.includes(officeId)) return statements();
  const isKnown = caller.role === 'administrator' && (await selectOffices(tx, [officeId])).length > 0;
  if (!isKnown) return refuse('notFound');
  await setScope(tx, { ...caller.scope, officeIds: [officeId] });
  const answer = await statements();
  await setScope(tx, caller.scope);
  return answer;
}

/**
 * Notes a change of what an office keeps for its papers and briefings in the chain of each of its communes;
 * the administrator's in that of the system.
 */
export function noteOffice(
  { caller, note }: Pick<HandlerContext, 'caller' | 'note'>,
  subject: Parameters<HandlerContext['note']>[0]['subject'],
): void {
  const chains = caller.scope.system ? [SYSTEM_CHAIN] : caller.scope.communeIds;
  for (const communeId of chains) note({ communeId, subject });
}
