import { beforeEach, expect, it } from 'vitest';
import { type BusinessDate, day } from '../../kernel/dates.ts';
import { officeServing } from '../registry/index.ts';
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
async function publishAs(name: string | null, dataDate: BusinessDate) {
  const { officeId, database } = office;
  const staging = { folder: CLEAN, dataDate, officeId, onlyCommunes: [COMMUNE] };
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
