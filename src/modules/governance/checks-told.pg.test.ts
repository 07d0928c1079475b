import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Caller } from '../../platform/caller.ts';
import { runMigration } from '../../platform/testing/run-migration.ts';
import { listLoans } from '../portfolio/index.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addConclusion } from './add-conclusion.ts';
import { closeBriefing } from './close-briefing.ts';
import { listTasksOfConclusions } from './list-tasks-of-conclusions.ts';
import { measureConclusion } from './measure-conclusion.ts';
import { gatherPapers } from './papers/gather-papers.ts';
import { reportTask } from './report-task.ts';
import { opened, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, question, type TestCommune } from './testing/given-commune.ts';
import { callers, ordered, shownTask } from './testing/given-tasks.ts';

const MIGRATION = new URL('./db/migrations/0327-checks-told-before.sql', import.meta.url);
/** In the sample's two months more loans stand on this list than were disbursed just now. */
const LIST = 'unpaid_interest';
/** As many as one report may name, and two. */
const MOST_LOANS = 12;

let commune: TestCommune;
let as: ReturnType<typeof callers>;
let meeting: TestBriefing;
let conclusionId: Id;
/** A group, and its loans on the list of the meeting's figures. */
let groupCode: string;
let loans: readonly string[];

/** A meeting that concludes: a group's leader checks its loans. */
beforeAll(async () => {
  commune = await givenCommune();
  as = callers(commune);
  meeting = await opened(commune, day('2026-10-23'));
  [groupCode, loans] = await groupToCheck();
  conclusionId = nextId();
  const { attendees } = await shown(commune, meeting);
  const seat = `groupLeader:${groupCode}`;
  const leader = attendees.find((one) => one.seat === seat);
  const owner = { ownerSeat: seat, ownerName: `${leader?.fullName}, Tổ trưởng tổ ${groupCode}` };
  const line = { ...meeting, conclusionId };
  await command(commune, as.officer(), (context) =>
    addConclusion(
      { ...line, ...owner, text: 'Kiểm tra sử dụng vốn theo mẫu 06/TD', dueOn: day('2026-11-10') },
      context,
    ),
  );
  const measuredBy = { figure: 'checked', list: LIST, part: 'group', code: groupCode } as const;
  await command(commune, as.officer(), (context) =>
    measureConclusion({ ...line, baseVersion: 1, measuredBy }, context),
  );
  await command(commune, as.officer(), (context) =>
    closeBriefing({ ...meeting, withoutConclusions: false }, context),
  );
}, 60_000);
afterAll(() => commune.database.close());

async function groupToCheck(): Promise<[string, readonly string[]]> {
  const asked = { communeId: commune.communeId, list: LIST, limit: 500 } as const;
  const { rows } = await question(commune, as.chair(), (context) =>
    listLoans({ ...asked, dataDate: day('2026-09-30') }, context),
  );
  const ofGroup = (code: string) =>
    rows.filter((row) => row.groupCode === code).map(({ contractNo }) => contractNo);
  const found = rows
    .map((row) => row.groupCode)
    .find((code) => ofGroup(code).length > 2 && ofGroup(code).length <= MOST_LOANS);
  if (found === undefined) throw new Error('no group of such a size');
  return [found, ofGroup(found)];
}

const taskNow = async (caller: Caller = as.chair()) => {
  const { tasks } = await question(commune, caller, (context) => listTasksOfConclusions(meeting, context));
  const found = tasks.find((task) => task.conclusionId === conclusionId);
  if (!found) throw new Error('the conclusion has no task');
  return found;
};

const report = async (taskId: Id, named: readonly string[], caller = as.leader(groupCode)) => {
  const said = { text: 'Đã kiểm tra đủ các hộ', outcome: 'done', doneOn: commune.clock.today() } as const;
  const records = named.map((contractNo) => ({ kind: 'loan' as const, contractNo }));
  const within = { communeId: commune.communeId, taskId, eventId: nextId() };
  await command(commune, caller, (context) =>
    reportTask({ ...within, ...said, fileIds: [], records }, context),
  );
};

/** The loans that the list of all loans says to be told as checked. */
const toldInLists = async () => {
  const asked = { communeId: commune.communeId, dataDate: day('2026-09-30'), check: 'told' } as const;
  const { rows } = await question(commune, as.chair(), (context) => listLoans(asked, context));
  return rows.map(({ contractNo }) => contractNo).sort();
};

describe('[GV95] [GV130] checks after disbursement', () => {
  it('are counted by the loans that reports name: a report of all with some of them named is contradicted, until the rest is', async () => {
    const { taskId, figures } = await taskNow();
    expect(figures?.sentence).toBe(`Kiểm tra 06/TD: chưa báo cáo nào nêu món nào trong ${loans.length} món.`);
    const [first = '', second = '', ...rest] = loans;
    await report(taskId, []);
    expect(await taskNow()).toMatchObject({ isContradicted: false, figures: { verdict: 'unknown' } });
    expect(await toldInLists()).toEqual([]);

    await report(taskId, [first, second]);
    const sentence = `Kiểm tra 06/TD: 2/${loans.length} món được nêu trong báo cáo, còn ${rest.length} món chưa nêu.`;
    expect(await taskNow()).toMatchObject({ isContradicted: true, figures: { sentence, toDate: null } });
    expect(await toldInLists()).toEqual([first, second].sort());
    expect((await taskNow(as.leader(groupCode))).figures?.sentence).toBe(sentence);
    const page = await shownTask(commune, as.chair(), { communeId: commune.communeId, taskId });
    expect(page).toMatchObject({ isContradicted: true, figures: { sentence }, directiveFigures: null });

    const november = await prepared(commune, day('2026-11-23'));
    const { before } = await question(commune, as.chair(), (context) => gatherPapers(context, november));
    expect(before?.results.find((result) => result.taskId === taskId)).toMatchObject({
      figures: sentence,
      isContradicted: true,
    });

    await report(taskId, rest);
    expect(await toldInLists()).toEqual([...loans].sort());
    expect(await taskNow()).toMatchObject({
      isContradicted: false,
      figures: {
        verdict: 'improved',
        sentence: `Kiểm tra 06/TD: ${loans.length}/${loans.length} món được nêu trong báo cáo.`,
      },
    });
  });

  it('of a directive over loans are counted by the tasks whose reports say done, without waiting for newer figures', async () => {
    const { communeId } = commune;
    const directiveId = await ordered(commune, {
      ...{ spread: 'loans', list: LIST, listGroupCodes: [groupCode], figure: 'checked' },
      ...{ responsible: 'groupLeader', recipients: [] },
    });
    const { rows: tasks } = await commune.database.owner.query<{ id: Id }>(
      'select id from governance.task where directive_id = $1 order by position',
      [directiveId],
    );
    const [one, other] = tasks;
    if (!one || !other) throw new Error('the list has less than two loans');
    expect((await shownTask(commune, as.chair(), { communeId, taskId: one.id })).figures?.verdict).toBe(
      'same',
    );
    await report(one.id, []);
    const { figures, directiveFigures, isContradicted } = await shownTask(commune, as.chair(), {
      communeId,
      taskId: one.id,
    });
    expect(figures?.sentence).toBe('Kiểm tra 06/TD: báo cáo nêu món vay này.');
    expect(isContradicted).toBe(false);
    expect(directiveFigures).toMatchObject({ improved: 1, known: tasks.length, toDate: null });
    expect(directiveFigures?.sentence).toBe(
      `Cả chỉ đạo: 1/${tasks.length} món được báo cáo là đã kiểm tra 06/TD.`,
    );
  });
});

describe('[GV130] what reports told before', () => {
  it('is told as checked as if it had been kept then', async () => {
    const { owner } = commune.database;
    const stored = async () =>
      (
        await owner.query(
          `select commune_id, contract_no, source_id, done_on from portfolio.told_check
           where taken_back_at is null order by source_id, contract_no`,
        )
      ).rows;
    const today = await stored();
    expect(today.length).toBeGreaterThan(loans.length);
    await owner.query('delete from portfolio.told_check');
    await runMigration(owner, MIGRATION);
    expect(await stored()).toEqual(today);
  });
});
