import type { CodeOf, InputOf, OutputOf } from '../../kernel/contract.ts';
import { isRefusal, type Outcome, refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import type { RequestContext } from '../../platform/http/implement.ts';
import type { confirmSecondFactor as operation } from './contract.ts';
import { confirmAuthenticator } from './db/accounts.ts';
import { replaceRecoveryCodes } from './db/recovery-codes.ts';
import { endSessionsOf } from './db/sessions.ts';
import { accountOfSession, judgeFirstCode } from './second-factor.ts';
import { startSession } from './start-session.ts';
import { newRecoveryCodes } from './tokens.ts';

/**
 * Takes the new secret into use with its first code; the session becomes whole, the others end [ID8][ID11]. One who
 * already has a second factor confirms another only after giving the present one: the password alone is not enough.
 */
export async function confirmSecondFactor(
  { code }: InputOf<typeof operation>,
  context: RequestContext,
): Promise<Outcome<OutputOf<typeof operation>, CodeOf<typeof operation>>> {
  const { tx, clock, caller, note } = context;
  const account = await accountOfSession(context);
  if (isRefusal(account)) return account;
  const { totpConfirmedAt, totpPendingSecret: secret } = account;
  const isChange = totpConfirmedAt !== null;
  if (isChange && (secret === null || caller.kind !== 'person')) return refuse('secondFactorAlreadySetUp');
  if (secret === null) return refuse('secondFactorNotSetUp');
  const first = await judgeFirstCode(context, { account, secret, code });
  if (isRefusal(first)) return first;
  const recoveryCodes = newRecoveryCodes();
  await confirmAuthenticator(tx, account.id, { at: clock.now(), step: first.step });
  await replaceRecoveryCodes(tx, account.id, recoveryCodes);
  await endSessionsOf(tx, account.id, clock.now());
  await startSession(context, { userId: account.id, awaitsSecondFactor: false });
  note({ communeId: SYSTEM_CHAIN, subject: { user: account.id } });
  return { recoveryCodes };
}
