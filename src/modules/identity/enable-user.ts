import type { InputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { enableUser as operation } from './contract.ts';
import { lockAccount, setDisabledAt } from './db/accounts.ts';

/** Lets a disabled person sign in again. */
export async function enableUser(
  { userId }: InputOf<typeof operation>,
  { tx, note }: HandlerContext,
): Promise<Outcome<Record<string, never>, 'notFound'>> {
  const account = await lockAccount(tx, userId);
  if (!account) return refuse('notFound');
  await setDisabledAt(tx, userId, null);
  note({ communeId: SYSTEM_CHAIN, subject: { user: userId } });
  return {};
}
