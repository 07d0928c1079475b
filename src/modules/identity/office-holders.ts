import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Tx } from '../../platform/db/database.ts';
import { setScope } from '../../platform/db/scope.ts';
import { transactionMemory } from '../../platform/db/transaction-memory.ts';
import {
  type OfficeHolder,
  type OwnOffice,
  selectFullName,
  selectOfficeHolders,
  selectOwnOffices,
} from './db/office-holders.ts';

export type { OfficeHolder } from './db/office-holders.ts';

/** One briefing asks for the offices of one commune several times over. */
const holders = transactionMemory<OfficeHolder[]>();

/**
 * Who holds which office in a commune of the caller's, by name: whom a meeting asks and whom a task is given to. Accounts
 * belong to the system, so the scope is widened for this one question and set back; a commune that is not the caller's
 * has no answer.
 */
export async function officeHolders(
  { tx, caller }: { readonly tx: Tx; readonly caller: Caller },
  asked: { readonly communeId: Id; readonly on: BusinessDate },
): Promise<OfficeHolder[]> {
  if (!caller.scope.communeIds.includes(asked.communeId)) return [];
  const key = `${asked.communeId} ${asked.on}`;
  return holders(tx, key, () => asSystem({ tx, caller }, () => selectOfficeHolders(tx, asked)));
}

/** The offices that the caller holds today in their communes besides the one under which they act. */
export async function otherOffices(
  { tx, caller }: { readonly tx: Tx; readonly caller: Caller },
  on: BusinessDate,
): Promise<OwnOffice[]> {
  const { userId, assignmentId, scope } = caller;
  if (userId === null) return [];
  const held = await asSystem({ tx, caller }, () => selectOwnOffices(tx, userId, on));
  return held.filter((one) => one.assignmentId !== assignmentId && scope.communeIds.includes(one.communeId));
}

/** What is written by one person in one transaction is signed with one name. */
const names = transactionMemory<string | undefined>();

/** The caller's own name, for what is signed; `Hệ thống` where no person acts. */
export async function callerName({
  tx,
  caller,
}: {
  readonly tx: Tx;
  readonly caller: Caller;
}): Promise<string> {
  const { userId } = caller;
  if (userId === null) return 'Hệ thống';
  const name = await names(tx, userId, () => asSystem({ tx, caller }, () => selectFullName(tx, userId)));
  return name ?? 'Hệ thống';
}

/** Runs one question over accounts. A question that fails ends the transaction, and the scope with it. */
async function asSystem<T>(
  { tx, caller }: { readonly tx: Tx; readonly caller: Caller },
  question: () => Promise<T>,
): Promise<T> {
  await setScope(tx, { ...caller.scope, system: true });
  const answer = await question();
  await setScope(tx, caller.scope);
  return answer;
}
