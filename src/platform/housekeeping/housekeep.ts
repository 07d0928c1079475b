import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { BusinessDate } from '../../kernel/dates.ts';
import { appendAudit, SYSTEM_CHAIN } from '../audit/append-audit.ts';
import { systemCaller } from '../caller.ts';
import { type HandlerContext, openContext, type Platform } from '../command.ts';
import type { Tx } from '../db/database.ts';
import { SYSTEM_SCOPE, setScope } from '../db/scope.ts';
import type { Metrics } from '../metrics.ts';

/** Work of one kind that is done once a day: mostly it removes what is over. It may narrow or widen the scope of its transaction for its own tables. */
export type Cleaning = {
  /** Unique; it stands in the audit trail: `identity.cleanSessions`. */
  readonly name: string;
  /** What it counts, for the audit trail, where it is daily work that removes nothing. Default `removed`. */
  readonly counts?: string;
  /** Removes what was over before this moment, of which work that removes nothing asks nothing. @returns how many were removed or done, in its own unit */
  readonly clean: (context: HandlerContext, before: Date) => Promise<number | Cleaned>;
};

/** What a chore removed, and what it removes besides that no transaction gives back. */
export type Cleaned = {
  readonly removed: number;
  /** Done once the rows are gone for good; what a killed process leaves of it, a later chore must find. */
  readonly afterCommit: () => Promise<void>;
};

/** A cleaning together with how long its leftovers are kept, a dated rule. */
export type Chore = Cleaning & {
  readonly keepDays: (tx: Tx, today: BusinessDate) => Promise<number>;
};

/** What keeps house. */
export type Housekeeping = {
  readonly platform: Platform;
  readonly chores: readonly Chore[];
  readonly logger: Logger;
  readonly metrics: Metrics;
};

const DAY_MS = 86_400_000;
/** Whatever the rule says: what is over since today may still be looked at. */
const LEAST_DAYS = 1;

/**
 * Does every chore that was not done today, each in a transaction of its own together with the record that it was
 * done [HK1]: a process that is killed leaves it undone, a second process finds it done. A chore that fails holds up
 * no other, and is tried again at the next call.
 */
export async function keepHouse(housekeeping: Housekeeping): Promise<void> {
  const { chores, logger, metrics } = housekeeping;
  const done = await doneToday(housekeeping.platform);
  for (const chore of chores.filter(({ name }) => !done.has(name))) {
    try {
      const removed = await doChore(housekeeping.platform, chore);
      if (removed) logger.info({ chore: chore.name, removed }, 'cleaned');
    } catch (error) {
      metrics.defects.inc({ where: chore.name });
      logger.error({ err: error, chore: chore.name }, 'cleaning failed');
    }
  }
}

async function doneToday({ database, clock }: Platform): Promise<ReadonlySet<string>> {
  const { rows } = await database.read(SYSTEM_SCOPE, (tx) =>
    sql<{ chore: string }>`
      select chore from platform.housekeeping where done_on >= ${clock.today()}
    `.execute(tx),
  );
  return new Set(rows.map(({ chore }) => chore));
}

/** Undefined when another process was first. */
async function doChore(platform: Platform, chore: Chore): Promise<number | undefined> {
  const { database, clock } = platform;
  const cleaned = await database.write(SYSTEM_SCOPE, async (tx) => {
    const today = clock.today();
    if (!(await claim(tx, chore.name, today))) return undefined;
    const days = Math.max(LEAST_DAYS, await chore.keepDays(tx, today));
    const at = clock.now();
    const before = new Date(at.getTime() - days * DAY_MS);
    const caller = systemCaller(SYSTEM_SCOPE);
    const outcome = await chore.clean(openContext(platform, tx, caller).context, before);
    const { removed, afterCommit } =
      typeof outcome === 'number' ? { removed: outcome, afterCommit: undefined } : outcome;
    await setScope(tx, SYSTEM_SCOPE);
    await sql`update platform.housekeeping set removed = ${removed} where chore = ${chore.name}`.execute(tx);
    const notes = [
      { communeId: SYSTEM_CHAIN, subject: { [chore.counts ?? 'removed']: removed, keptDays: days } },
    ];
    if (removed > 0) await appendAudit(tx, { command: chore.name, caller, runsAsSystem: true, at, notes });
    return { removed, afterCommit };
  });
  await cleaned?.afterCommit?.();
  return cleaned?.removed;
}

/** Waits for another process that is at it; false when that one has done it. */
async function claim(tx: Tx, chore: string, today: BusinessDate): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into platform.housekeeping (chore, done_on, removed) values (${chore}, ${today}, 0)
    on conflict (chore) do update set done_on = excluded.done_on, removed = 0
      where housekeeping.done_on < excluded.done_on
  `.execute(tx);
  return numAffectedRows === 1n;
}
