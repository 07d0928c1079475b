import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { setScope } from '../../platform/db/scope.ts';
import { selectStandings } from './db/count-difficulties.ts';
import {
  type Concerning,
  type DifficultyPlace,
  type DifficultyRow,
  selectDifficulties,
} from './db/difficulties.ts';
import { seatOfCaller } from './seat-of-caller.ts';

type Asking = Pick<HandlerContext, 'tx' | 'caller'>;

/** The difficulties of a briefing (null: those that wait for the next) or about a household that the caller reads, as they were raised. */
export async function findDifficulties(asking: Asking, choice: DifficultyPlace): Promise<DifficultyRow[]> {
  const { tx } = asking;
  const found = await readByCaller(asking, (concerning) =>
    selectDifficulties(tx, { ...choice, ...concerning }),
  );
  return found.sort((a, b) => a.raisedAt.getTime() - b.raisedAt.getTime() || (a.id < b.id ? -1 : 1));
}

/** Of a briefing's difficulties those that nobody has answered, and those that were given to somebody to be answered. */
export type DifficultyCounts = { readonly open: number; readonly given: number };

/** Counts what {@link findDifficulties} answers for each of these briefings: their list tells what their pages tell. */
export async function countDifficultiesRead(
  asking: Asking,
  asked: { readonly communeId: Id; readonly briefingIds: readonly Id[] },
): Promise<(briefingId: Id) => DifficultyCounts> {
  const { tx } = asking;
  const standings = await readByCaller(asking, (concerning) =>
    selectStandings(tx, { ...asked, ...concerning }),
  );
  return (briefingId) => {
    const states = standings.flatMap((one) => (one.briefingId === briefingId ? [one.state] : []));
    return {
      open: states.filter((state) => state === 'open').length,
      given: states.filter((state) => state === 'given').length,
    };
  };
}

/**
 * What the caller reads of difficulties [GV7]: what the scope shows, what they raised themselves about matters that lie in no group or
 * village of theirs, and what was given to their office.
 */
async function readByCaller<T extends { readonly id: Id }>(
  asking: Asking,
  select: (concerning: { readonly concerning?: Concerning }) => Promise<T[]>,
): Promise<T[]> {
  const { caller } = asking;
  const inScope = await select({});
  const { userId } = caller;
  if (userId === null) return inScope;
  const concerning = { raisedBy: userId, givenSeat: seatOfCaller(caller) };
  const own = await inWholeCommune(asking, () => select({ concerning }));
  const known = new Set(inScope.map(({ id }) => id));
  return [...inScope, ...own.filter(({ id }) => !known.has(id))];
}

/**
 * Runs one statement over the whole commune for somebody with a narrower office; what it reads of others must
 * not be answered: it names the caller or what they made, tells no more than how many, or only what is struck
 * out by it. A statement that fails ends the transaction, and the scope with it.
 */
export async function inWholeCommune<T>({ tx, caller }: Asking, statement: () => Promise<T>): Promise<T> {
  const { communeIds, officeIds, system } = caller.scope;
  await setScope(tx, { communeIds, officeIds, system });
  const answer = await statement();
  await setScope(tx, caller.scope);
  return answer;
}
