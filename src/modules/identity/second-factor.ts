import type { Id } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { RequestContext } from '../../platform/http/implement.ts';
import { acceptedStep } from './authenticator.ts';
import { type Account, lockAccount, spendStep } from './db/accounts.ts';
import { type AttemptKey, forgive, takeTry } from './db/attempts.ts';
import { spendRecoveryCode } from './db/recovery-codes.ts';

/** The account of the session, which may still owe its second factor; a refusal when there is no session. */
export async function accountOfSession({
  tx,
  caller,
}: RequestContext): Promise<Account | Refusal<'notSignedIn'>> {
  if (caller.sessionId === null || caller.userId === null) return refuse('notSignedIn');
  const account = await lockAccount(tx, caller.userId);
  return account ?? refuse('notSignedIn');
}

/**
 * Judges a code and uses it up, counting wrong ones as sign-in does [ID4][ID10][ID11].
 *
 * @param recovery whether a recovery code will do in place of the authenticator's
 */
export async function judgeCode(
  context: RequestContext,
  { account, code, recovery }: { account: Account; code: string; recovery: boolean },
): Promise<Refusal<'codeRefused' | 'signInDelayed'> | undefined> {
  const { tx, clock, address } = context;
  const tries: AttemptKey[] = [
    { kind: 'code', of: account.id },
    { kind: 'address', of: address },
  ];
  const seconds = await takeTry(tx, tries, clock.now());
  if (seconds > 0) return refuse('signInDelayed', { seconds });
  const step = account.totpSecret === null ? undefined : acceptedStep(account.totpSecret, code, clock.machineNow());
  const isGood =
    step === undefined
      ? recovery && (await spendRecovery(context, account.id, code))
      : await spendStep(tx, account.id, step);
  if (!isGood) return refuse('codeRefused');
  await forgive(tx, tries, clock.now());
  return undefined;
}

function spendRecovery({ tx, clock }: RequestContext, userId: Id, code: string): Promise<boolean> {
  return spendRecoveryCode(tx, userId, code, clock.now());
}
