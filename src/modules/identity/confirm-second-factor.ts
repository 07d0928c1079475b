import type { CodeOf, InputOf, OutputOf } from '../../kernel/contract.ts';
import { isRefusal, type Outcome, refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import type { RequestContext } from '../../platform/http/implement.ts';
import type { confirmSecondFactor as operation } from './contract.ts';
import { confirmAuthenticator } from './db/accounts.ts';
import { replaceRecoveryCodes } from './db/recovery-codes.ts';
import { endSessionsOf } from './db/sessions.ts';
import { accountOfSession, judgeCode } from './second-factor.ts';
import { startSession } from './start-session.ts';
import { newRecoveryCodes } from './tokens.ts';

/** Switches the second factor on with its first code; the session becomes whole, the others end [ID8][ID11]. */
export async function confirmSecondFactor(
  { code }: InputOf<typeof operation>,
  context: RequestContext,
): Promise<Outcome<OutputOf<typeof operation>, CodeOf<typeof operation>>> {
  const { tx, clock, note } = context;
  const account = await accountOfSession(context);
  if (isRefusal(account)) return account;
  if (account.totpConfirmedAt !== null) return refuse('secondFactorAlreadySetUp');
  if (account.totpSecret === null) return refuse('secondFactorNotSetUp');
  const refusal = await judgeCode(context, { account, code, recovery: false });
  if (refusal) return refusal;
  const recoveryCodes = newRecoveryCodes();
  await confirmAuthenticator(tx, account.id, clock.now());
  await replaceRecoveryCodes(tx, account.id, recoveryCodes);
  await endSessionsOf(tx, account.id, clock.now());
  await startSession(context, { userId: account.id, awaitsSecondFactor: false });
  note({ communeId: SYSTEM_CHAIN, subject: { user: account.id } });
  return { recoveryCodes };
}
