import type { InputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { putAwayFirstSteps as operation } from './contract.ts';
import { writePutAway } from './db/first-steps.ts';
import { ownId } from './own-account.ts';

/** Puts the first steps of the acting office away, or takes them out again [ID23]. */
export async function putAwayFirstSteps(
  { isPutAway }: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<Record<string, never>, 'notFound'>> {
  const { tx, caller, clock } = context;
  if (caller.role === null) return refuse('notFound');
  await writePutAway(tx, { userId: ownId(context), role: caller.role, isPutAway, at: clock.now() });
  return {};
}
