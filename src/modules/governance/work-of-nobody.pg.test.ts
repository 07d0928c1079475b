import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { NOBODY } from './domain/seats.ts';
import { listTasksOfCommune } from './list-tasks-of-commune.ts';
import { showTask } from './show-task.ts';
import { showTaskOverview } from './show-task-overview.ts';
import { givenCommune, PEOPLE, question, type TestCommune } from './testing/given-commune.ts';
import { remindAt } from './testing/given-reminders.ts';
import { callers, ORDER, ordered, taskOf } from './testing/given-tasks.ts';

let commune: TestCommune;
let as: ReturnType<typeof callers>;
let within: { readonly communeId: Id; readonly taskId: Id };
beforeAll(async () => {
  commune = await givenCommune();
  commune.clock.moveTo('2026-12-01T02:00:00Z');
  as = callers(commune);
  within = await taskOf(commune, as.head(), await ordered(commune, { dueOn: day('2026-12-10') }));
}, 60_000);
afterAll(() => commune.database.close());

/** Until when the association's head holds the office; null: on and on. */
const holdsUntil = (validTo: string | null) =>
  commune.database.owner.query(
    `update identity.assignment set valid_to = $1
     where user_id = (select id from identity.user_account where full_name = $2)`,
    [validTo, PEOPLE.associationHead],
  );

/** What the chair reads of the task, on its page, in the list and in the overview. */
async function told() {
  const { communeId, taskId } = within;
  const { task, reminders } = await question(commune, as.chair(), (context) => showTask(within, context));
  const { tasks } = await question(commune, as.chair(), (context) =>
    listTasksOfCommune({ communeId, state: 'all' }, context),
  );
  const { actors } = await question(commune, as.chair(), (context) =>
    showTaskOverview({ hasMail: true })({ communeId }, context),
  );
  return {
    reminders,
    ownersNow: [task.ownerNow, tasks.find((one) => one.taskId === taskId)?.ownerNow],
    isVacant: actors.find(({ seat }) => seat === task.ownerSeat)?.isVacant,
  };
}

it('[GV241] [GV47] of an office that nobody holds nobody is reminded and the task says so; whoever holds it next is', async () => {
  await holdsUntil('2026-12-05');
  await remindAt(commune, '2026-12-07T02:00:00Z');
  await remindAt(commune, '2026-12-11T02:00:00Z');
  expect(await told()).toEqual({ reminders: [], ownersNow: [NOBODY, NOBODY], isVacant: true });
  const { owner } = commune.database;
  const stands = (state: string) =>
    owner.query('update governance.task set state = $1 where id = $2', [state, within.taskId]);
  await stands('cancelled');
  expect((await told()).ownersNow).toEqual([null, null]);
  await stands('given');
  await holdsUntil(null);
  await remindAt(commune, '2026-12-12T02:00:00Z');
  expect(await told()).toEqual({
    reminders: [{ moment: 'after', on: '2026-12-12' }],
    ...{ ownersNow: [null, null], isVacant: false },
  });
});

it('[GV241] [GV151] of an office that the commune has no more nobody is reminded, and the task and the overview say that nobody holds it', async () => {
  commune.clock.moveTo('2026-12-13T02:00:00Z');
  const recipients = [...ORDER.recipients, { seat: null, name: 'Ban giảm nghèo' }];
  within = await taskOf(commune, as.head(), await ordered(commune, { dueOn: day('2026-12-20'), recipients }));
  // Groups are dissolved: the bank's files name this one no more.
  await commune.database.owner.query(
    `update governance.task set owner_seat = 'groupLeader:9999999', owner_name = 'Võ Ba, Tổ trưởng tổ 9999999' where id = $1`,
    [within.taskId],
  );
  await remindAt(commune, '2026-12-17T02:00:00Z');
  await remindAt(commune, '2026-12-22T02:00:00Z');
  expect(await told()).toEqual({ reminders: [], ownersNow: [NOBODY, NOBODY], isVacant: true });
  const { actors } = await question(commune, as.chair(), (context) =>
    showTaskOverview({ hasMail: true })({ communeId: commune.communeId }, context),
  );
  expect(actors.find(({ seat }) => seat === null)).toMatchObject({ name: 'Ban giảm nghèo', isVacant: false });
});
