import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { verifyAudit } from '../../platform/audit/verify-audit.ts';
import { PROJECT_ROOT } from '../../platform/project.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addConclusion } from './add-conclusion.ts';
import type { ClosingTold, KilledAt } from './testing/close-in-process.ts';
import { CONCLUSION, opened, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, type TestCommune } from './testing/given-commune.ts';

/** Bundled once, so that each of many processes starts without a compiler; below the project, where its packages are found. */
const PROGRAM = join(PROJECT_ROOT, `.cache/close-in-process-${process.pid}.mjs`);
/** Spread over all statements of the closing; the commit has three more of its own. */
const POINTS = 20;

const OPEN = { state: 'open', numbers: [], entries: 0, tasks: 0, kept: false };

let commune: TestCommune;
beforeAll(async () => {
  await build({
    ...{ absWorkingDir: PROJECT_ROOT, outfile: PROGRAM, bundle: true, packages: 'external' },
    ...{ platform: 'node', format: 'esm', target: 'node20', logLevel: 'warning' },
    entryPoints: ['src/modules/governance/testing/close-in-process.ts'],
  });
  commune = await givenCommune();
});
afterAll(async () => {
  await commune.database.close();
  rmSync(PROGRAM, { force: true });
});

async function meetingOn(heldOn: string): Promise<TestBriefing> {
  const within = await opened(commune, day(heldOn));
  await command(commune, commune.as('creditOfficer'), (context) =>
    addConclusion({ ...within, ...CONCLUSION, dueOn: day('2027-01-15'), conclusionId: nextId() }, context),
  );
  return within;
}

/** Closes a meeting in a process of its own, which is killed; answers what it said until then, once the server has let go of it. */
async function closeKilled(within: TestBriefing, killedAt: KilledAt) {
  const { address } = commune.database;
  const told: ClosingTold = {
    address: { ...address, user: 'giaoban_app', password: 'test' },
    caller: commune.as('creditOfficer'),
    now: commune.clock.now().toISOString(),
    ...{ within, killedAt },
  };
  const before = await sessions();
  const child = spawn(process.execPath, [PROGRAM, JSON.stringify(told)], {
    cwd: PROJECT_ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = text(child.stdout);
  const [, signal] = await once(child, 'exit');
  await expect.poll(async () => (await sessions()).filter((pid) => !before.includes(pid))).toEqual([]);
  return { said: await said, signal };
}

/** The server's processes that work for this database's application. */
async function sessions(): Promise<number[]> {
  const { rows } = await commune.database.owner.query<{ pid: number }>(
    "select pid from pg_stat_activity where datname = current_database() and usename = 'giaoban_app'",
  );
  return rows.map(({ pid }) => pid);
}

/** What there is of the closing of a meeting. */
async function left({ briefingId }: TestBriefing) {
  const { rows } = await commune.database.owner.query(
    `select state,
       (select coalesce(array_agg(minutes_number order by minutes_number), '{}') from governance.briefing where state = 'closed') as numbers,
       (select count(*)::int from platform.audit_entry where command = 'governance.closeBriefing') as entries,
       (select count(*)::int from governance.task join governance.directive d on task.directive_id = d.id
        where d.briefing_id = $1) as tasks,
       minutes is not null and minutes_hash is not null as kept
     from governance.briefing where id = $1`,
    [briefingId],
  );
  return rows[0];
}

it(`[GV10] [GV31] a process killed at ${POINTS} points of closing and around its commit leaves the meeting open or closed, never half, and the series without a gap`, async () => {
  const meeting = await meetingOn('2026-10-23');
  const counted = await closeKilled(meeting, { commit: 'unsent' });
  expect(counted.signal).toBe('SIGKILL');
  expect(await left(meeting)).toEqual(OPEN);
  const statements = Number(counted.said);
  expect(statements).toBeGreaterThan(POINTS);

  for (let point = 1; point <= POINTS; point += 1) {
    const statement = Math.round((point * statements) / POINTS);
    const is = point % 2 === 0 ? 'sent' : 'answered';
    const { signal } = await closeKilled(meeting, { statement, is });
    expect([statement, signal, await left(meeting)]).toEqual([statement, 'SIGKILL', OPEN]);
  }

  // The commit's own answer is lost: nobody was told, and it stands whole all the same.
  const commit = statements + 1;
  expect(await closeKilled(meeting, { statement: commit, is: 'answered' })).toEqual({
    said: '',
    signal: 'SIGKILL',
  });
  const closed = { state: 'closed', numbers: [1], entries: 1, tasks: 1, kept: true };
  expect(await left(meeting)).toEqual(closed);

  // Killed while the commit is under way either may stand, and nothing between.
  const next = await meetingOn('2026-11-23');
  await closeKilled(next, { statement: commit, is: 'sent' });
  const stands = await left(next);
  const whole = { ...closed, numbers: [1, 2], entries: 2 };
  const untouched = { ...OPEN, numbers: [1], entries: 1 };
  expect([whole, untouched]).toContainEqual(stands);

  const last = await meetingOn('2026-12-23');
  const { said } = await closeKilled(last, null);
  const numbers = stands?.state === 'closed' ? [1, 2, 3] : [1, 2];
  expect(JSON.parse(said)).toMatchObject({ minutesNumber: numbers.length, minutesYear: 2026 });
  expect(await left(last)).toMatchObject({ state: 'closed', numbers, entries: numbers.length });
  expect((await verifyAudit(commune.database.app)).broken).toEqual([]);
}, 300_000);
