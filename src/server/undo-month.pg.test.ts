import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../kernel/dates.ts';
import type { Id } from '../kernel/ids.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { bankFiles } from '../modules/extracts/testing/bank-files.ts';
import { undoImport } from '../modules/portfolio/index.ts';
import { systemCaller } from '../platform/caller.ts';
import { runCommand } from '../platform/command.ts';
import { createMetrics } from '../platform/metrics.ts';
import { drainOutbox } from '../platform/outbox/deliver-outbox.ts';
import { type TestDatabase, testDatabase } from '../platform/testing/database.ts';
import { testPlatform } from '../platform/testing/platform.ts';
import { importFiles, publishBatch } from './import-files.ts';
import { EVENT_HANDLERS } from './modules.ts';

const OCTOBER = day('2026-10-31');
const { files } = bankFiles({ loans: 60, communes: 2 });

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const nobody = systemCaller({ communeIds: [], officeIds: [], system: true });
const rowsOf = async (query: string) => (await database.owner.query(query)).rows;

async function publishMonth() {
  const { platform } = testPlatform(database.app);
  const read = await importFiles(platform, { caller: nobody, files });
  if (isRefusal(read)) throw new Error(read.refused);
  const published = await publishBatch(platform, read);
  if (isRefusal(published)) throw new Error(`${published.refused} ${JSON.stringify(published.data)}`);
}

async function undoMonth() {
  const { platform } = testPlatform(database.app);
  const [office] = await rowsOf('select id from registry.office');
  const communes = await rowsOf('select commune_id from registry.office_commune');
  const scope = {
    communeIds: communes.map((row): Id => row.commune_id),
    officeIds: [office.id as Id],
    system: true,
  };
  const caller = systemCaller(scope);
  return runCommand(platform, { name: 'portfolio.undoImport', caller }, (context) =>
    undoImport({ dataDate: OCTOBER }, context),
  );
}

const deliver = () => {
  const { platform } = testPlatform(database.app);
  const logger = pino({ level: 'silent' });
  return drainOutbox({ platform, handlers: EVENT_HANDLERS, logger, metrics: createMetrics() });
};
const points = () =>
  rowsOf(`select point_code, fixed_day from sessions.point where withdrawn_at is null order by 1, 2`);
const served = () => rowsOf('select commune_id, valid_from from registry.office_commune order by 1');

it('[SE10] [RG1] [PF6] a month published, undone and published again teaches its points and communes anew', async () => {
  await publishMonth();
  expect(await deliver()).toBe(0);
  const [pointsOfMonth, servedInMonth] = [await points(), await served()];
  expect(pointsOfMonth.length).toBeGreaterThan(0);
  expect(await undoMonth()).toMatchObject({ undoneVersionNumber: 1, versionNumber: null });
  expect(await deliver()).toBe(0);
  expect([await points(), await served()]).toEqual([[], []]);
  await publishMonth();
  expect(await deliver()).toBe(0);
  expect([await points(), await served()]).toEqual([pointsOfMonth, servedInMonth]);
});

it('[SE10] the news of an undoing that is heard before that of the publication brings nothing in', async () => {
  await undoMonth();
  await deliver();
  await publishMonth();
  await undoMonth();
  expect(await deliver()).toBe(0);
  expect(await points()).toEqual([]);
});
