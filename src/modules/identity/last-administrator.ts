import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { administratorsInTurn } from './db/assignments.ts';

/** True when this person is the only one who can administer the system today [ID17]. */
export async function isLastAdministrator({ tx, clock }: HandlerContext, userId: Id): Promise<boolean> {
  const administrators = await administratorsInTurn(tx, clock.today());
  return administrators.length === 1 && administrators[0] === userId;
}
