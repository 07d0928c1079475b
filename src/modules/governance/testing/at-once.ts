import pg from 'pg';
import type { Refusal } from '../../../kernel/refusal.ts';
import type { Caller } from '../../../platform/caller.ts';
import type { RequestContext } from '../../../platform/http/implement.ts';
import { waitsForLock } from '../../../platform/testing/waits-for-lock.ts';
import { type TestCommune, tryCommand } from './given-commune.ts';

/** What somebody does. */
type Doing<T> = readonly [by: Caller, what: (context: RequestContext) => Promise<T | Refusal>];

/** Begins the second while the first has done its work and is not through yet. @returns what each came to */
export async function atOnce<T>(
  commune: TestCommune,
  [firstBy, first]: Doing<T>,
  [secondBy, second]: Doing<T>,
): Promise<readonly [T | Refusal, T | Refusal]> {
  let later: Promise<T | Refusal> | undefined;
  const earlier = await tryCommand(commune, firstBy, async (context) => {
    const outcome = await first(context);
    later = tryCommand(commune, secondBy, second);
    // Until it waits for the first, or is through in spite of it.
    await Promise.race([later, waitsForLock(commune.database.owner)]);
    return outcome;
  });
  if (!later) throw new Error('the second was not begun');
  return [earlier, await later];
}

/** Somebody else in the middle of a command, who takes rows in hand one after the other and keeps them to the end of it. */
export async function somebodyElse({ database }: TestCommune) {
  const other = new pg.Client(database.ownerAddress);
  await other.connect();
  await other.query('begin');
  return {
    /** Runs a statement in their transaction. */
    does: (text: string, values: readonly unknown[]) => other.query(text, [...values]),
    /** Ends once somebody, or so many, wait for what they or others have in hand. */
    isWaitedFor: (by = 1) => waitsForLock(database.owner, by),
    /** They are through. */
    ends: async () => {
      await other.query('commit');
      await other.end();
    },
  };
}
