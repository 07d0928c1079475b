import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BusinessDate, day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { acceptTask } from './accept-task.ts';
import { addConclusion } from './add-conclusion.ts';
import { cancelTask } from './cancel-task.ts';
import { closeBriefing } from './close-briefing.ts';
import type { ConclusionResult } from './domain/papers/results.ts';
import type { RecordLink } from './domain/record-words.ts';
import { handOverTask } from './hand-over-task.ts';
import { listTasksOfCommune } from './list-tasks-of-commune.ts';
import { listTasksOfConclusions } from './list-tasks-of-conclusions.ts';
import { gatherPapers } from './papers/gather-papers.ts';
import { writePapers } from './papers/write-papers.ts';
import { reportTask } from './report-task.ts';
import { returnTask } from './return-task.ts';
import { showResultsBefore } from './show-results-before.ts';
import { opened, prepared, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, question, type TestCommune } from './testing/given-commune.ts';
import { callers } from './testing/given-tasks.ts';

const DUE = day('2026-12-10');
const TEXTS = ['Mời hộ', 'Kiểm tra vốn', 'Đối chiếu nợ', 'Rà soát tổ', 'Xác minh cư trú', 'Thu lãi tồn'];

let commune: TestCommune;
let as: ReturnType<typeof callers>;
let november: TestBriefing;
beforeAll(async () => {
  commune = await givenCommune();
  as = callers(commune);
  november = await closedWith(day('2026-11-23'), TEXTS);
}, 60_000);
afterAll(() => commune.database.close());

/** A briefing of a day with these conclusions, each given to a body without an account, closed. */
async function closedWith(
  heldOn: BusinessDate,
  texts: readonly string[],
  dueOn = DUE,
): Promise<TestBriefing> {
  const within = await opened(commune, heldOn);
  for (const text of texts) {
    const line = { ...within, text, ownerSeat: null, ownerName: 'Ban giảm nghèo', dueOn };
    await command(commune, as.officer(), (context) =>
      addConclusion({ ...line, conclusionId: nextId() }, context),
    );
  }
  await command(commune, as.officer(), (context) =>
    closeBriefing({ ...within, withoutConclusions: texts.length === 0 }, context),
  );
  return within;
}

/** The one task that is still to be done of a conclusion. */
async function taskAbout(text: string): Promise<{ communeId: Id; taskId: Id; version: number }> {
  const { communeId, briefingId } = november;
  const { tasks } = await question(commune, as.chair(), (context) =>
    listTasksOfCommune({ communeId, briefingId, state: 'all' }, context),
  );
  const found = tasks.find((task) => task.text === text && task.state !== 'handedOver');
  if (!found) throw new Error(`no task about ${text}`);
  return { communeId, taskId: found.taskId, version: found.version };
}

async function report(about: string, text: string, records: readonly RecordLink[] = []): Promise<void> {
  const { version: _, ...task } = await taskAbout(about);
  const said = { text, outcome: 'done' as const, doneOn: commune.clock.today(), fileIds: [] };
  await command(commune, as.officer(), (context) =>
    reportTask({ ...task, ...said, records: [...records], eventId: nextId() }, context),
  );
}

async function judge(
  about: string,
  handler: typeof acceptTask | typeof returnTask | typeof cancelTask,
): Promise<void> {
  const { version: baseVersion, ...task } = await taskAbout(about);
  const input = { ...task, baseVersion, eventId: nextId(), reason: 'Thiếu danh sách' };
  await command(commune, as.chair(), (context) => handler(input, context));
}

async function sourcesOf(within: TestBriefing) {
  return question(commune, as.chair(), async (context) => {
    const sources = await gatherPapers(context, within);
    if (isRefusal(sources)) return sources;
    return { before: sources.before, paper: JSON.stringify(writePapers(sources, 'results', 'list')) };
  });
}

/** What the page of a briefing shows of the one before. */
async function seenBefore(within: TestBriefing) {
  const { before } = await question(commune, as.chair(), (context) => showResultsBefore(within, context));
  return before;
}

const told = (results: readonly Omit<ConclusionResult, 'taskId'>[] = []) =>
  TEXTS.map((text) => {
    const found = results.find((result) => result.text === text);
    return found && [found.state, found.lateDays, found.report?.text ?? found.reason];
  });

it('[GV67] [GV86] tells state, days late and report with the records it names of every conclusion as they stood on the day of the briefing, for ever', async () => {
  commune.clock.moveTo('2026-12-09T03:00:00Z');
  const { rows } = await commune.database.owner.query(
    `select household_id as "householdId" from registry.person where commune_id = $1 limit 1`,
    [commune.communeId],
  );
  await report('Mời hộ', 'Đã mời, hộ cam kết', [{ kind: 'household', householdId: rows[0].householdId }]);
  await judge('Mời hộ', acceptTask);
  commune.clock.moveTo('2026-12-13T03:00:00Z');
  await report('Kiểm tra vốn', 'Đã kiểm tra 5/5 hộ');
  await report('Đối chiếu nợ', 'Xong');
  await judge('Đối chiếu nợ', returnTask);
  await judge('Rà soát tổ', cancelTask);
  const { version: baseVersion, ...task } = await taskAbout('Xác minh cư trú');
  const police = { seat: 'communePolice', name: 'Trần Công Tuấn (mẫu), Công an xã' };
  await command(commune, as.chair(), (context) =>
    handOverTask(
      { ...task, baseVersion, eventId: nextId(), newTaskId: nextId(), ...police, reason: 'Việc của công an' },
      context,
    ),
  );
  const december = await prepared(commune, day('2026-12-23'));
  const expected = [
    ['done', 0, 'Đã mời, hộ cam kết'],
    ['reported', 3, 'Đã kiểm tra 5/5 hộ'],
    ['returned', 13, 'Xong'],
    ['cancelled', 0, 'Thiếu danh sách'],
    ['unreported', 13, null],
    ['unreported', 13, null],
  ];
  commune.clock.moveTo('2026-12-14T03:00:00Z');
  const early = await seenBefore(december);
  expect(early).toMatchObject({ on: '2026-12-14', isFixed: false, briefingId: november.briefingId });
  expect(told(early?.results).at(-1)).toEqual(['unreported', 4, null]);
  commune.clock.moveTo('2026-12-23T01:00:00Z');
  const asPrepared = await sourcesOf(december);
  expect(told(asPrepared.before?.results)).toEqual(expected);
  expect(asPrepared.before?.results.find(({ text }) => text === 'Xác minh cư trú')).toMatchObject({
    ownerName: expect.stringContaining('Trần Công Tuấn'),
    insteadOf: 'Ban giảm nghèo',
  });
  expect(asPrepared.paper).toContain(
    'Giao 5 việc; xong 1 việc, đạt 20%; đã báo cáo, chờ nhận kết quả 1 việc; chưa có báo cáo 2 việc; trả lại 1 việc; đã trễ, còn phải làm 3 việc; đã hủy 1 việc.',
  );
  expect(asPrepared.paper).toContain(`(${PEOPLE.creditOfficer} ghi thay): Đã mời, hộ`);
  expect(asPrepared.paper).toMatch(/Đã mời, hộ cam kết \(hồ sơ: Hộ \p{Lu}/u);
  await closedWith(day('2026-12-23'), []);
  commune.clock.moveTo('2027-01-15T03:00:00Z');
  await report('Thu lãi tồn', 'Đã thu');
  await judge('Thu lãi tồn', acceptTask);
  expect(told((await sourcesOf(december)).before?.results)).toEqual(expected);
  const late = await seenBefore(december);
  expect(late).toMatchObject({ on: '2026-12-23', isFixed: true });
  expect(told(late?.results)).toEqual(expected);
  const [first] = late?.results ?? [];
  expect(first?.taskId).toBe((await taskAbout('Mời hộ')).taskId);
});

it('[GV84] the conclusions of a closed briefing lead to their tasks as they stand today, each office to its own', async () => {
  const tasksFor = async (caller: Parameters<typeof question>[1]) => {
    const { tasks } = await question(commune, caller, (context) => listTasksOfConclusions(november, context));
    return tasks;
  };
  const tasks = await tasksFor(as.chair());
  expect(new Set(tasks.map(({ conclusionId }) => conclusionId)).size).toBe(TEXTS.length);
  expect(tasks.find(({ text, state }) => text === 'Thu lãi tồn' && state === 'accepted')).toBeDefined();
  expect(tasks.flatMap(({ ownerName, isHandedOn }) => (isHandedOn ? [ownerName] : []))).toEqual([
    'Trần Công Tuấn (mẫu), Công an xã',
  ]);
  expect(await tasksFor(as.police())).toMatchObject([{ text: 'Xác minh cư trú', isHandedOn: true }]);
  expect(await tasksFor(as.head())).toEqual([]);
});

it('[GV84] a briefing with more conclusions than a page of tasks tells of them all', async () => {
  const texts = Array.from({ length: 60 }, (_, i) => `Việc ${i + 1}`);
  await closedWith(day('2027-01-23'), texts, day('2027-02-10'));
  const february = await prepared(commune, day('2027-02-23'));
  const before = await seenBefore(february);
  expect(before?.results.map(({ text }) => text)).toEqual(texts);
});
