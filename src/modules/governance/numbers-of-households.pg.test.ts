import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { addContact } from '../registry/add-contact.ts';
import { markWrongNumber } from '../registry/mark-wrong-number.ts';
import { showDirective } from './show-directive.ts';
import { showResultsBefore } from './show-results-before.ts';
import { opened, prepared } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, question, type TestCommune } from './testing/given-commune.ts';
import { callers, ordered, shownTask, tasksOf } from './testing/given-tasks.ts';
import { borrowerOf, closedAnyhow, given, raised, type TestBorrower } from './testing/raised-difficulties.ts';

const POLICE = { seat: 'communePolice', name: `${PEOPLE.communePolice}, Công an xã` };
const saysOf = (day: string) => `Hồ sơ hộ đã có số gọi được, ghi ngày ${day}.`;
const SAYS = saysOf('25/11/2026');

let commune: TestCommune;
let as: ReturnType<typeof callers>;
let borrower: TestBorrower;
let taskId: Id;
beforeAll(async () => {
  commune = await givenCommune();
  as = callers(commune);
  borrower = await borrowerOf(commune);
  commune.clock.moveTo('2026-11-16T02:00:00Z');
  await enter('0987 000 110');
  const november = await opened(commune, day('2026-11-23'));
  const difficultyId = await raised(commune, november, { text: 'Chưa có số gọi được', about: borrower });
  await given(commune, difficultyId, { ...POLICE, dueOn: day('2026-11-30') });
  await closedAnyhow(commune, november);
  const [task] = (await tasksOf(commune, as.police())).tasks;
  taskId = task?.taskId as Id;
}, 60_000);
afterAll(() => commune.database.close());

/** A number of the household, as the officer enters it. */
function enter(phone: string, personId = borrower.personId): Promise<{ readonly contactId: Id }> {
  const { communeId } = commune;
  const contact = { communeId, personId, relation: 'child' as const, name: null, phone };
  return command(commune, as.officer(), (context) => addContact(contact, context)) as Promise<{
    contactId: Id;
  }>;
}

const mark = (contactId: Id, isWrong: boolean) =>
  command(commune, as.officer(), (context) =>
    markWrongNumber({ communeId: commune.communeId, contactId, isWrong }, context),
  );

/** What stands beside the task, and whether it contradicts a report. */
async function said(caller = as.officer()) {
  const { communeId } = commune;
  const { figures, isContradicted } = await shownTask(commune, caller, { communeId, taskId });
  return [figures?.sentence ?? null, isContradicted];
}

const NOTHING = [null, false];

it('[GV243] a task from a difficulty about a household says when its file got a number since, while it can be called', async () => {
  expect(await said()).toEqual(NOTHING);
  // On the day on which it was given, a number is one since.
  const sameDay = await enter('0987 000 109');
  expect(await said()).toEqual([saysOf('23/11/2026'), false]);
  await mark(sameDay.contactId, true);
  expect(await said()).toEqual(NOTHING);
  commune.clock.moveTo('2026-11-25T02:00:00Z');
  const { contactId } = await enter('0987 000 111');
  expect(await said()).toEqual([SAYS, false]);
  // Who has the task does not read the household, and is to find it.
  expect(await said(as.police())).toEqual([SAYS, false]);
  await mark(contactId, true);
  expect(await said()).toEqual(NOTHING);
  await mark(contactId, false);
  expect(await said()).toEqual([SAYS, false]);
});

it('[GV243] [GV126] the next briefing is told it beside what came of the difficulty, as of its day', async () => {
  commune.clock.moveTo('2026-12-15T02:00:00Z');
  const december = await prepared(commune, day('2026-12-23'));
  const told = async () => {
    const { before } = await question(commune, as.officer(), (context) =>
      showResultsBefore(december, context),
    );
    return before?.difficulties.map(({ figures }) => figures);
  };
  expect(await told()).toEqual([SAYS]);
  commune.clock.moveTo('2026-12-23T02:00:00Z');
  await enter('0987 000 112');
  expect(await told()).toEqual([saysOf('23/12/2026')]);
  commune.clock.moveTo('2026-12-24T02:00:00Z');
  await enter('0987 000 113');
  expect(await told()).toEqual([saysOf('23/12/2026')]);
});

it.each([
  ["phone = '0257382211'", true],
  ["phone = '02573822'", false],
  ["source = 'bank'", false],
])(
  '[GV243] [RG11] a number that people entered and that can be dialled counts, no other: %s',
  async (change, counts) => {
    const { owner } = commune.database;
    commune.clock.moveTo('2026-12-26T02:00:00Z');
    const { contactId } = await enter('0987 000 114');
    await owner.query(`update registry.contact set ${change} where id = $1`, [contactId]);
    const [sentence] = await said();
    await owner.query('delete from registry.contact where id = $1', [contactId]);
    expect(sentence === saysOf('26/12/2026')).toBe(counts);
  },
);

it('[GV243] nothing of it is said of an order over the loans of a household', async () => {
  commune.clock.moveTo('2026-12-26T02:00:00Z');
  const directiveId = await ordered(commune, {
    ...{ spread: 'loans', list: 'unpaid_interest', recipients: [], dueOn: day('2026-12-31') },
  });
  const { communeId } = commune;
  const shownNow = () =>
    question(commune, as.chair(), (context) => showDirective({ communeId, directiveId }, context));
  const task = (await shownNow()).tasks.find(({ householdId }) => householdId !== null);
  const { rows } = await commune.database.owner.query(
    'select id from registry.person where commune_id = $1 and household_id = $2 limit 1',
    [communeId, task?.householdId],
  );
  await enter('0987 000 115', rows[0].id);
  const told = (await shownNow()).tasks.find(({ taskId: id }) => id === task?.taskId);
  expect(told?.figures?.sentence ?? '').not.toContain('Hồ sơ hộ');
});
