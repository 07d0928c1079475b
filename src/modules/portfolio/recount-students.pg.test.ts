import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { runMigration } from '../../platform/testing/run-migration.ts';
import { publishImport } from './publish-import.ts';
import { command, givenOffice, officer, type TestOffice } from './testing/given-office.ts';
import { stageExtracts } from './testing/stage-extracts.ts';

const FOLDER = fileURLToPath(new URL('./testing/extracts/clean', import.meta.url));
const MIGRATION = new URL('./db/migrations/0220-students-who-pay.sql', import.meta.url);

describe('[PF88] [PF89] what was published before is counted anew', () => {
  let database: TestDatabase;
  let office: TestOffice;

  beforeAll(async () => {
    database = await testDatabase();
    office = await givenOffice(database);
    const { batchId } = await stageExtracts(database.owner, {
      folder: FOLDER,
      dataDate: day('2026-10-31'),
      officeId: office.officeId,
    });
    // Of three students one pays already, one not yet, and of one the file does not tell.
    await database.owner.query(
      `update extracts.staged_loan loan
       set unpaid_interest_in_term_vnd = 1000003, first_interest_on = case student.place % 3
         when 0 then date '2026-10-31' when 1 then date '2026-11-01' end
       from (select commune_id, contract_no, row_number() over (order by contract_no) as place
             from extracts.staged_loan where batch_id = $1 and programme_code = '02' and outstanding_vnd > 0) student
       where loan.batch_id = $1 and loan.commune_id = student.commune_id and loan.contract_no = student.contract_no`,
      [batchId],
    );
    await command(office, await officer(office), (context) => publishImport({ batchId }, context));
  }, 60_000);
  afterAll(() => database.close());

  const stored = async () => {
    const rows = (text: string) => database.owner.query(text).then((answer) => answer.rows);
    const amounts = 'unpaid_interest_student_vnd, unpaid_interest_student_unclear_vnd';
    return {
      cube: await rows(
        `select commune_id, village_code, group_code, programme_code, fund_source, ${amounts} from portfolio.cube
         order by 1, 2, 3, 4, 5, 6, 7`,
      ),
      figure: await rows(
        `select commune_id, dimension, key, ${amounts} from portfolio.figure order by 1, 2, 3`,
      ),
      office: await rows(`select dimension, key, ${amounts} from portfolio.office_figure order by 1, 2`),
      lists: await rows(
        `select * from portfolio.list_entry where list like 'student_interest_%' order by list, contract_no`,
      ),
    };
  };

  it('as a publication of today counts it', async () => {
    const today = await stored();
    const [total] = today.office.filter(({ dimension }) => dimension === 'total');
    expect(BigInt(total.unpaid_interest_student_vnd)).toBeGreaterThan(0n);
    expect(BigInt(total.unpaid_interest_student_unclear_vnd)).toBeGreaterThan(0n);
    await asBefore();
    await runMigration(database.owner, MIGRATION);
    expect(await stored()).toEqual(today);
  });

  /** All students' interest in one figure, no list of it: as it stood before the migration. */
  async function asBefore(): Promise<void> {
    for (const table of ['cube', 'figure', 'office_figure'])
      await database.owner.query(
        `update portfolio.${table} set unpaid_interest_student_vnd = unpaid_interest_vnd;
         alter table portfolio.${table} drop column unpaid_interest_student_unclear_vnd`,
      );
    await database.owner.query(`delete from portfolio.list_entry where list like 'student_interest_%'`);
  }
});
