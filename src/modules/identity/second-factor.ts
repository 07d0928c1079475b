import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { RequestContext } from '../../platform/http/implement.ts';
import { networkOf } from '../../platform/network-of.ts';
import { acceptedStep, authenticatorSetUp, newAuthenticatorSecret } from './authenticator.ts';
import { type Account, keepPendingSecret, lockAccount, spendStep } from './db/accounts.ts';
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

/** Makes a new secret and shows it; it counts for nothing until its first code confirms it. */
export async function showNewSecret(
  { tx }: RequestContext,
  account: Account,
): Promise<{ secret: string; address: string; qrSvg: string }> {
  const secret = newAuthenticatorSecret();
  await keepPendingSecret(tx, account.id, secret);
  return { secret, ...authenticatorSetUp(secret, account.login) };
}

/** Judges a code of the authenticator in use, or a recovery code in its place, and uses it up [ID10][ID11]. */
export function judgeCode(
  context: RequestContext,
  { account, code }: { account: Account; code: string },
): Promise<Refusal<'codeRefused' | 'signInDelayed'> | undefined> {
  const { tx, clock } = context;
  return judgeTry(context, account, {
    isGood: async () =>
      (await spendOwnCode(context, account, code)) ||
      (await spendRecoveryCode(tx, account.id, code, clock.now())),
    otherwise: 'codeRefused',
  });
}

/** Judges a code of the authenticator in use and uses it up [ID10]. */
export function judgeAuthenticatorCode(
  context: RequestContext,
  { account, code }: { account: Account; code: string },
): Promise<Refusal<'authenticatorCodeRefused' | 'signInDelayed'> | undefined> {
  const isGood = () => spendOwnCode(context, account, code);
  return judgeTry(context, account, { isGood, otherwise: 'authenticatorCodeRefused' });
}

/** Judges the first code of a new secret: the new phone shows what was scanned, and its clock is right [ID10]. */
export async function judgeFirstCode(
  context: RequestContext,
  { account, secret, code }: { account: Account; secret: string; code: string },
): Promise<{ step: bigint } | Refusal<'authenticatorCodeRefused' | 'signInDelayed'>> {
  const step = acceptedStep(secret, code, context.clock.machineNow());
  const isGood = async () => step !== undefined;
  const refusal = await judgeTry(context, account, { isGood, otherwise: 'authenticatorCodeRefused' });
  return refusal ?? { step: step ?? 0n };
}

async function spendOwnCode({ tx, clock }: RequestContext, account: Account, code: string): Promise<boolean> {
  if (account.totpSecret === null) return false;
  const step = acceptedStep(account.totpSecret, code, clock.machineNow());
  return step !== undefined && (await spendStep(tx, account.id, step));
}

/** Counts wrong codes as sign-in does; while the delay runs nothing is judged or used up [ID4]. */
async function judgeTry<Code extends string>(
  { tx, clock, address }: RequestContext,
  account: Account,
  { isGood, otherwise }: { isGood: () => Promise<boolean>; otherwise: Code },
): Promise<Refusal<Code | 'signInDelayed'> | undefined> {
  const tries: AttemptKey[] = [
    { kind: 'code', of: account.id },
    { kind: 'address', of: networkOf(address) },
  ];
  const seconds = await takeTry(tx, tries, clock.now());
  if (seconds > 0) return refuse('signInDelayed', { seconds });
  if (!(await isGood())) return refuse(otherwise);
  await forgive(tx, tries, clock.now());
  return undefined;
}
