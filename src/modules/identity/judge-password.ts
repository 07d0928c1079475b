import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Account } from './db/accounts.ts';
import { assignmentsOf } from './db/assignments.ts';
import { communesNamed, officesNamed } from './db/places.ts';
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

/** What a person is known by: name, login, phone, and the places of all offices they ever held. */
export async function knownOf({ tx }: HandlerContext, account: Account): Promise<Known> {
  const held = (await assignmentsOf(tx, [account.id])).get(account.id) ?? [];
  const communes = await communesNamed(
    tx,
    held.flatMap((one) => one.communeId ?? []),
  );
  const offices = await officesNamed(
    tx,
    held.flatMap((one) => one.officeId ?? []),
  );
  const places = [...communes, ...offices].flatMap((place) => [place.name, place.code ?? '']);
  return { fullName: account.fullName, login: account.login, phone: account.phone, places };
}
