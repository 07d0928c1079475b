import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { listLoans } from '../portfolio/index.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addConclusion } from './add-conclusion.ts';
import { closeBriefing } from './close-briefing.ts';
import { ONE_HOUSEHOLD } from './domain/hall-words.ts';
import { measureConclusion } from './measure-conclusion.ts';
import { raiseDifficulty } from './raise-difficulty.ts';
import { showBriefing } from './show-briefing.ts';
import { showResultsBefore } from './show-results-before.ts';
import { CONCLUSION, opened, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, question, type TestCommune } from './testing/given-commune.ts';

let commune: TestCommune;
let borrower: { householdId: Id; personId: Id; name: string };
let debtor: string;
beforeAll(async () => {
  commune = await givenCommune();
  const { rows } = await commune.database.owner.query(
    `select household_id as "householdId", id as "personId", full_name as name
     from registry.person where commune_id = $1 and group_code <> '' order by customer_code limit 1`,
    [commune.communeId],
  );
  borrower = rows[0];
  const owing = await question(commune, officer(), (context) =>
    listLoans({ list: 'unpaid_interest', communeId: commune.communeId, limit: 1 }, context),
  );
  debtor = owing.rows[0]?.customerCode ?? '';
}, 60_000);
afterAll(() => commune.database.close());

const officer = () => commune.as('creditOfficer');

async function conclude(within: TestBriefing, text: string): Promise<Id> {
  const conclusionId = nextId();
  await command(commune, officer(), (context) =>
    addConclusion({ ...within, ...CONCLUSION, text, conclusionId }, context),
  );
  return conclusionId;
}

const levelOf = (level: number) =>
  commune.database.owner.query(
    `update programmes.rule_value set value = $1 where rule = 'hallHouseholdLevel'`,
    [level],
  );

describe('conclusions in the hall', () => {
  it('[GV115] name no household of the difficulties, nor tell of one that its figures measure, in this meeting and the next', async () => {
    const within = await opened(commune, day('2026-11-23'));
    const about = { about: 'household' as const, contractNo: null, groupCode: null, saidBy: null };
    const { householdId, personId, name } = borrower;
    await command(commune, officer(), (context) =>
      raiseDifficulty(
        { ...within, ...about, householdId, personId, difficultyId: nextId(), text: 'Không gặp được hộ' },
        context,
      ),
    );
    await conclude(within, `Mời hộ ${name}, món 13 triệu đồng`);
    await conclude(within, 'Kiểm tra 06/TD');
    const measured = await conclude(within, 'Thu hết lãi tồn của hộ');
    await command(commune, officer(), (context) =>
      measureConclusion(
        {
          ...{ ...within, conclusionId: measured, baseVersion: 1 },
          measuredBy: { figure: 'unpaidInterest', list: 'unpaid_interest', part: 'customer', code: debtor },
        },
        context,
      ),
    );
    const inHall = async () => (await shown(commune, within)).conclusions.map(({ hallText }) => hallText);
    expect(await inHall()).toEqual([ONE_HOUSEHOLD, 'Kiểm tra 06/TD', ONE_HOUSEHOLD]);
    // Whoever sees no difficulty of that household sees of the line what the hall sees.
    const elsewhere = commune.as('groupLeader', { groupCodes: ['9999999'] });
    const narrow = await question(commune, elsewhere, (context) => showBriefing(within, context));
    expect(narrow.difficulties).toEqual([]);
    expect(narrow.conclusions.map(({ hallText }) => hallText)).toEqual(await inHall());
    await levelOf(0);
    expect(await inHall()).toEqual([null, 'Kiểm tra 06/TD', null]);
    await levelOf(2);
    expect((await inHall())[0]).toBe('Mời hộ …, món 13 triệu đồng');
    await levelOf(1);
    await command(commune, officer(), (context) =>
      closeBriefing({ ...within, withoutConclusions: false }, context),
    );
    const next = await prepared(commune, day('2026-12-23'));
    const { before } = await question(commune, officer(), (context) => showResultsBefore(next, context));
    expect(before?.results.map(({ hallText }) => hallText)).toEqual([
      ...[ONE_HOUSEHOLD, 'Kiểm tra 06/TD', ONE_HOUSEHOLD],
    ]);
    expect((await shown(commune, next)).before?.conclusions.map(({ hallText }) => hallText)).toEqual([
      ...[ONE_HOUSEHOLD, 'Kiểm tra 06/TD', ONE_HOUSEHOLD],
    ]);
  });
});
