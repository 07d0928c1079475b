import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Caller } from '../../platform/caller.ts';
import { listLoans } from '../portfolio/index.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addConclusion } from './add-conclusion.ts';
import { changeConclusion } from './change-conclusion.ts';
import { closeBriefing } from './close-briefing.ts';
import type { MeasuredBy } from './domain/measured-by.ts';
import { listTasksOfConclusions } from './list-tasks-of-conclusions.ts';
import { measureConclusion } from './measure-conclusion.ts';
import { gatherPapers } from './papers/gather-papers.ts';
import { writePapers } from './papers/write-papers.ts';
import { reportTask } from './report-task.ts';
import { showResultsBefore } from './show-results-before.ts';
import { opened, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, question, type TestCommune, tryCommand } from './testing/given-commune.ts';
import { callers } from './testing/given-tasks.ts';

const DUE = day('2026-11-10');
const OF_COMMUNE: MeasuredBy = {
  figure: 'unpaidInterest',
  list: 'unpaid_interest',
  part: 'commune',
  code: '',
};

let commune: TestCommune;
let as: ReturnType<typeof callers>;
let meeting: TestBriefing;
let group: { readonly code: string; readonly loans: number };

beforeAll(async () => {
  commune = await givenCommune();
  as = callers(commune);
  meeting = await opened(commune, day('2026-10-23'));
  const { rows } = await question(commune, as.chair(), (context) =>
    listLoans(
      { communeId: commune.communeId, list: 'unpaid_interest', dataDate: day('2026-09-30'), limit: 500 },
      context,
    ),
  );
  const code = rows.find(({ groupCode }) => groupCode !== '')?.groupCode ?? '';
  group = { code, loans: rows.filter(({ groupCode }) => groupCode === code).length };
}, 60_000);
afterAll(() => commune.database.close());

async function concluded(text: string): Promise<Id> {
  const conclusionId = nextId();
  const owner = { ownerSeat: `groupLeader:${group.code}`, ownerName: await leaderName() };
  await command(commune, as.officer(), (context) =>
    addConclusion({ ...meeting, conclusionId, text, ...owner, dueOn: DUE }, context),
  );
  return conclusionId;
}

async function leaderName(): Promise<string> {
  const { attendees } = await shown(commune, meeting);
  const leader = attendees.find(({ seat }) => seat === `groupLeader:${group.code}`);
  return `${leader?.fullName}, Tổ trưởng tổ ${group.code}`;
}

const measure = (conclusionId: Id, measuredBy: MeasuredBy | null, baseVersion = 1) =>
  tryCommand(commune, as.officer(), (context) =>
    measureConclusion({ ...meeting, conclusionId, baseVersion, measuredBy }, context),
  );

const tasksFor = async (caller: Caller) => {
  const { tasks } = await question(commune, caller, (context) => listTasksOfConclusions(meeting, context));
  return tasks;
};

describe('[GV82] a conclusion measured by figures', () => {
  it('is refused over what is no list or has no loan, and for a line that changed meanwhile; text can still be changed', async () => {
    const line = await concluded('Thu lãi tồn');
    expect(await measure(line, { ...OF_COMMUNE, list: 'no_such_list' })).toMatchObject({
      refused: 'listUnknown',
    });
    expect(await measure(line, { ...OF_COMMUNE, part: 'group', code: '9999999' })).toMatchObject({
      refused: 'nothingToMeasure',
      data: { listDate: '30/09/2026' },
    });
    expect(await measure(line, OF_COMMUNE, 7)).toMatchObject({ refused: 'lineChanged' });
    const both = await Promise.all([measure(line, OF_COMMUNE), measure(line, null)]);
    expect(both.filter((outcome) => 'version' in outcome)).toHaveLength(1);
    expect(both.find((outcome) => 'refused' in outcome)).toMatchObject({ refused: 'lineChanged' });
    expect(await measure(line, null, 2)).toEqual({ version: 3, loans: 0 });
    const content = { text: 'Thu lãi tồn từng hộ', ownerSeat: null, ownerName: 'Ban giảm nghèo', dueOn: DUE };
    const changed = await command(commune, as.officer(), (context) =>
      changeConclusion(
        { ...meeting, ...content, conclusionId: line, baseVersion: 3, changeId: nextId() },
        context,
      ),
    );
    expect(changed).toMatchObject({ outcome: 'applied' });
  });

  it('says so on the page and in the minutes; afterwards the figures stand beside its task and contradict its report', async () => {
    const line = await concluded('Họp tổ, thu lãi tồn');
    const ofGroup = { ...OF_COMMUNE, part: 'group', code: group.code } as const;
    expect(await measure(line, ofGroup)).toEqual({ version: 2, loans: group.loans });
    const standing = (await shown(commune, meeting)).conclusions.find(
      ({ conclusionId }) => conclusionId === line,
    );
    expect(standing?.measuredBy?.words).toMatch(/^Lãi tồn giảm, danh sách “.+”, Tổ /);
    await command(commune, as.officer(), (context) =>
      closeBriefing({ ...meeting, withoutConclusions: false }, context),
    );
    expect(await measure(line, null, 2)).toMatchObject({ refused: 'briefingClosed' });
    const paper = await question(commune, as.chair(), async (context) => {
      const sources = await gatherPapers(context, meeting);
      return 'refused' in sources
        ? sources
        : { text: JSON.stringify(writePapers(sources, 'minutes', 'list')) };
    });
    expect(paper.text).toContain(`Đo bằng số liệu: ${standing?.measuredBy?.words}.`);

    commune.clock.moveTo('2026-11-03T02:00:00Z');
    const task = (await tasksFor(as.chair())).find(({ conclusionId }) => conclusionId === line);
    const found = new RegExp(
      `^Số liệu 31/10/2026: \\d+/${group.loans} món giảm lãi tồn, tổng lãi tồn từ [\\d.]+ đ còn [\\d.]+ đ\\.$`,
    );
    expect(task?.figures?.sentence).toMatch(found);
    const plain = (await tasksFor(as.chair())).filter(({ conclusionId }) => conclusionId !== line);
    expect(plain.every(({ figures }) => figures === null)).toBe(true);
    const own = (await tasksFor(as.leader(group.code))).find(({ conclusionId }) => conclusionId === line);
    expect(own?.figures).toEqual(task?.figures);
  });

  it('has its figures in the results that the next briefing is told', async () => {
    const { communeId } = commune;
    const [task] = (await tasksFor(as.chair())).filter(({ figures }) => figures !== null);
    const said = {
      text: 'Đã thu',
      outcome: 'done' as const,
      doneOn: commune.clock.today(),
      fileIds: [],
      records: [],
    };
    await command(commune, as.officer(), (context) =>
      reportTask({ communeId, taskId: task?.taskId ?? nextId(), eventId: nextId(), ...said }, context),
    );
    const november = await prepared(commune, day('2026-11-23'));
    const { before } = await question(commune, as.chair(), (context) => gatherPapers(context, november));
    const result = before?.results.find(({ taskId }) => taskId === task?.taskId);
    expect(result).toMatchObject({
      figures: task?.figures?.sentence,
      isContradicted: task?.figures?.verdict === 'same',
    });
  });

  it('[GV67] is told by the figures of the day that is asked, whatever has been published since', async () => {
    const november = await prepared(commune, day('2026-11-23'));
    const figuresOn = async (moment: string) => {
      commune.clock.moveTo(moment);
      const { before } = await question(commune, as.chair(), (context) =>
        showResultsBefore(november, context),
      );
      return before?.results.flatMap(({ figures }) => figures ?? []);
    };
    expect(await figuresOn('2026-10-30T02:00:00Z')).toEqual([
      'Chưa có số liệu mới hơn 30/09/2026 để đối chiếu.',
    ]);
    expect(await figuresOn('2026-10-31T02:00:00Z')).toEqual([expect.stringContaining('Số liệu 31/10/2026')]);
  });
});
