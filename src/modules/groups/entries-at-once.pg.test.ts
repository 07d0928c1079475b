import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import { systemCaller } from '../../platform/caller.ts';
import { type HandlerContext, runCommand } from '../../platform/command.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { testPlatform } from '../../platform/testing/platform.ts';
import { enterGroupValue } from './enter-group-value.ts';
import { givenGroups } from './testing/build.ts';
import { withdrawGroupValue } from './withdraw-group-value.ts';

let database: TestDatabase;
let communeId: Id;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  communeId = platform().newId();
  await givenGroups(database, { communeId });
});
afterAll(() => database.close());

const platform = () => testPlatform(database.app).platform;
const order = <T>(run: (context: HandlerContext) => Promise<T | Refusal>) => {
  const caller = systemCaller({ communeIds: [communeId], officeIds: [], system: false });
  return runCommand(platform(), { name: 'groups.test', caller }, run);
};
const enter = (value: string) =>
  order((context) =>
    enterGroupValue({ communeId, groupCode: '0026000', field: 'meeting_note', value }, context),
  );

it('[GR6] entered three times at once: each is taken, and one stands', async () => {
  const outcomes = await Promise.all([enter('Mồng 1'), enter('Mồng 2'), enter('Mồng 3')]);
  expect(outcomes.filter(isRefusal)).toEqual([]);
  const standing = 'select from groups.group_entry where commune_id = $1 and withdrawn_at is null';
  expect((await database.owner.query(standing, [communeId])).rowCount).toBe(1);
});

it('[GR6] withdrawn twice at once is withdrawn once', async () => {
  const entered = await enter('Mồng 1');
  if (isRefusal(entered)) throw new Error(entered.refused);
  const { entryId } = entered;
  const withdraw = () => order((context) => withdrawGroupValue({ communeId, entryId }, context));
  const outcomes = await Promise.all([withdraw(), withdraw()]);
  expect(outcomes.filter(isRefusal)).toMatchObject([{ refused: 'groupEntryWithdrawn' }]);
});
