import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { selectMinutes } from '../db/minutes.ts';
import { opened, prepared, type TestBriefing } from '../testing/given-briefing.ts';
import { question, type TestCommune } from '../testing/given-commune.ts';
import { closedAnyhow } from '../testing/raised-difficulties.ts';
import { only } from '../testing/read-papers.ts';
import { givenTwoPoints } from '../testing/two-points.ts';
import { gatherPapers } from './gather-papers.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenTwoPoints();
}, 60_000);
afterAll(() => commune.database.close());

/** The title of its draft minutes. */
async function titleOf(within: TestBriefing): Promise<unknown> {
  return question(commune, commune.as('creditOfficer'), async (context) => {
    const sources = await gatherPapers(context, within, { whole: false });
    if (isRefusal(sources)) throw new Error(sources.refused);
    return only(sources, 'minutes').abstract;
  });
}

/** The point at Sơn Long has its last day then. */
async function sonLongEnds(on: string): Promise<void> {
  await commune.database.owner.query(
    `update sessions.point set valid_to = $2 where commune_id = $1 and name = 'Sơn Long'`,
    [commune.communeId, on],
  );
}

it('[GV264] a commune has several points while another stands on the day of the meeting; closing keeps it', async () => {
  const ofSeveral = 'Giao ban tháng 11 năm 2026 tại điểm giao dịch Vân Hòa, xã Sơn Long';
  const within = await opened(commune, day('2026-11-19'));
  expect(await titleOf(within)).toBe(ofSeveral);
  await sonLongEnds('2026-11-18');
  expect(await titleOf(within)).toBe('Giao ban tháng 11 năm 2026 tại xã Sơn Long');
  await sonLongEnds('2026-11-19');
  expect(await titleOf(within)).toBe(ofSeveral);
  await closedAnyhow(commune, within);
  const december = await prepared(commune, day('2026-12-19'));
  expect(await titleOf(december)).toBe('Giao ban tháng 12 năm 2026 tại xã Sơn Long');
  expect(await titleOf(within)).toBe(ofSeveral);
  const kept = await question(commune, commune.as('creditOfficer'), async ({ tx }) =>
    selectMinutes(tx, commune.communeId, within.briefingId),
  );
  expect(kept?.content.point.isOneOfSeveral).toBe(true);
});
