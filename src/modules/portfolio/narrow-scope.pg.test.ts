import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type { Caller } from '../../platform/caller.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { listLoans } from './list-loans.ts';
import { showCommuneMonth } from './show-commune-month.ts';
import { ask, callerAs, givenOffice, publish, type TestOffice } from './testing/given-office.ts';
import { readTruth } from './testing/truth.ts';

const FOLDER = fileURLToPath(new URL('./testing/extracts/clean', import.meta.url));
const OCTOBER = day('2026-10-31');

let database: TestDatabase;
let office: TestOffice;
let communes: ReadonlyMap<string, Id>;
beforeAll(async () => {
  database = await testDatabase();
  office = await givenOffice(database);
  ({ communes } = await publish(office, { folder: FOLDER, dataDate: OCTOBER }));
}, 60_000);
afterAll(() => database.close());

async function answer<T>(
  handler: (context: HandlerContext) => Promise<T | Refusal>,
  caller: Caller,
): Promise<T> {
  const outcome = await ask(office, caller, handler);
  if (isRefusal(outcome)) throw new Error(`${outcome.refused} ${JSON.stringify(outcome.data)}`);
  return outcome;
}

describe('a narrower office', () => {
  it('[PF9] a chair sees the own commune, another chair nothing of it', async () => {
    const own = communes.get('540101') as Id;
    const other = communes.get('540103') as Id;
    const chair = callerAs('communeChair', { communeIds: [other], officeIds: [office.officeId] });
    const page = await ask(office, chair, (context) => showCommuneMonth({ communeId: own }, context));
    expect(page).toMatchObject({ refused: 'notFound' });
    const loans = await ask(office, chair, (context) => listLoans({ communeId: own }, context));
    expect(loans).toMatchObject({ refused: 'dateNotPublished' });
    const month = await answer((context) => showCommuneMonth({ communeId: other }, context), chair);
    expect(month).toMatchObject({ covers: 'commune', communeCode: '540103', office: { communes: 4 } });
    const everything = await answer((context) => listLoans({ limit: 500 }, context), chair);
    expect(new Set(everything.rows.map((row) => row.communeId))).toEqual(new Set([other]));
  });

  it('[PF9] a group leader sees the own group: its figures, its loans, no others', async () => {
    const truth = readTruth(FOLDER, OCTOBER);
    const communeIds = [communes.get('540101') as Id];
    const leader = callerAs('groupLeader', { communeIds, groupCodes: ['0026001'] });
    const [communeId] = communeIds as [Id];
    const month = await answer((context) => showCommuneMonth({ communeId }, context), leader);
    expect(month).toMatchObject({
      covers: 'group',
      now: { loans: truth.group['0026001']?.loans },
      office: null,
    });
    const loans = await answer((context) => listLoans({ limit: 500 }, context), leader);
    expect(loans.totals.loans).toBe(truth.group['0026001']?.loans);
    expect(new Set(loans.rows.map((row) => row.groupCode))).toEqual(new Set(['0026001']));
  });

  it('[PF9] a village head and an association head see their part', async () => {
    const truth = readTruth(FOLDER, OCTOBER);
    const communeId = communes.get('540101') as Id;
    const village = callerAs('villageHead', { communeIds: [communeId], villageCodes: ['54010102'] });
    const ofVillage = await answer((context) => showCommuneMonth({ communeId }, context), village);
    expect(ofVillage.now?.outstandingVnd).toBe(BigInt(truth.village['54010102']?.outstanding ?? 0));
    expect(ofVillage.heat.villages.map((row) => row.villageCode)).toEqual(['54010102']);
    const association = callerAs('associationHead', { communeIds: [communeId], associationCodes: ['12'] });
    const ofAssociation = await answer((context) => showCommuneMonth({ communeId }, context), association);
    expect(ofAssociation).toMatchObject({ covers: 'association' });
    expect(ofAssociation.now?.loans).toBeGreaterThan(0);
  });
});
