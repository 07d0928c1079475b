import { beforeEach, describe, expect, it } from 'vitest';
import type { BusinessDate } from '../../kernel/dates.ts';
import { publishImport } from './publish-import.ts';
import { command, officer, publish, type TestOffice } from './testing/given-office.ts';
import { CLEAN, OCTOBER, officeOfEachTest, SEPTEMBER } from './testing/office-of-each-test.ts';
import { stageExtracts } from './testing/stage-extracts.ts';
import { undoImport } from './undo-import.ts';

let office: TestOffice;
const theOffice = officeOfEachTest();
beforeEach(async () => {
  office = theOffice();
});

const publishDate = (dataDate: BusinessDate, onlyCommunes?: readonly string[]) =>
  publish(office, { folder: CLEAN, dataDate, ...(onlyCommunes ? { onlyCommunes } : {}) });
const undo = async (dataDate: BusinessDate) =>
  command(office, await officer(office), (context) => undoImport({ dataDate }, context));
/** `540101 2026-09-30` for each commune and counter that the office serves. */
const served = async () =>
  (
    await office.database.owner.query(
      `select area.bank_code || ' ' || valid.valid_from as line from registry.office_commune valid
       join registry.area on area.id = valid.commune_id where office_id = $1 order by 1`,
      [office.officeId],
    )
  ).rows.map(({ line }) => line.trim());
const only = ['540101', '540102'];

describe('[RG1] [PF6] which communes an office serves', () => {
  it('is as before the undone month, also where the month was the first', async () => {
    await publishDate(SEPTEMBER, only);
    const before = await served();
    await publishDate(OCTOBER);
    expect((await served()).length).toBeGreaterThan(before.length);
    await undo(OCTOBER);
    expect(await served()).toEqual(before);
    await undo(SEPTEMBER);
    expect(await served()).toEqual([]);
    await publishDate(SEPTEMBER, only);
    expect(await served()).toEqual(before);
  });

  it('begins later again when an older month is undone, and earlier when it is published again', async () => {
    await publishDate(OCTOBER, only);
    const before = await served();
    for (const _ of ['once', 'and again']) {
      office.clock.moveTo('2026-11-03T03:00:00Z');
      await publishDate(SEPTEMBER, only);
      expect(await served()).toEqual(before.map((line) => line.replace(OCTOBER, SEPTEMBER)));
      await undo(SEPTEMBER);
      expect(await served()).toEqual(before);
    }
  });

  it('stays where another version of the date still names them; withdrawn rows stay to be read', async () => {
    await publishDate(OCTOBER, only);
    const before = await served();
    await publishDate(OCTOBER);
    await undo(OCTOBER);
    expect(await served()).toEqual(before);
    const { rows } = await office.database.owner.query(
      'select count(*)::int as withdrawn from registry.office_service where withdrawn_at is not null',
    );
    expect(rows[0].withdrawn).toBeGreaterThan(0);
  });
});

it('[RG4] [PF6] an area that an undone month had renamed is called as before', async () => {
  const { communes } = await publishDate(SEPTEMBER, only);
  const names = async () =>
    (
      await office.database.owner.query(
        `select area.name, area.named_on as "on", array(
           select dated.name from registry.area_name dated where dated.area_id = area.id order by valid_from) as history
         from registry.area where id = $1`,
        [communes.get('540101')],
      )
    ).rows[0];
  const { name } = await names();
  const { batchId } = await stageExtracts(office.database.owner, {
    ...{ folder: CLEAN, dataDate: OCTOBER, officeId: office.officeId, onlyCommunes: only },
  });
  await office.database.owner.query(
    `update extracts.staged_area set name = 'Xã Nhầm' where batch_id = $1 and bank_code = '540101'`,
    [batchId],
  );
  await command(office, await officer(office), (context) => publishImport({ batchId }, context));
  expect(await names()).toEqual({ name: 'Xã Nhầm', on: OCTOBER, history: [name, 'Xã Nhầm'] });
  await undo(OCTOBER);
  expect(await names()).toEqual({ name, on: SEPTEMBER, history: [name, name] });
});
