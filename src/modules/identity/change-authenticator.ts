import type { CodeOf, InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import type { RequestContext } from '../../platform/http/implement.ts';
import type { changeAuthenticator as operation } from './contract.ts';
import { judgeOwnPassword, ownAccount } from './own-account.ts';
import { judgeCode, showNewSecret } from './second-factor.ts';
import type { IdentitySetup } from './setup.ts';

/** Shows the secret for another phone; the present one stays in use until the new one is confirmed [ID24]. */
export async function changeAuthenticator(
  setup: IdentitySetup,
  { password, code }: InputOf<typeof operation>,
  context: RequestContext,
): Promise<Outcome<OutputOf<typeof operation>, CodeOf<typeof operation>>> {
  const account = await ownAccount(context);
  if (account.totpConfirmedAt === null) return refuse('secondFactorNotSetUp');
  const refusal =
    (await judgeOwnPassword(setup, context, { account, password })) ??
    (await judgeCode(context, { account, code }));
  if (refusal) return refusal;
  context.note({ communeId: SYSTEM_CHAIN, subject: { user: account.id } });
  return showNewSecret(context, account);
}
