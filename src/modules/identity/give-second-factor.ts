import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { isRefusal, type Outcome } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import type { RequestContext } from '../../platform/http/implement.ts';
import type { giveSecondFactor as operation } from './contract.ts';
import { countRecoveryCodes } from './db/recovery-codes.ts';
import { accountOfSession, judgeCode } from './second-factor.ts';
import { startSession } from './start-session.ts';

type Codes = 'notSignedIn' | 'codeRefused' | 'signInDelayed';

/** Takes the code and makes the session whole, under a new token [ID8]. */
export async function giveSecondFactor(
  { code }: InputOf<typeof operation>,
  context: RequestContext,
): Promise<Outcome<OutputOf<typeof operation>, Codes>> {
  const account = await accountOfSession(context);
  if (isRefusal(account)) return account;
  const refusal = await judgeCode(context, { account, code });
  if (refusal) return refusal;
  await startSession(context, { userId: account.id, awaitsSecondFactor: false });
  context.note({ communeId: SYSTEM_CHAIN, subject: { user: account.id } });
  return { recoveryCodesLeft: await countRecoveryCodes(context.tx, account.id) };
}
