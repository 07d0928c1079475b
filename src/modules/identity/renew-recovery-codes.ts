import type { CodeOf, InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { RequestContext } from '../../platform/http/implement.ts';
import type { renewRecoveryCodes as operation } from './contract.ts';
import { replaceRecoveryCodes } from './db/recovery-codes.ts';
import { ownAccount } from './own-account.ts';
import { judgeAuthenticatorCode } from './second-factor.ts';
import { newRecoveryCodes } from './tokens.ts';

/** Puts ten new recovery codes in place of the old [ID11]. */
export async function renewRecoveryCodes(
  { code }: InputOf<typeof operation>,
  context: RequestContext,
): Promise<Outcome<OutputOf<typeof operation>, CodeOf<typeof operation>>> {
  const account = await ownAccount(context);
  if (account.totpConfirmedAt === null) return refuse('secondFactorNotSetUp');
  const refusal = await judgeAuthenticatorCode(context, { account, code });
  if (refusal) return refusal;
  const recoveryCodes = newRecoveryCodes();
  await replaceRecoveryCodes(context.tx, account.id, recoveryCodes);
  return { recoveryCodes };
}
