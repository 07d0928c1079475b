import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BusinessDate } from '../kernel/dates.ts';
import type { Id } from '../kernel/ids.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { allFaults } from '../modules/extracts/all-faults.ts';
import { bankFiles, type DroppedFile } from '../modules/extracts/testing/bank-files.ts';
import {
  givenBatch,
  givenOffice,
  shownBatch,
  systemOf,
  type TestOffice,
} from '../modules/extracts/testing/given-batch.ts';
import { publishImport, undoImport } from '../modules/portfolio/index.ts';
import { RULES } from '../modules/programmes/domain/rules.ts';
import { ruleValues } from '../modules/programmes/index.ts';
import { fixedClock } from '../platform/clock.ts';
import { type Platform, runCommand, runQuestion } from '../platform/command.ts';
import { NO_SCOPE } from '../platform/db/scope.ts';
import { keepHouse } from '../platform/housekeeping/housekeep.ts';
import { drainOutbox } from '../platform/outbox/deliver-outbox.ts';
import { type TestDatabase, testDatabase } from '../platform/testing/database.ts';
import { testFileStore } from '../platform/testing/files.ts';
import { testPlatform } from '../platform/testing/platform.ts';
import { CHORES, fileChores } from './chores.ts';
import { EVENT_HANDLERS } from './modules.ts';

let database: TestDatabase;
let office: TestOffice;
const september = bankFiles({ loans: 120, communes: 2, date: '2026-09-30' });
const october = bankFiles({ loans: 120, communes: 2, hasDirt: true });

beforeAll(async () => {
  database = await testDatabase();
  office = await givenOffice(database);
});
afterAll(() => database.close());

/** The house is kept this long after the files were read. */
async function daysLater(days: number, seconds = 0): Promise<void> {
  const clock = fixedClock('2026-11-03T01:12:00Z');
  clock.moveTo(new Date(clock.now().getTime() + days * 86_400_000 + seconds * 1_000).toISOString());
  const platform: Platform = { ...office.platform, clock };
  await keepHouse({ ...testPlatform(database.app), platform, chores: CHORES });
}

async function caller() {
  const { rows } = await database.owner.query<{ id: Id }>(
    `select id from registry.area where kind in ('commune', 'counter')`,
  );
  const system = systemOf(office.officeId);
  return { ...system, scope: { ...system.scope, communeIds: rows.map(({ id }) => id) } };
}

async function published(files: readonly DroppedFile[]): Promise<Id> {
  const { batchId } = await givenBatch(office, files, await caller());
  const outcome = await runCommand(office.platform, { name: 'test', caller: await caller() }, (context) =>
    publishImport({ batchId }, context),
  );
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome));
  return batchId;
}

const STAGED = ['loan', 'person', 'saving', 'freeze', 'group', 'score'].map((name) => `staged_${name}`);

async function rowsOf(batchId: Id, tables: readonly string[]): Promise<number> {
  const counts = tables.map((table) => `(select count(*) from extracts.${table} where batch_id = $1)`);
  const { rows } = await database.owner.query(`select (${counts.join(' + ')})::int as rows`, [batchId]);
  return rows[0].rows;
}

const faultsOf = async (batchId: Id) => {
  const found = await runQuestion(office.platform, { caller: office.officer }, ({ tx }) =>
    allFaults(tx, batchId),
  );
  return isRefusal(found) ? found.refused : found.rows.map((row) => Object.values(row).join(';')).join('\n');
};

describe('housekeeping of imports', () => {
  let [older, newer, waiting]: (Id | undefined)[] = [];

  it('[EX22] staged rows go after their days, once the news of the publication is delivered', async () => {
    older = await published(september.files);
    newer = await published(october.files);
    waiting = (
      await givenBatch(office, bankFiles({ loans: 60, communes: 2, seed: 5, date: '2026-08-31' }).files)
    ).batchId;
    for (const batchId of [older, newer, waiting]) expect(await rowsOf(batchId, STAGED)).toBeGreaterThan(0);
    await daysLater(31);
    expect(await rowsOf(newer, STAGED)).toBeGreaterThan(0);
    await drainOutbox({ ...testPlatform(database.app), platform: office.platform, handlers: EVENT_HANDLERS });
    await database.owner.query('delete from platform.housekeeping');
    await daysLater(30);
    expect(await rowsOf(newer, STAGED)).toBeGreaterThan(0);
    await database.owner.query('delete from platform.housekeeping');
    await daysLater(30, 1);
    expect([await rowsOf(older, STAGED), await rowsOf(newer, STAGED)]).toEqual([0, 0]);
    expect(await rowsOf(waiting, STAGED)).toBeGreaterThan(0);
    expect(await rowsOf(newer, ['file_piece'])).toBeGreaterThan(0);
  });

  it('[EX22] contents of files go after theirs; a batch that waits keeps everything', async () => {
    if (!newer || !older || !waiting) throw new Error('the test before has failed');
    const faults = await faultsOf(newer);
    expect(faults.split('\n').length).toBeGreaterThan(5);
    await daysLater(90);
    expect(await rowsOf(newer, ['file_piece'])).toBeGreaterThan(0);
    await database.owner.query('delete from platform.housekeeping');
    await daysLater(90, 1);
    expect([await rowsOf(older, ['file_piece']), await rowsOf(newer, ['file_piece'])]).toEqual([0, 0]);
    for (const table of ['file_piece', 'staged_loan'])
      expect(await rowsOf(waiting, [table]), table).toBeGreaterThan(0);
    expect(await faultsOf(newer)).toBe(faults);
    expect(await rowsOf(newer, ['control_total', 'staged_area', 'batch_file'])).toBeGreaterThan(0);
  });

  it('[EX19] [EX22] the same files are still recognised, and the publication can still be taken back', async () => {
    const again = await givenBatch(office, october.files, await caller());
    expect(again.blocking.map(({ code }) => code)).toEqual(['alreadyPublished']);
    const undone = await runCommand(office.platform, { name: 'test', caller: await caller() }, (context) =>
      undoImport({ dataDate: '2026-10-31' as BusinessDate }, context),
    );
    expect(undone).toMatchObject({ undoneVersionNumber: 1, versionNumber: null });
    expect((await shownBatch(office, newer as Id, await caller())).state).toBe('undone');
    expect((await givenBatch(office, october.files, await caller())).state).toBe('ready');
  });

  it('[PR5] every time that things are kept has its row', async () => {
    const names = (Object.keys(RULES) as (keyof typeof RULES)[]).filter((name) => name.startsWith('keep'));
    const values = await database.app.read({ ...NO_SCOPE, system: true }, (tx) =>
      ruleValues(tx, office.platform.clock.today()),
    );
    const files = testFileStore();
    const keeping = [...CHORES, ...fileChores(files.store)].filter(({ counts }) => counts === undefined);
    files.clear();
    expect(names).toHaveLength(keeping.length);
    for (const name of names) expect(Number(values.of(name).value)).toBeGreaterThanOrEqual(30);
  });
});
