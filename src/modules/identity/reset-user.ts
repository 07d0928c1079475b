import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { resetUser as operation } from './contract.ts';
import { lockAccount, removeAuthenticator, setPasswordHash } from './db/accounts.ts';
import { replaceRecoveryCodes } from './db/recovery-codes.ts';
import { endSessionsOf } from './db/sessions.ts';
import type { SessionSettings } from './domain/session.ts';
import { newLink } from './password-link.ts';

/** Takes password, second factor, recovery codes and sessions away and gives a new link: a lost phone is re-bound so [ID18]. */
export async function resetUser(
  settings: SessionSettings,
  { userId }: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'notFound'>> {
  const { tx, clock, note } = context;
  const account = await lockAccount(tx, userId);
  if (!account) return refuse('notFound');
  await setPasswordHash(tx, userId, null);
  await removeAuthenticator(tx, userId);
  await replaceRecoveryCodes(tx, userId, []);
  await endSessionsOf(tx, userId, clock.now());
  note({ communeId: SYSTEM_CHAIN, subject: { user: userId } });
  return { link: await newLink(settings, context, userId) };
}
