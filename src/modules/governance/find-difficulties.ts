import type { HandlerContext } from '../../platform/command.ts';
import { setScope } from '../../platform/db/scope.ts';
import { type DifficultyPlace, type DifficultyRow, selectDifficulties } from './db/difficulties.ts';
import { seatOfCaller } from './seat-of-caller.ts';

type Asking = Pick<HandlerContext, 'tx' | 'caller'>;

/**
 * The difficulties of a briefing (null: those that wait for the next) or about a household that the caller reads [GV7]: what the scope shows,
 * what they raised themselves about matters that lie in no group or village of theirs, and what was given to their office.
 */
export async function findDifficulties(asking: Asking, choice: DifficultyPlace): Promise<DifficultyRow[]> {
  const { tx, caller } = asking;
  const inScope = await selectDifficulties(tx, choice);
  const { userId } = caller;
  if (userId === null) return inScope;
  const concerning = { raisedBy: userId, givenSeat: seatOfCaller(caller) };
  const own = await inWholeCommune(asking, () => selectDifficulties(tx, { ...choice, concerning }));
  const known = new Set(inScope.map(({ id }) => id));
  return [...inScope, ...own.filter(({ id }) => !known.has(id))].sort(
    (a, b) => a.raisedAt.getTime() - b.raisedAt.getTime() || (a.id < b.id ? -1 : 1),
  );
}

/**
 * Runs one statement over the whole commune for somebody with a narrower office; what it reads of others must
 * not be answered: it names the caller or what they made, tells no more than how many, or only what is struck out by it. A statement that fails ends the transaction, and the scope with it.
 */
export async function inWholeCommune<T>({ tx, caller }: Asking, statement: () => Promise<T>): Promise<T> {
  const { communeIds, officeIds, system } = caller.scope;
  await setScope(tx, { communeIds, officeIds, system });
  const answer = await statement();
  await setScope(tx, caller.scope);
  return answer;
}
