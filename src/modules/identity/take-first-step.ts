import type { InputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { takeFirstStep as operation } from './contract.ts';
import { insertFirstStep } from './db/first-steps.ts';
import { firstStepsOf } from './domain/first-steps.ts';
import { ownId } from './own-account.ts';

/** Remembers that a person took a first step of the office they act under [ID23]. */
export async function takeFirstStep(
  { step }: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<Record<string, never>, 'notFound'>> {
  const { tx, caller, clock } = context;
  if (caller.role === null || !firstStepsOf(caller.role).includes(step)) return refuse('notFound');
  await insertFirstStep(tx, { userId: ownId(context), role: caller.role, step, at: clock.now() });
  return {};
}
