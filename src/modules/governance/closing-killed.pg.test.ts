import { afterAll, beforeAll, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { runCommand } from '../../platform/command.ts';
import type { RequestContext } from '../../platform/http/implement.ts';
import { dyingDatabase } from '../../platform/testing/dying-database.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addConclusion } from './add-conclusion.ts';
import { closeBriefing } from './close-briefing.ts';
import { giveDifficulty } from './give-difficulty.ts';
import { raiseDifficulty } from './raise-difficulty.ts';
import { CONCLUSION, opened, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, type TestCommune } from './testing/given-commune.ts';

const STEPS = 20;

let commune: TestCommune;
let within: TestBriefing;
beforeAll(async () => {
  commune = await givenCommune();
  within = await opened(commune);
  await command(commune, commune.as('creditOfficer'), (context) =>
    addConclusion({ ...within, ...CONCLUSION, conclusionId: nextId() }, context),
  );
  await giveOneDifficulty();
}, 60_000);
afterAll(() => commune.database.close());

/** A difficulty that closing makes a task of too. */
async function giveOneDifficulty(): Promise<void> {
  const { communeId } = within;
  const difficultyId = nextId();
  const matter = { about: 'matter' as const, householdId: null, personId: null, contractNo: null };
  const raised = { ...within, ...matter, difficultyId, groupCode: null, saidBy: null, text: 'Mất điện' };
  const { ownerName: name, dueOn } = CONCLUSION;
  await command(commune, commune.as('creditOfficer'), (context) => raiseDifficulty(raised, context));
  await command(commune, commune.as('creditOfficer'), (context) =>
    giveDifficulty({ communeId, difficultyId, seat: null, name, dueOn, baseVersion: 1 }, context),
  );
}

/** Closes the briefing on a server that dies after so many statements; true when it lived. */
async function closeDyingAfter(statements: number): Promise<boolean> {
  const { platform, database } = commune;
  const dying = { ...platform, database: dyingDatabase(platform.database, database.owner, statements) };
  const caller = commune.as('creditOfficer');
  try {
    const outcome = await runCommand(dying, { name: 'governance.closeBriefing', caller }, (context) =>
      closeBriefing({ ...within, withoutConclusions: false }, context as RequestContext),
    );
    return !isRefusal(outcome);
  } catch {
    return false;
  }
}

async function left(): Promise<{ state: string; numbers: number; entries: number; tasks: number }> {
  const { rows } = await commune.database.owner.query(
    `select state, (select count(*)::int from governance.minutes_series) as numbers,
       (select count(*)::int from platform.audit_entry where command = 'governance.closeBriefing') as entries,
       (select count(*)::int from governance.directive join governance.task on task.directive_id = directive.id) as tasks
     from governance.briefing where id = $1`,
    [within.briefingId],
  );
  return rows[0];
}

/** How many statements the closing has: the server is let die later and later until it lives. */
async function statementsOfClosing(): Promise<number> {
  let statements = 0;
  const counting = { ...commune.platform.database };
  counting.write = (scope, change) =>
    commune.platform.database.write(scope, async (tx) => {
      await change(
        tx.withPlugin({
          transformQuery: ({ node }) => node,
          transformResult: async ({ result }) => {
            statements += 1;
            return result;
          },
        }),
      );
      // Counted, and undone.
      throw new Error('counted');
    });
  const caller = commune.as('creditOfficer');
  const command = { name: 'governance.closeBriefing', caller };
  await runCommand({ ...commune.platform, database: counting }, command, (context) =>
    closeBriefing({ ...within, withoutConclusions: false }, context as RequestContext),
  ).catch(() => undefined);
  return statements;
}

it(`[GV10] [GV31] [GV124] killed at ${STEPS} steps of closing, the briefing is open each time, no number is lost and no task is half given`, async () => {
  const statements = await statementsOfClosing();
  expect(statements).toBeGreaterThan(STEPS);
  const steps = Array.from({ length: STEPS }, (_, i) =>
    Math.max(1, Math.round(((i + 1) * statements) / STEPS)),
  );
  for (const step of steps) {
    expect([step, await closeDyingAfter(step)]).toEqual([step, false]);
    expect([step, await left()]).toEqual([step, { state: 'open', numbers: 0, entries: 0, tasks: 0 }]);
  }
  expect(await closeDyingAfter(statements + 1)).toBe(true);
  expect(await left()).toEqual({ state: 'closed', numbers: 1, entries: 1, tasks: 2 });
  expect(await shown(commune, within)).toMatchObject({
    state: 'closed',
    minutesNumber: 1,
    minutesYear: 2026,
  });
});
