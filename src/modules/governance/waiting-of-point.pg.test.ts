import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { listWaitingDifficulties } from './list-waiting-difficulties.ts';
import { opened } from './testing/given-briefing.ts';
import { question, type TestCommune } from './testing/given-commune.ts';
import { closedAnyhow, raised } from './testing/raised-difficulties.ts';
import { givenTwoPoints } from './testing/two-points.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenTwoPoints();
}, 60_000);
afterAll(() => commune.database.close());

const awaited = async () => {
  const { communeId } = commune;
  const { difficulties } = await question(commune, commune.as('creditOfficer'), (context) =>
    listWaitingDifficulties({ communeId }, context),
  );
  return difficulties.map(({ text, awaits }) => [text, awaits?.pointName ?? null]);
};

it('[GV277] what a meeting of one of two points left unanswered waits for that point; in a commune of one nothing is said', async () => {
  const within = await opened(commune, day('2026-11-19'));
  await raised(commune, within, { text: 'Điểm dột' });
  await closedAnyhow(commune, within);
  expect(await awaited()).toEqual([['Điểm dột', 'Vân Hòa']]);
  await commune.database.owner.query(
    `update sessions.point set valid_to = '2026-11-18' where commune_id = $1 and name = 'Sơn Long'`,
    [commune.communeId],
  );
  expect(await awaited()).toEqual([['Điểm dột', null]]);
});
