import { beforeEach, expect, it } from 'vitest';
import { type BusinessDate, day } from '../../kernel/dates.ts';
import { keepHouse } from '../../platform/housekeeping/housekeep.ts';
import { testPlatform } from '../../platform/testing/platform.ts';
import { officeServing } from '../registry/index.ts';
import { nameOffices } from './name-offices.ts';
import { publishImport } from './publish-import.ts';
import { ask, command, officer, type TestOffice } from './testing/given-office.ts';
import { CLEAN, OCTOBER, officeOfEachTest, SEPTEMBER } from './testing/office-of-each-test.ts';
import { stageExtracts } from './testing/stage-extracts.ts';
import { undoImport } from './undo-import.ts';

const COMMUNE = '540101';

let office: TestOffice;
const theOffice = officeOfEachTest();
beforeEach(() => {
  office = theOffice();
});

/** Publishes the files of a date whose head calls the office so, as a file without a name does with null. */
async function publishAs(name: string | null, dataDate: BusinessDate, onlyCommunes = [COMMUNE]) {
  const { officeId, database } = office;
  const staging = { folder: CLEAN, dataDate, officeId, onlyCommunes };
  const { batchId } = await stageExtracts(database.owner, staging);
  await database.owner.query('update extracts.batch set office_name = $2 where id = $1', [batchId, name]);
  const outcome = await command(office, await officer(office), (context) =>
    publishImport({ batchId }, context),
  );
  expect(outcome).not.toHaveProperty('refused');
}

const undo = async (dataDate: BusinessDate) =>
  command(office, await officer(office), (context) => undoImport({ dataDate }, context));

/** What the office that serves the commune is called on each of these days, and in the lists of today. */
async function named(...days: string[]) {
  const caller = await officer(office);
  const [communeId] = caller.kind === 'person' ? caller.scope.communeIds : [];
  if (communeId === undefined) throw new Error('the office serves no commune');
  const { rows } = await office.database.owner.query('select name from registry.office where id = $1', [
    office.officeId,
  ]);
  const names = await ask(office, caller, ({ tx }) =>
    Promise.all(days.map(async (on) => (await officeServing(tx, { communeId, on: day(on) }))?.name)),
  );
  return [names, rows[0].name];
}

it('[RG20] an office is called on each day as the files until then called it, and in lists as the newest does', async () => {
  await publishAs('PGD Tuy Hòa', SEPTEMBER);
  await publishAs('PGD Phú Yên', OCTOBER);
  expect(await named('2026-06-01', '2026-09-30', '2026-10-30', '2026-10-31', '2026-12-01')).toEqual([
    ['PGD Tuy Hòa', 'PGD Tuy Hòa', 'PGD Tuy Hòa', 'PGD Phú Yên', 'PGD Phú Yên'],
    'PGD Phú Yên',
  ]);
});

it('[RG20] a file of an older date renames no later day, and one without a name renames nothing', async () => {
  await publishAs('PGD Phú Yên', OCTOBER);
  await publishAs('PGD Tuy Hòa', SEPTEMBER);
  await publishAs(null, OCTOBER);
  expect(await named('2026-09-30', '2026-10-30', '2026-10-31')).toEqual([
    ['PGD Tuy Hòa', 'PGD Tuy Hòa', 'PGD Phú Yên'],
    'PGD Phú Yên',
  ]);
});

it('[RG20] [PF6] undone, a date has the name of its version before, or none of its own', async () => {
  await publishAs('PGD Tuy Hòa', SEPTEMBER);
  await publishAs('PGD Phú Yên', OCTOBER);
  await publishAs('PGD Nhầm', OCTOBER);
  expect(await named('2026-10-31')).toEqual([['PGD Nhầm'], 'PGD Nhầm']);
  await undo(OCTOBER);
  expect(await named('2026-10-31')).toEqual([['PGD Phú Yên'], 'PGD Phú Yên']);
  await undo(OCTOBER);
  expect(await named('2026-10-31')).toEqual([['PGD Tuy Hòa'], 'PGD Tuy Hòa']);
});

it('[RG20] [PF6] undone, a date of which several files stand is called as the last of them calls it', async () => {
  await publishAs('PGD Tuy Hòa', OCTOBER, [COMMUNE, '540102']);
  // The other commune goes on with the file before.
  await publishAs('PGD Phú Yên', OCTOBER);
  await publishAs('PGD Nhầm', OCTOBER);
  await undo(OCTOBER);
  expect(await named('2026-10-31')).toEqual([['PGD Phú Yên'], 'PGD Phú Yên']);
});

it('[RG21] files that were published before names were kept are handed down once, those that were undone are not', async () => {
  await publishAs('PGD Tuy Hòa', SEPTEMBER);
  await publishAs('PGD Phú Yên', OCTOBER);
  await publishAs('PGD Nhầm', OCTOBER);
  await undo(OCTOBER);
  // As the registry stood when it began to keep names: it had the first file's, from the first day.
  const { owner } = office.database;
  await owner.query(`delete from registry.office_name where valid_from <> $1`, [SEPTEMBER]);
  await owner.query(`update registry.office set name = 'PGD Tuy Hòa'`);
  const keepHouseOn = async (date: string) => {
    office.clock.moveTo(`${date}T02:00:00Z`);
    const { logger, metrics } = testPlatform(office.database.app);
    const chores = [{ ...nameOffices, keepDays: async () => 1 }];
    await keepHouse({ platform: office.platform, chores, logger, metrics });
    const { rows } = await owner.query('select removed from platform.housekeeping where chore = $1', [
      nameOffices.name,
    ]);
    return rows[0].removed;
  };
  expect(await named('2026-09-30', '2026-10-31')).toEqual([['PGD Tuy Hòa', 'PGD Tuy Hòa'], 'PGD Tuy Hòa']);
  expect(await keepHouseOn('2026-11-28')).toBe(1);
  expect(await named('2026-09-30', '2026-10-31')).toEqual([['PGD Tuy Hòa', 'PGD Phú Yên'], 'PGD Phú Yên']);
  expect(await keepHouseOn('2026-11-29')).toBe(0);
});
