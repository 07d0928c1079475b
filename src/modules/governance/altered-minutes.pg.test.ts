import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { closeBriefing } from './close-briefing.ts';
import { selectMinutes } from './db/minutes.ts';
import { hashOfMinutes } from './minutes-hash.ts';
import { gatherPapers } from './papers/gather-papers.ts';
import { listPapers } from './papers/list-papers.ts';
import { writePapers } from './papers/write-papers.ts';
import { opened, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, question, type TestCommune } from './testing/given-commune.ts';
import { verifyMinutes } from './verify-minutes.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

const officer = () => commune.as('creditOfficer');
const wrong = async () => (await verifyMinutes(commune.database.app)).wrong;
const problems = async () => (await wrong()).map(({ number, problem }) => [number, problem]);

/** Whether the minutes are told as altered: where papers are listed, and on the printed minutes. */
async function told(within: TestBriefing): Promise<unknown[]> {
  const { minutes } = await question(commune, officer(), (context) => listPapers(within, context));
  const printed = await question(commune, officer(), async (context) => {
    const sources = await gatherPapers(context, within);
    return isRefusal(sources) ? sources : writePapers(sources, 'minutes', 'list');
  });
  return [minutes?.isAltered, JSON.stringify(printed).includes('CẢNH BÁO')];
}

describe('[GV10] closed minutes', () => {
  it('agree with their hash as the database gives them back; altered by one word, or with their hash, they are found and say so', async () => {
    const { owner, app } = commune.database;
    const within = await opened(commune, day('2026-10-23'));
    await command(commune, officer(), (context) =>
      closeBriefing({ ...within, withoutConclusions: true }, context),
    );
    expect(await verifyMinutes(app)).toEqual({ minutes: 1, wrong: [] });
    expect(await told(within)).toEqual([false, false]);

    await owner.query(
      `update governance.briefing set minutes = jsonb_set(minutes, '{commune,name}', '"Xã Khác"') where id = $1`,
      [within.briefingId],
    );
    expect(await problems()).toEqual([['01/2026', 'changed']]);
    expect(await told(within)).toEqual([true, true]);

    const minutes = await question(commune, officer(), ({ tx }) =>
      selectMinutes(tx, within.communeId, within.briefingId),
    );
    if (minutes === undefined) throw new Error('no minutes');
    await owner.query('update governance.briefing set minutes_hash = $2 where id = $1', [
      within.briefingId,
      hashOfMinutes(minutes),
    ]);
    expect(await problems()).toEqual([['01/2026', 'otherHash']]);

    await owner.query('set session_replication_role = replica');
    await owner.query('delete from governance.briefing where id = $1', [within.briefingId]);
    await owner.query('set session_replication_role = default');
    expect(await problems()).toEqual([['01/2026', 'missing']]);
  });
});
