import type { OutputOf } from '../../kernel/contract.ts';
import { isRefusal, type Outcome, refuse } from '../../kernel/refusal.ts';
import type { RequestContext } from '../../platform/http/implement.ts';
import type { setUpSecondFactor as operation } from './contract.ts';
import { accountOfSession, showNewSecret } from './second-factor.ts';

/** Makes a new secret and shows it; it counts for nothing until it is confirmed [ID9]. */
export async function setUpSecondFactor(
  context: RequestContext,
): Promise<Outcome<OutputOf<typeof operation>, 'notSignedIn' | 'secondFactorAlreadySetUp'>> {
  const account = await accountOfSession(context);
  if (isRefusal(account)) return account;
  if (account.totpConfirmedAt !== null) return refuse('secondFactorAlreadySetUp');
  return showNewSecret(context, account);
}
