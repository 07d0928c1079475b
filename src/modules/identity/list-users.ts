import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { listUsers as operation } from './contract.ts';
import { type ListedAccount, listAccounts } from './db/accounts.ts';
import { assignmentsOf } from './db/assignments.ts';
import { foldLogin } from './domain/login.ts';
import { assignmentsShown, type ShownAssignment } from './show-assignments.ts';

const PAGE = 100;

/** A page of people with all offices they ever held [ID20]. */
export async function listUsers(
  { text = '', after = '' }: InputOf<typeof operation>,
  { tx, clock }: HandlerContext,
): Promise<OutputOf<typeof operation>> {
  const found = await listAccounts(tx, { text, after, limit: PAGE + 1 });
  const page = found.slice(0, PAGE);
  const held = await assignmentsOf(
    tx,
    page.map((account) => account.id),
  );
  const show = await assignmentsShown(tx, [...held.values()].flat(), clock.today());
  const users = page.map((account) => shown(account, (held.get(account.id) ?? []).map(show)));
  const last = page.at(-1);
  return { users, next: found.length > PAGE && last ? foldLogin(last.login) : null };
}

function shown(
  account: ListedAccount,
  assignments: ShownAssignment[],
): OutputOf<typeof operation>['users'][number] {
  const { id, fullName, login, phone, isSample, lastSeenAt } = account;
  return {
    id,
    fullName,
    login,
    phone,
    isSample,
    isDisabled: account.disabledAt !== null,
    hasPassword: account.passwordHash !== null,
    hasSecondFactor: account.totpConfirmedAt !== null,
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
    assignments,
  };
}
