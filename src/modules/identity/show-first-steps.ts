import type { OutputOf } from '../../kernel/contract.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { showFirstSteps as operation } from './contract.ts';
import { areFirstStepsPutAway, firstStepsTaken } from './db/first-steps.ts';
import { firstStepsOf } from './domain/first-steps.ts';
import { ownId } from './own-account.ts';

/** The first steps of the acting office, those taken, and whether the list was put away [ID23]; none without an office. */
export async function showFirstSteps(context: HandlerContext): Promise<OutputOf<typeof operation>> {
  const { tx, caller } = context;
  if (caller.role === null) return { steps: [], taken: [], isPutAway: false };
  const of = { userId: ownId(context), role: caller.role };
  return {
    steps: [...firstStepsOf(caller.role)],
    taken: await firstStepsTaken(tx, of),
    isPutAway: await areFirstStepsPutAway(tx, of),
  };
}
