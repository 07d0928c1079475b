import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { raiseDifficulty } from './raise-difficulty.ts';
import { givenCommune, type TestCommune, tryCommand } from './testing/given-commune.ts';
import { aboutHousehold, aMatter, borrowerOf, type TestBorrower } from './testing/raised-difficulties.ts';

let commune: TestCommune;
let borrower: TestBorrower;
beforeAll(async () => {
  commune = await givenCommune();
  borrower = await borrowerOf(commune);
}, 60_000);
afterAll(() => commune.database.close());

const leader = () => commune.as('groupLeader', { groupCodes: [borrower.groupCode] });

describe('in whose name a difficulty is raised', () => {
  it('[GV102] who records in a meeting writes down for another, everybody else speaks for themselves', async () => {
    const said = {
      ...aMatter(commune, 'Ngân hàng chậm giải ngân'),
      saidBy: 'Lê Minh Toàn, Chủ tịch UBND xã',
    };
    const raisedBy = (as: Parameters<typeof tryCommand>[1], saidBy: string | null) =>
      tryCommand(commune, as, (context) =>
        raiseDifficulty({ ...said, saidBy, difficultyId: nextId() }, context),
      );
    for (const as of [commune.as('creditOfficer'), commune.as('communeChair')])
      expect(await raisedBy(as, said.saidBy)).toEqual({ briefingId: null });
    for (const as of [leader(), commune.as('villageHead'), commune.as('communePolice')]) {
      expect(await raisedBy(as, said.saidBy)).toMatchObject({ refused: 'nameOfAnother' });
      expect(await raisedBy(as, null)).toEqual({ briefingId: null });
    }
    const { rows } = await commune.database.owner.query(
      `select raised_by_name from governance.difficulty where commune_id = $1 and text = $2 order by raised_at, id`,
      [commune.communeId, said.text],
    );
    expect(rows.filter((row) => row.raised_by_name === said.saidBy)).toHaveLength(2);
    expect(rows).toHaveLength(5);
    await commune.database.owner.query(
      `delete from governance.difficulty where commune_id = $1 and text = $2`,
      [commune.communeId, said.text],
    );
  });
});

describe('the loan that a difficulty names', () => {
  it('[GV133] is one of the household it is about', async () => {
    const { rows } = await commune.database.owner.query(
      `select p.contract_no as "contractNo", person.household_id = $2 as "isOwn" from portfolio.position p
       join registry.person on person.commune_id = p.commune_id and person.customer_code = p.customer_code
       where p.commune_id = $1 order by p.contract_no`,
      [commune.communeId, borrower.householdId],
    );
    const own = rows.find(({ isOwn }) => isOwn)?.contractNo;
    const other = rows.find(({ isOwn }) => !isOwn)?.contractNo;
    const about = (as: Parameters<typeof tryCommand>[1], contractNo: string) =>
      tryCommand(commune, as, (context) =>
        raiseDifficulty(
          { ...aboutHousehold(commune, borrower), contractNo, text: 'Vướng món này', difficultyId: nextId() },
          context,
        ),
      );
    for (const contractNo of ['9999999999999999', other])
      expect(await about(leader(), contractNo)).toEqual({ refused: 'contractUnknown', data: { contractNo } });
    expect(await about(leader(), own)).toEqual({ briefingId: null });
    // Earlier figures had the loan under another borrower: the newest that tell of it say whose it is.
    const { rowCount } = await commune.database.owner.query(
      `update portfolio.position p set customer_code = another.customer_code
       from portfolio.position another
       where p.commune_id = $1 and p.contract_no = $2 and another.commune_id = $1 and another.contract_no = $3
         and another.data_date = p.data_date
         and p.data_date < (select max(data_date) from portfolio.position where commune_id = $1 and contract_no = $2)`,
      [commune.communeId, own, other],
    );
    expect(rowCount).toBeGreaterThan(0);
    expect(await about(leader(), own)).toEqual({ briefingId: null });
    await commune.database.owner.query(
      `delete from governance.difficulty where commune_id = $1 and text = 'Vướng món này'`,
      [commune.communeId],
    );
  });
});
