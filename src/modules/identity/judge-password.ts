import type { Id } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Account } from './db/accounts.ts';
import { assignmentsOf } from './db/assignments.ts';
import { namesAround, servedCommunes } from './db/places.ts';
import type { Places } from './domain/assignment.ts';
import { type Known, PASSWORD_LENGTH, passwordProblem } from './domain/password-policy.ts';

type Code = 'passwordTooShort' | 'passwordTooLong' | 'passwordGuessable';

/** Refuses a new password that is too short, too long or guessable [ID5]; undefined when it is good. */
export function judgePassword(password: string, known: Known): Refusal<Code> | undefined {
  const problem = passwordProblem(password, known);
  if (problem === undefined) return undefined;
  if (problem.kind === 'tooLong') return refuse('passwordTooLong', { most: PASSWORD_LENGTH.most });
  if (problem.kind === 'tooShort')
    return refuse('passwordTooShort', { length: problem.length, least: PASSWORD_LENGTH.least });
  return refuse('passwordGuessable', { why: problem.why });
}

/** What a person is known by: name, login, phone, and the names around all offices they ever held. */
export async function knownOf(context: HandlerContext, account: Account): Promise<Known> {
  const held = (await assignmentsOf(context.tx, [account.id])).get(account.id) ?? [];
  const places = await placesAround(context, held);
  return { fullName: account.fullName, login: account.login, phone: account.phone, places };
}

/** The names around these offices: of the whole register, and of the villages in the communes that they serve today. */
export async function placesAround(
  { tx, clock }: HandlerContext,
  held: readonly Places[],
): Promise<readonly string[]> {
  const communeIds = new Set<Id>();
  for (const places of held) {
    if (places.communeId !== null) communeIds.add(places.communeId);
    for (const { communeId } of await servedCommunes(tx, places, clock.today()))
      if (communeId !== null) communeIds.add(communeId);
  }
  return namesAround(tx, [...communeIds]);
}
