import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { selectBriefing } from './db/briefings.ts';
import { closed, prepared, type TestBriefing } from './testing/given-briefing.ts';
import { givenCommune, question, type TestCommune } from './testing/given-commune.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

const bringOf = ({ communeId, briefingId }: TestBriefing) =>
  question(commune, commune.as('creditOfficer'), async ({ tx }) => ({
    bring: (await selectBriefing(tx, communeId, briefingId))?.bring,
  }));

it('[GV73] what people are asked to bring begins with what the briefing before said', async () => {
  const october = await closed(commune, '2026-10-23');
  await commune.database.owner.query('update governance.briefing set bring = $2 where id = $1', [
    october.briefingId,
    'Sổ vay vốn của tổ',
  ]);
  expect(await bringOf(await prepared(commune, day('2026-11-23')))).toEqual({ bring: 'Sổ vay vốn của tổ' });
});
