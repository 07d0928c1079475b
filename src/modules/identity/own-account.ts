import type { Id } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { RequestContext } from '../../platform/http/implement.ts';
import { type Account, lockAccount } from './db/accounts.ts';
import { type AttemptKey, forgive, takeTry } from './db/attempts.ts';
import { foldLogin } from './domain/login.ts';
import type { IdentitySetup } from './setup.ts';

/** The id of the person who acts. @throws Error for callers that are no person: the permission forbids them */
export function ownId({ caller }: HandlerContext): Id {
  if (caller.userId === null) throw new Error('an operation of a signed-in person was called by nobody');
  return caller.userId;
}

/** The account of the person who acts, locked. @throws Error when there is none */
export async function ownAccount(context: HandlerContext): Promise<Account> {
  const account = await lockAccount(context.tx, ownId(context));
  if (!account) throw new Error('a session without an account');
  return account;
}

/** Asks for the password once more, counting wrong ones as sign-in does [ID4]. */
export async function judgeOwnPassword(
  setup: IdentitySetup,
  { tx, clock }: RequestContext,
  { account, password }: { account: Account; password: string },
): Promise<Refusal<'passwordWrong' | 'signInDelayed'> | undefined> {
  const tries: AttemptKey[] = [{ kind: 'account', of: foldLogin(account.login) }];
  const seconds = await takeTry(tx, tries, clock.now());
  if (seconds > 0) return refuse('signInDelayed', { seconds });
  if (!(await setup.passwords.matches(account.passwordHash, password))) return refuse('passwordWrong');
  await forgive(tx, tries, clock.now());
  return undefined;
}
