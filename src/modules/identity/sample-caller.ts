import type { BusinessDate } from '../../kernel/dates.ts';
import { ANONYMOUS, type Caller } from '../../platform/caller.ts';
import type { Tx } from '../../platform/db/database.ts';
import { findAccountByLogin } from './db/accounts.ts';
import { assignmentsOf } from './db/assignments.ts';
import { servedCommunes } from './db/places.ts';
import { isCurrent } from './domain/assignment.ts';
import { scopeOf } from './domain/scope-of.ts';

/**
 * A sample person at work on a day under the office they hold, without a session, in the system's scope: the demo's past
 * is made by its people [ID19].
 *
 * @throws Error for anybody who is no sample, so that nobody real is ever spoken for
 */
export async function sampleCaller(
  tx: Tx,
  { login, on }: { readonly login: string; readonly on: BusinessDate },
): Promise<Caller> {
  const account = await findAccountByLogin(tx, login);
  if (!account?.isSample) throw new Error('this is no sample person');
  const held = (await assignmentsOf(tx, [account.id])).get(account.id)?.find((one) => isCurrent(one, on));
  if (!held) throw new Error('the sample person holds no office on that day');
  const scope = scopeOf(held, await servedCommunes(tx, held, on));
  return {
    ...ANONYMOUS,
    kind: 'person',
    userId: account.id,
    assignmentId: held.id,
    role: held.role,
    scope,
  };
}
