import { afterAll, beforeAll, expect, it } from 'vitest';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { selectPreparing } from './db/briefings.ts';
import { raiseDifficulty } from './raise-difficulty.ts';
import { prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, question, type TestCommune } from './testing/given-commune.ts';

let commune: TestCommune;
let within: TestBriefing;
beforeAll(async () => {
  commune = await givenCommune();
  within = await prepared(commune);
}, 60_000);
afterAll(() => commune?.database.close());

/** Writes a row of a table so many times more, each with an id of its own; `changed` says what else differs from the first. */
const repeated = (table: string, times: number, changed: Record<string, string> = {}) => {
  const columns = Object.entries({ id: 'gen_random_uuid()', ...changed });
  return commune.database.owner.query(
    `insert into governance.${table} select copy.* from governance.${table} one, generate_series(1, ${times}) as n,
       jsonb_populate_record(one, jsonb_build_object('copy', n, ${columns.map(([name, value]) => `'${name}', ${value}`).join(', ')})) copy
     where one.commune_id = '${within.communeId}'`,
  );
};

it('[GV142] a meeting shows its difficulties to the last, also those written in one moment', async () => {
  const matter = { about: 'matter' as const, householdId: null, personId: null, contractNo: null };
  const said = { ...matter, groupCode: null, saidBy: null, text: 'Đường vào thôn sạt lở' };
  await command(commune, commune.as('creditOfficer'), (context) =>
    raiseDifficulty({ ...within, ...said, difficultyId: nextId() }, context),
  );
  await repeated('difficulty', 1_000);
  const { difficulties } = await shown(commune, within);
  expect(new Set(difficulties.map(({ difficultyId }) => difficultyId)).size).toBe(1_001);
});

it('[GV142] [GV1] a moved session finds its briefing behind a hundred that were never begun', async () => {
  const earlier = `(one.held_on - make_interval(months => n))::date::text`;
  await repeated('briefing', 120, { regular_on: earlier, held_on: earlier });
  const found = await question(commune, commune.as('creditOfficer'), ({ tx }) =>
    selectPreparing(tx, within.communeId),
  );
  expect(found).toHaveLength(121);
  expect(found.at(-1)?.id).toBe(within.briefingId);
});
