import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { givenOffice, publish, type TestOffice } from '../../modules/portfolio/testing/given-office.ts';
import { readTruth } from '../../modules/portfolio/testing/truth.ts';
import { systemCaller } from '../../platform/caller.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { type CommandContext, UsageProblem } from '../command.ts';
import { wholeScope } from '../db/whole-scope.ts';
import { groupScores } from './groups.ts';

const FOLDER = fileURLToPath(new URL('../../modules/portfolio/testing/extracts/dirty', import.meta.url));

let database: TestDatabase;
let office: TestOffice;
let context: (date: string) => CommandContext;
beforeAll(async () => {
  database = await testDatabase();
  office = await givenOffice(database);
  await publish(office, { folder: FOLDER, dataDate: day('2026-10-31') });
  const open = { platform: office.platform, caller: systemCaller(await wholeScope(database.app)) };
  context = (date) =>
    ({ words: [], option: () => date, open: async () => open }) as unknown as CommandContext;
}, 60_000);
afterAll(() => database.close());

async function run(date: string) {
  const answer = await groupScores.run(context(date));
  return isRefusal(answer) ? answer : answer.json;
}

describe('groups on the command line', () => {
  it('[GR4] every score of the truth, lost grades computed', async () => {
    const truth = readTruth(FOLDER, day('2026-10-31'));
    const expected = Object.entries(truth.group_scores).map(([group, score]) => ({ group, ...score }));
    expect(expected.length).toBeGreaterThan(10);
    expect(await run('2026-10-31')).toEqual(expected);
  });

  it('[GR3] a date published without scores has none; one that is not published, or no date, is refused', async () => {
    await publish(office, { folder: FOLDER, dataDate: day('2026-09-30') });
    await database.owner.query(`delete from groups.group_score where data_date = '2026-09-30'`);
    expect(await run('2026-09-30')).toEqual([]);
    expect(await run('2026-08-31')).toEqual({
      refused: 'dateNotPublished',
      data: { date: '31/08/2026', known: 'Đang có 2 ngày, từ 30/09/2026 đến 31/10/2026.' },
    });
    await expect(run('2026-02-30')).rejects.toThrow(UsageProblem);
  });
});
