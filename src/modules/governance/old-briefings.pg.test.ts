import { afterAll, beforeAll, expect, it } from 'vitest';
import { listBriefings } from './list-briefings.ts';
import { prepareBriefing } from './prepare-briefing.ts';
import { HELD_ON, prepared } from './testing/given-briefing.ts';
import { command, givenCommune, question, type TestCommune } from './testing/given-commune.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

const list = (cursor?: string) =>
  question(commune, commune.as('creditOfficer'), (context) =>
    listBriefings({ communeId: commune.communeId, ...(cursor === undefined ? {} : { cursor }) }, context),
  );

it('[GV1] briefings are read page by page to the first; what stands prepared is known whatever the page shows', async () => {
  const within = await prepared(commune);
  // Sixty of later months stand before it in the list, as after years of two points.
  await commune.database.owner.query(
    `insert into governance.briefing (commune_id, id, point_code, point_name, point_villages, regular_on, held_on, state, prepared_at)
    select commune_id, gen_random_uuid(), 'CU' || n, point_name, '{}', regular_on + n * 15, held_on + n * 15, 'preparing', prepared_at
    from governance.briefing, generate_series(1, 60) as n where id = $1`,
    [within.briefingId],
  );
  const seen: string[] = [];
  let page = await list();
  expect(page.briefings.map(({ heldOn }) => heldOn)).not.toContain(HELD_ON);
  expect(page.coming.map(({ heldOn }) => heldOn)).not.toContain(HELD_ON);
  for (;;) {
    seen.push(...page.briefings.map(({ heldOn }) => heldOn));
    if (page.next === null) break;
    page = await list(page.next);
  }
  expect(seen).toHaveLength(61);
  expect(seen).toEqual(seen.toSorted().reverse());
  expect(seen.at(-1)).toBe(HELD_ON);
});

it('[GV112] those whose day is over are told beside every page, the earliest first, no more than twenty and how many there are', async () => {
  commune.clock.moveTo('2026-12-23T01:00:00Z');
  const { passed } = await list();
  expect(passed.briefings.map(({ heldOn }) => heldOn)).toEqual([HELD_ON, '2026-12-08']);
  expect(passed.count).toBe(2);
  commune.clock.moveTo('2029-11-01T01:00:00Z');
  const page = await list();
  const old = await list(page.next ?? undefined);
  expect(old.passed).toEqual(page.passed);
  expect(page.passed.count).toBe(61);
  expect(page.passed.briefings).toHaveLength(20);
  expect(page.passed.briefings[0]).toMatchObject({ communeId: commune.communeId, heldOn: HELD_ON });
});

it('[GV1] a place that is none is refused', async () => {
  await expect(list('hôm qua')).rejects.toThrow('cursorInvalid');
});

it('[GV101] sessions gone by of which no briefing was prepared are told for two months, and prepared late', async () => {
  await commune.database.owner.query(`delete from governance.briefing where point_code like 'CU%'`);
  const missed = async () => (await list()).missed.map(({ heldOn }) => heldOn);
  // October's session went by before the commune's first briefing.
  commune.clock.moveTo('2026-12-01T01:00:00Z');
  expect(await missed()).toEqual([]);
  commune.clock.moveTo('2027-02-24T01:00:00Z');
  expect(await missed()).toEqual(['2027-01-23', '2027-02-23']);
  const [, { pointCode, heldOn } = { pointCode: '', heldOn: HELD_ON }] = (await list()).missed;
  const { communeId } = commune;
  const { briefingId } = await command(commune, commune.as('creditOfficer'), (context) =>
    prepareBriefing({ communeId, pointCode, heldOn }, context),
  );
  expect(await missed()).toEqual(['2027-01-23']);
  expect((await list()).passed.briefings).toContainEqual(expect.objectContaining({ briefingId }));
  // One that was not held has been told of.
  await commune.database.owner.query(
    `update governance.briefing set state = 'cancelled', regular_on = '2027-01-23', held_on = '2027-01-23', cancelled_at = now(),
       cancelled_by_name = 'Hà', cancel_reason = 'Bão' where id = $1`,
    [briefingId],
  );
  expect(await missed()).toEqual(['2027-02-23']);
});
