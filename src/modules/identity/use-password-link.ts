import type { CodeOf, InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { usePasswordLink as operation } from './contract.ts';
import { lockAccount, setPasswordHash } from './db/accounts.ts';
import { spendInvitation } from './db/invitations.ts';
import { endSessionsOf } from './db/sessions.ts';
import { judgePassword, knownOf } from './judge-password.ts';
import type { IdentitySetup } from './setup.ts';

/** Sets the password of the person the link was given to; a refused password leaves the link usable [ID15]. */
export async function usePasswordLink(
  setup: IdentitySetup,
  { token, password }: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, CodeOf<typeof operation>>> {
  const { tx, clock, note } = context;
  const invitation = await spendInvitation(tx, { token, purpose: 'set_password', at: clock.now() });
  const account = invitation?.userId ? await lockAccount(tx, invitation.userId) : undefined;
  if (!account || account.disabledAt !== null) return refuse('linkNotUsable');
  const refusal = judgePassword(password, await knownOf(context, account));
  if (refusal) return refusal;
  await setPasswordHash(tx, account.id, await setup.passwords.hash(password));
  await endSessionsOf(tx, account.id, clock.now());
  note({ communeId: SYSTEM_CHAIN, subject: { user: account.id } });
  return { login: account.login };
}
