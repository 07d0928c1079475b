import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';

/**
 * Notes a command on a batch in the chain of every commune of the caller: a batch belongs to an office and concerns
 * all its communes. An office without communes yet leaves it to the system's chain.
 */
export function noteBatch(
  context: HandlerContext,
  batchId: Id,
  said: Readonly<Record<string, string | number>> = {},
): void {
  for (const communeId of context.caller.scope.communeIds)
    context.note({ communeId, subject: { batchId, ...said } });
}
