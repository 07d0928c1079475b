import { beforeEach, describe, expect, it } from 'vitest';
import type { BusinessDate } from '../../kernel/dates.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { listControlCells } from './list-control-cells.ts';
import { listStagedLoans } from './list-staged-loans.ts';
import { previewImport } from './preview-import.ts';
import { publishImport } from './publish-import.ts';
import { reconcile } from './reconcile.ts';
import { ask, command, officer, publish, type TestOffice } from './testing/given-office.ts';
import { DIRTY, OCTOBER, officeOfEachTest, SEPTEMBER } from './testing/office-of-each-test.ts';
import { type StagedBatch, stageExtracts } from './testing/stage-extracts.ts';

let office: TestOffice;
const theOffice = officeOfEachTest();
beforeEach(async () => {
  office = theOffice();
});

const stage = (dataDate: BusinessDate, onlyCommunes?: readonly string[]): Promise<StagedBatch> =>
  stageExtracts(office.database.owner, {
    ...{ folder: DIRTY, dataDate, officeId: office.officeId },
    ...(onlyCommunes ? { onlyCommunes } : {}),
  });
async function answer<T>(question: (context: HandlerContext) => Promise<T | Refusal>): Promise<T> {
  const outcome = await ask(office, await officer(office), question);
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return outcome;
}
const preview = ({ batchId }: StagedBatch) => answer((context) => previewImport({ batchId }, context));
const cellsOf = ({ batchId }: StagedBatch) => answer((context) => listControlCells({ batchId }, context));

describe('the preview', () => {
  it('[PF17] adds up to the office commune by commune, the counter of savers without a commune among them', async () => {
    await publish(office, { folder: DIRTY, dataDate: SEPTEMBER });
    const { communes, counter, closing } = await preview(await stage(OCTOBER));
    if (counter === null) throw new Error('the dirty files have savers without a commune');
    expect(counter).toMatchObject({ loans: 0, openingVnd: 0n, closingVnd: 0n, differenceVnd: 0n });
    const rows = [...communes, counter];
    const sum = (amount: 'openingVnd' | 'lendingVnd' | 'collectionVnd' | 'writtenOffVnd' | 'closingVnd') =>
      rows.reduce((total, row) => total + (row[amount] ?? 0n), 0n);
    expect(sum('closingVnd')).toBe(closing.outstandingVnd);
    expect(sum('openingVnd') + sum('lendingVnd') - sum('collectionVnd') - sum('writtenOffVnd')).toBe(
      closing.outstandingVnd,
    );
  });

  it('[PF17] customers who had paid everything off and borrow again have returned, and are told by name', async () => {
    const { owner } = office.database;
    const september = await stage(SEPTEMBER);
    const { rows: settled } = await owner.query<{ contract_no: string }>(
      `update extracts.staged_loan set is_closed = true, outstanding_vnd = 0, in_term_vnd = 0, overdue_vnd = 0, frozen_vnd = 0
       where batch_id = $1 and customer_code = any (
         select customer_code from extracts.staged_loan where batch_id = $1 and outstanding_vnd > 0
         group by customer_code having count(*) = 1 order by customer_code limit 5)
       returning contract_no`,
      [september.batchId],
    );
    await command(office, await officer(office), (context) =>
      publishImport({ batchId: september.batchId }, context),
    );
    const october = await stage(OCTOBER);
    const { comparison } = await preview(october);
    const list = await answer((context) =>
      listStagedLoans({ batchId: october.batchId, list: 'returned' }, context),
    );
    const { rows: expected } = await owner.query<{ contract: string; name: string; vnd: bigint }>(
      `select loan.contract_no as contract, person.full_name as name, loan.outstanding_vnd as vnd
       from extracts.staged_loan loan join extracts.staged_person person using (commune_id, batch_id, customer_code)
       where loan.batch_id = $1 and loan.contract_no = any ($2) and loan.outstanding_vnd > 0`,
      [october.batchId, settled.map((loan) => loan.contract_no)],
    );
    expect(expected.length).toBeGreaterThan(0);
    for (const { contract, name, vnd } of expected)
      expect(list.rows.find((row) => row.contractNo === contract)).toMatchObject({
        ...{ customerName: name, beforeVnd: 0n, afterVnd: vnd },
      });
    expect(comparison?.returned).toEqual({ loans: list.totals.loans, amountVnd: list.totals.amountVnd });
    expect(comparison?.returned.loans).toBeGreaterThanOrEqual(expected.length);
    expect(comparison?.addsUp).toBe(true);
  });

  it('[PF90] [PF92] tells a programme that the catalogue lacks and a rate far from its own, and blocks nothing', async () => {
    const batch = await stage(OCTOBER);
    expect((await preview(batch)).programmes).toEqual({ unknown: [], farRates: [] });
    const change = (set: string, nth: number) =>
      office.database.owner.query(
        `update extracts.staged_loan set ${set} where batch_id = $1 and contract_no = (
           select contract_no from extracts.staged_loan where batch_id = $1 and programme_code = '01'
             and outstanding_vnd > 0 order by contract_no offset ${nth} limit 1)`,
        [batch.batchId],
      );
    await change('rate_bps_per_year = 990', 0);
    await change(`programme_code = '77'`, 1);
    const { programmes, blocking } = await preview(batch);
    expect(programmes).toMatchObject({
      unknown: [{ programmeCode: '77', loans: 1 }],
      farRates: [{ programmeCode: '01', loans: 1, rateBpsPerYear: 990, nearestBps: 660 }],
    });
    expect(blocking).toEqual([]);
    const opened = async (narrowed: { readonly programmeCode: string; readonly rateBpsPerYear?: number }) => {
      const asked = { batchId: batch.batchId, list: 'loans', ...narrowed } as const;
      return (await answer((context) => listStagedLoans(asked, context))).totals.loans;
    };
    expect(await opened({ programmeCode: '77' })).toBe(1);
    expect(await opened({ programmeCode: '01', rateBpsPerYear: 990 })).toBe(1);
    expect(await opened({ programmeCode: '01' })).toBeGreaterThan(1);
  });

  it('[PF3] a commune that the files lack shows nothing on a new date, and its figures on a date that has them', async () => {
    await publish(office, { folder: DIRTY, dataDate: SEPTEMBER });
    const onNewDate = await preview(await stage(OCTOBER, ['540101', '540103']));
    const missing = (hasFigures: boolean) =>
      ['540102', '540104'].map((communeCode) => ({ communeCode, hasFigures }));
    expect(onNewDate.missingCommunes).toMatchObject(missing(false));
    const onSameDate = await preview(await stage(SEPTEMBER, ['540101', '540103']));
    expect(onSameDate.missingCommunes).toMatchObject(missing(true));
  });

  it('[PF3] [PF15] what head office says of communes that the files lack is not compared with zero, nor are programmes', async () => {
    await publish(office, { folder: DIRTY, dataDate: SEPTEMBER });
    const batch = await stage(OCTOBER, ['540101', '540103']);
    const { cells, notCompared } = await cellsOf(batch);
    expect([...new Set(cells.map((cell) => cell.key))].toSorted()).toEqual(['540101', '540103']);
    const { rows } = await office.database.owner.query<{ file: string; key: string }>(
      `select file, key from extracts.control_total where batch_id = $1 and measure = 'outstanding'`,
      [batch.batchId],
    );
    const left = rows.filter(({ key }) => key === '540101' || key === '540103').length;
    expect(cells.filter((cell) => cell.measure === 'outstanding')).toHaveLength(left);
    expect(notCompared).toBeGreaterThan(100);
    const published = await command(office, await officer(office), (context) =>
      publishImport({ batchId: batch.batchId }, context),
    );
    expect(published).toMatchObject({ communes: 2 });
    const standing = await answer((context) => reconcile({ dataDate: OCTOBER }, context));
    expect(standing.equal + standing.differences.length).toBe(cells.length);
  });

  it('[PF3] a commune whose name the file lost is shown by the name it is known by', async () => {
    await publish(office, { folder: DIRTY, dataDate: SEPTEMBER });
    const batch = await stage(OCTOBER);
    const before = (await preview(batch)).communes.map((commune) => commune.communeName);
    await office.database.owner.query('update extracts.staged_area set name = null where batch_id = $1', [
      batch.batchId,
    ]);
    expect((await preview(batch)).communes.map((commune) => commune.communeName)).toEqual(before);
    expect(before.every((name) => !/^\d+$/.test(name))).toBe(true);
  });

  it('[PF15] every cell of head office can be seen, equal or not, and lines that its files lack are named', async () => {
    const batch = await stage(OCTOBER);
    const { headOffice } = await preview(batch);
    const all = await cellsOf(batch);
    const different = all.cells.filter((cell) => cell.difference !== 0n);
    expect(different).toEqual(headOffice.differences);
    expect(all.cells.length - different.length).toBe(headOffice.equal);
    expect(headOffice.equal).toBeGreaterThan(100);
    expect(all.missingLines).toEqual([]);
    await office.database.owner.query(
      `delete from extracts.control_total where file = 'BCDHTD 01.1' and key = '540102'`,
    );
    expect((await cellsOf(batch)).missingLines).toMatchObject([{ file: 'BCDHTD 01.1', key: '540102' }]);
  });

  it('[PF15] the savings that head office tells by commune stand beside those of the commune', async () => {
    const batch = await stage(OCTOBER);
    const commune = batch.communes.get('540101');
    const { rows } = await office.database.owner.query<{ savings: bigint }>(
      `select sum(balance_vnd)::bigint as savings from extracts.staged_saving where commune_id = $1 and batch_id = $2`,
      [commune, batch.batchId],
    );
    await office.database.owner.query(
      `insert into extracts.control_total (office_id, batch_id, file, key, measure, amount)
       values ($1, $2, 'LEN_31', '540101', 'savings', $3)`,
      [office.officeId, batch.batchId, rows[0]?.savings],
    );
    const { cells } = await cellsOf(batch);
    expect(cells.find((cell) => cell.measure === 'savings')).toMatchObject({ difference: 0n });
  });
});
