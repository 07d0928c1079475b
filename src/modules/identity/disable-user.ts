import type { InputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { disableUser as operation } from './contract.ts';
import { lockAccount, setDisabledAt } from './db/accounts.ts';
import { closeInvitations } from './db/invitations.ts';
import { endSessionsOf } from './db/sessions.ts';
import { isLastAdministrator } from './last-administrator.ts';

/** Locks a person out: sessions and open links end at once [ID7]. */
export async function disableUser(
  { userId }: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<Record<string, never>, 'notFound' | 'lastAdministrator'>> {
  const { tx, clock, note } = context;
  if (await isLastAdministrator(context, userId)) return refuse('lastAdministrator');
  const account = await lockAccount(tx, userId);
  if (!account) return refuse('notFound');
  await setDisabledAt(tx, userId, account.disabledAt ?? clock.now());
  await endSessionsOf(tx, userId, clock.now());
  await closeInvitations(tx, userId, clock.now());
  note({ communeId: SYSTEM_CHAIN, subject: { user: userId } });
  return {};
}
