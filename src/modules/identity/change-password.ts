import type { CodeOf, InputOf } from '../../kernel/contract.ts';
import type { Outcome } from '../../kernel/refusal.ts';
import type { RequestContext } from '../../platform/http/implement.ts';
import type { changePassword as operation } from './contract.ts';
import { setPasswordHash } from './db/accounts.ts';
import { endSessionsOf } from './db/sessions.ts';
import { judgePassword, knownOf } from './judge-password.ts';
import { judgeOwnPassword, ownAccount } from './own-account.ts';
import type { IdentitySetup } from './setup.ts';

/** Changes one's own password against the present one; the person's other sessions end [ID7]. */
export async function changePassword(
  setup: IdentitySetup,
  { current, next }: InputOf<typeof operation>,
  context: RequestContext,
): Promise<Outcome<Record<string, never>, CodeOf<typeof operation>>> {
  const account = await ownAccount(context);
  const refusal =
    (await judgeOwnPassword(setup, context, { account, password: current })) ??
    judgePassword(next, await knownOf(context, account));
  if (refusal) return refusal;
  await setPasswordHash(context.tx, account.id, await setup.passwords.hash(next));
  await endSessionsOf(context.tx, account.id, context.clock.now(), context.caller.sessionId);
  return {};
}
