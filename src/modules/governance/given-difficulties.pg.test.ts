import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Caller } from '../../platform/caller.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { acceptTask } from './accept-task.ts';
import { answerDifficulty } from './answer-difficulty.ts';
import { selectMinutes } from './db/minutes.ts';
import { listDifficultiesAbout } from './list-difficulties-about.ts';
import { openBriefing } from './open-briefing.ts';
import { reportTask } from './report-task.ts';
import { returnTask } from './return-task.ts';
import { showBriefing } from './show-briefing.ts';
import { showResultsBefore } from './show-results-before.ts';
import { opened, prepared, type TestBriefing } from './testing/given-briefing.ts';
import {
  command,
  givenCommune,
  PEOPLE,
  question,
  type TestCommune,
  tryCommand,
} from './testing/given-commune.ts';
import { callers, shownTask, tasksOf } from './testing/given-tasks.ts';
import { borrowerOf, closedAnyhow, given, raised, type TestBorrower } from './testing/raised-difficulties.ts';

const POLICE = { seat: 'communePolice', name: `${PEOPLE.communePolice}, Công an xã` };
const DUE = day('2026-11-30');

let commune: TestCommune;
let as: ReturnType<typeof callers>;
let borrower: TestBorrower;
let november: TestBriefing;
let missed: Id;
beforeAll(async () => {
  commune = await givenCommune();
  as = callers(commune);
  borrower = await borrowerOf(commune);
  november = await opened(commune, day('2026-11-23'));
  missed = await raised(commune, november, { text: 'Đến nhà hai lần đều khóa cửa', about: borrower });
}, 60_000);
afterAll(() => commune.database.close());

const close = (within: TestBriefing) => closedAnyhow(commune, within);
const difficultiesFor = async (caller: Caller, within: TestBriefing) =>
  (await question(commune, caller, (context) => showBriefing(within, context))).difficulties;
const minutesOf = ({ communeId, briefingId }: TestBriefing) =>
  question(
    commune,
    as.officer(),
    async ({ tx }) => (await selectMinutes(tx, communeId, briefingId))?.content,
  );

describe('a difficulty that was given to somebody with a day', () => {
  it('[GV7] is read by whoever it was given to, from the moment it is given', async () => {
    expect(await difficultiesFor(as.police(), november)).toEqual([]);
    await given(commune, missed, { ...POLICE, dueOn: DUE });
    expect(await difficultiesFor(as.police(), november)).toMatchObject([
      { difficultyId: missed, state: 'given', task: null },
    ]);
    expect(await difficultiesFor(as.head(), november)).not.toMatchObject([{ givenSeat: 'communePolice' }]);
  });

  it('[GV124] becomes a task of that office alone when its meeting is closed, about the household it names', async () => {
    expect((await tasksOf(commune, as.police())).tasks).toEqual([]);
    expect(isRefusal(await close(november))).toBe(false);
    const { tasks } = await tasksOf(commune, as.police());
    expect(tasks).toMatchObject([
      {
        source: 'difficulty',
        text: `Hộ ${borrower.name}: Đến nhà hai lần đều khóa cửa`,
        ...{ dueOn: DUE, givenOn: '2026-11-23', state: 'given', ownerName: POLICE.name },
        ...{ householdId: borrower.householdId, personName: borrower.name, ...within(november) },
      },
    ]);
    expect((await tasksOf(commune, as.leader(borrower.groupCode))).tasks).toEqual([]);
    const twice = await close(november);
    expect(isRefusal(twice)).toBe(false);
    expect((await tasksOf(commune, as.police())).tasks).toHaveLength(1);
  });

  it('[GV125] tells how far its task has come, to those who read the difficulty; whoever does not read the task gets no way to it', async () => {
    const leader = as.leader(borrower.groupCode);
    commune.clock.moveTo('2026-12-02T02:00:00Z');
    const [task] = (await tasksOf(commune, as.police())).tasks;
    const standing = { ownerName: POLICE.name, dueOn: DUE, state: 'given', reportedOn: null, lateDays: 2 };
    for (const caller of [as.officer(), as.police()])
      expect(await difficultiesFor(caller, november)).toMatchObject([
        { state: 'given', task: { ...standing, taskId: task?.taskId } },
      ]);
    expect(await difficultiesFor(leader, november)).toMatchObject([{ task: { ...standing, taskId: null } }]);
  });

  it('[GV125] is closed with the report and the hour when that is accepted, not when it is returned; minutes stay', async () => {
    const before = await minutesOf(november);
    await report('Chưa tìm được');
    await judge(returnTask);
    expect(await difficultiesFor(as.officer(), november)).toMatchObject([
      { state: 'given', answer: null, task: { state: 'returned' } },
    ]);
    await report('Hộ về quê ngoại, có số mới');
    commune.clock.moveTo('2026-12-03T09:20:00Z');
    await judge(acceptTask);
    expect(await difficultiesFor(as.officer(), november)).toMatchObject([
      {
        ...{ state: 'answered', answer: 'Hộ về quê ngoại, có số mới' },
        ...{ answeredByName: PEOPLE.communePolice, answeredAt: '2026-12-03T09:20:00.000Z' },
        task: { state: 'accepted', reportedOn: '2026-12-02', lateDays: 2 },
      },
    ]);
    expect(await minutesOf(november)).toEqual(before);
    const late = await tryCommand(commune, as.officer(), (context) =>
      answerDifficulty(
        { communeId: commune.communeId, difficultyId: missed, answer: 'Khác', contactId: null, found: null },
        context,
      ),
    );
    expect(late).toMatchObject({ refused: 'briefingClosed' });
  });

  it('[GV125] stands in the file of its household, for those who read the difficulty', async () => {
    const { communeId } = commune;
    const fileFor = async (caller: Caller, householdId = borrower.householdId) =>
      (
        await question(commune, caller, (context) =>
          listDifficultiesAbout({ communeId, householdId }, context),
        )
      ).difficulties;
    const briefing = { ...within(november), metOn: '2026-11-23', isClosed: true };
    const told = { difficultyId: missed, state: 'answered', briefing, task: { state: 'accepted' } };
    for (const caller of [as.officer(), as.police(), as.leader(borrower.groupCode)])
      expect(await fileFor(caller)).toMatchObject([told]);
    expect(await fileFor(as.leader('0000000'))).toEqual([]);
    expect(await fileFor(as.officer(), nextId())).toEqual([]);
  });

  it('[GV126] is told to the next briefing below the conclusions and counted apart', async () => {
    const december = await prepared(commune, day('2026-12-23'));
    const { before } = await question(commune, as.officer(), (context) =>
      showResultsBefore(december, context),
    );
    expect(before).toMatchObject({
      results: [],
      difficulties: [
        {
          text: `${borrower.name}: Đến nhà hai lần đều khóa cửa`,
          state: 'done',
          lateDays: 2,
          ownerName: POLICE.name,
          hallOwner: POLICE.name,
        },
      ],
    });
    await tryCommand(commune, as.officer(), (context) => openBriefing(december, context));
    await close(december);
    expect((await minutesOf(december))?.before?.difficulties).toMatchObject([{ state: 'done' }]);
  });

  it('[GV126] [GV122] is told to the hall by whom it is to be done, unless that is a borrower', async () => {
    const january = await opened(commune, day('2027-01-23'));
    const dueOn = day('2027-02-10');
    for (const name of ['Ban giảm nghèo', borrower.name]) {
      const difficultyId = await raised(commune, january, { text: `Việc của ${name}` });
      await given(commune, difficultyId, { seat: null, name, dueOn });
    }
    await close(january);
    const february = await prepared(commune, day('2027-02-23'));
    const { before } = await question(commune, as.officer(), (context) =>
      showResultsBefore(february, context),
    );
    expect(before?.difficulties).toMatchObject([
      { ownerName: 'Ban giảm nghèo', hallOwner: 'Ban giảm nghèo' },
      { ownerName: borrower.name, hallOwner: null },
    ]);
  });
});

function within({ briefingId }: TestBriefing) {
  return { briefingId };
}

async function report(text: string): Promise<void> {
  const [task] = (await tasksOf(commune, as.police())).tasks;
  const { communeId, taskId } = { communeId: commune.communeId, taskId: task?.taskId as Id };
  const said = { text, outcome: 'done' as const, doneOn: commune.clock.today(), fileIds: [], records: [] };
  await command(commune, as.police(), (context) =>
    reportTask({ communeId, taskId, ...said, eventId: nextId() }, context),
  );
}

async function judge(handler: typeof acceptTask | typeof returnTask): Promise<void> {
  const [task] = (await tasksOf(commune, as.police())).tasks;
  const of = { communeId: commune.communeId, taskId: task?.taskId as Id };
  const { version: baseVersion } = (await shownTask(commune, as.officer(), of)).task;
  const input = { ...of, baseVersion, eventId: nextId(), reason: 'Hỏi thêm tổ trưởng' };
  await command(commune, as.officer(), (context) => handler(input, context));
}
