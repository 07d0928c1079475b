import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { monthForBriefing } from './index.ts';
import { showCommuneMonth } from './show-commune-month.ts';
import { showSummary } from './show-summary.ts';
import { ask, givenOffice, officer, publish, type TestOffice } from './testing/given-office.ts';

const FOLDER = fileURLToPath(new URL('./testing/extracts/clean', import.meta.url));
const SEPTEMBER = day('2026-09-30');
const OCTOBER = day('2026-10-31');

let database: TestDatabase;
let office: TestOffice;
let communeId: Id;
beforeAll(async () => {
  database = await testDatabase();
  office = await givenOffice(database);
  await publish(office, { folder: FOLDER, dataDate: SEPTEMBER });
  await publish(office, { folder: FOLDER, dataDate: OCTOBER });
  const { rows } = await database.owner.query<{ id: Id }>(
    `select id from registry.area where kind = 'commune' and bank_code = '540101'`,
  );
  communeId = rows[0]?.id as Id;
}, 60_000);
afterAll(() => database.close());

async function answer<T>(handler: (context: HandlerContext) => Promise<T | Refusal>): Promise<T> {
  const outcome = await ask(office, await officer(office), handler);
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return outcome;
}

it.each([
  ['2026-10-30', SEPTEMBER],
  ['2026-10-31', OCTOBER],
])('[PF86] a briefing of %s is told what the pages say of %s', async (heldOn, dataDate) => {
  const told = await answer((context) => monthForBriefing({ communeId, upTo: day(heldOn) }, context));
  const page = await answer((context) => showCommuneMonth({ communeId, dataDate }, context));
  const { communeName, comparedDate, now, before, dueBySession, lists, source } = page;
  expect(told).toMatchObject({ communeName, dataDate, comparedDate, dueBySession, total: { now, before } });
  expect(told?.lists.map(({ list, loans, customers }) => ({ list, loans, customers }))).toEqual(lists);
  expect(told?.versionNumber).toBe(source?.versionNumber);
  expect(told?.inactiveTitle).toBe(page.rules.inactiveTitle);
  for (const [part, dimension] of [
    ['associations', 'association'],
    ['groups', 'group'],
  ] as const) {
    const { rows } = await answer((context) => showSummary({ communeId, dataDate, dimension }, context));
    const compared = rows.map(({ key, now, compared }) => ({ key, now, before: compared?.before ?? null }));
    expect(told?.[part]).toEqual(compared);
    expect(compared.length).toBeGreaterThan(1);
  }
});

it('[PF3] before the first date, and of a commune that is not the caller’s, nothing is told', async () => {
  expect(
    await answer(
      async (context) => (await monthForBriefing({ communeId, upTo: day('2026-09-29') }, context)) ?? null,
    ),
  ).toBeNull();
  const stranger = office.platform.newId();
  expect(
    await answer(
      async (context) => (await monthForBriefing({ communeId: stranger, upTo: OCTOBER }, context)) ?? null,
    ),
  ).toBeNull();
});
