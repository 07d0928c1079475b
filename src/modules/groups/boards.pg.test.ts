import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { systemCaller } from '../../platform/caller.ts';
import { fixedClock } from '../../platform/clock.ts';
import { type HandlerContext, type Platform, runCommand, runQuestion } from '../../platform/command.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { idsOf } from '../../platform/ids.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { enterGroupValue } from './enter-group-value.ts';
import { groupBoards, groupGrades, listGroups } from './index.ts';
import { givenGroups, stagedGroup } from './testing/build.ts';

let database: TestDatabase;
let platform: Platform;
let communeId: Id;
beforeAll(async () => {
  database = await testDatabase();
  const clock = fixedClock('2026-11-03T02:00:00Z');
  platform = { database: database.app, clock, newId: idsOf(clock) };
  communeId = platform.newId();
  const groups = ['0026000', '0026001'].map((groupCode) => stagedGroup({ groupCode }));
  const score = { groupCode: '0026000', totalPoints: 72, grade: 'Khá' };
  const earlier = [{ ...score, totalPoints: 90, grade: 'Tốt' }];
  await givenGroups(database, { communeId, dataDate: day('2026-09-30'), scores: earlier });
  await givenGroups(database, { communeId, groups, scores: [score] });
});
afterAll(() => database.close());

const officer = () => systemCaller({ communeIds: [communeId], officeIds: [], system: false });
const read = <T>(question: (tx: Tx, id: Id) => Promise<T>, narrowed: Partial<Scope> = {}) =>
  database.app.read({ ...officer().scope, ...narrowed }, (tx) => question(tx, communeId));

const gradesUpTo = (date: string) => (tx: Tx, id: Id) => groupGrades(tx, { communeId: id, upTo: day(date) });

it('[GR6] the board that other modules ask for is that of the list, with what people entered', async () => {
  const entered = { communeId, groupCode: '0026000', field: 'leader_name', value: 'Tổ Trưởng Mới' } as const;
  const command = { name: 'groups.test', caller: officer() };
  await runCommand(platform, command, (context: HandlerContext) => enterGroupValue(entered, context));
  const list = await runQuestion(platform, command, (context) => listGroups({ communeId }, context));
  const boards = await read(groupBoards);
  expect(boards[0]?.leaderName).toBe('Tổ Trưởng Mới');
  expect(boards).toHaveLength(2);
  expect(list).toMatchObject({ groups: boards });
});

it('[GR3] the grade of a group is that of its newest score up to a date; a group without one has none', async () => {
  expect([...(await read(gradesUpTo('2026-10-31')))]).toEqual([['0026000', 'Khá']]);
  expect([...(await read(gradesUpTo('2026-10-30')))]).toEqual([['0026000', 'Tốt']]);
  expect([...(await read(gradesUpTo('2026-09-29')))]).toEqual([]);
});

it('[GR1] a narrower office is told of its own group alone', async () => {
  const narrowed = { groupCodes: ['0026001'] };
  expect((await read(groupBoards, narrowed)).map(({ groupCode }) => groupCode)).toEqual(['0026001']);
  expect((await read(gradesUpTo('2026-10-31'), narrowed)).size).toBe(0);
});
