import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BusinessDate, day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { acceptTask } from './accept-task.ts';
import { addConclusion } from './add-conclusion.ts';
import { cancelTask } from './cancel-task.ts';
import { selectMinutes } from './db/minutes.ts';
import { handOverTask } from './hand-over-task.ts';
import { listDirectives } from './list-directives.ts';
import { listTasksOfCommune } from './list-tasks-of-commune.ts';
import { gatherPapers } from './papers/gather-papers.ts';
import { writePapers } from './papers/write-papers.ts';
import { reportTask } from './report-task.ts';
import { showResultsBefore } from './show-results-before.ts';
import { opened, prepared, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, question, type TestCommune } from './testing/given-commune.ts';
import { callers } from './testing/given-tasks.ts';
import { closedAnyhow, given, raised } from './testing/raised-difficulties.ts';

const TEXTS = ['Mời hộ', 'Kiểm tra vốn', 'Đối chiếu nợ', 'Rà soát tổ', 'Xác minh cư trú'];
const POLICE = { seat: 'communePolice', name: `${PEOPLE.communePolice}, Công an xã` };

let commune: TestCommune;
let as: ReturnType<typeof callers>;
let november: TestBriefing;
beforeAll(async () => {
  commune = await givenCommune();
  as = callers(commune);
  november = await opened(commune, day('2026-11-23'));
  await concluded(november, TEXTS, day('2026-12-10'));
  const difficulty = await raised(commune, november, { text: 'Không gọi được 0987 654 321' });
  await given(commune, difficulty, { ...POLICE, dueOn: day('2026-11-30') });
  await close(november);
  await judged('Mời hộ', acceptTask);
  await judged('Đối chiếu nợ', cancelTask);
  await handedOver('Xác minh cư trú');
  await report('Rà soát tổ');
}, 60_000);
afterAll(() => commune.database.close());

const close = (within: TestBriefing) => closedAnyhow(commune, within);

async function concluded(within: TestBriefing, texts: readonly string[], dueOn: BusinessDate): Promise<void> {
  for (const text of texts) {
    const line = { ...within, text, ownerSeat: null, ownerName: 'Ban giảm nghèo', dueOn };
    await command(commune, as.officer(), (context) =>
      addConclusion({ ...line, conclusionId: nextId() }, context),
    );
  }
}

/** The one task of a conclusion that was not handed over. */
async function taskAbout(text: string): Promise<{ communeId: Id; taskId: Id; version: number }> {
  const { communeId } = commune;
  const { tasks } = await question(commune, as.chair(), (context) =>
    listTasksOfCommune({ communeId, state: 'all' }, context),
  );
  const found = tasks.find((task) => task.text === text && task.state !== 'handedOver');
  if (!found) throw new Error(`no task about ${text}`);
  return { communeId, taskId: found.taskId, version: found.version };
}

async function report(about: string): Promise<void> {
  const { version: _, ...task } = await taskAbout(about);
  const said = { text: 'Đã làm', outcome: 'done' as const, doneOn: commune.clock.today() };
  await command(commune, as.officer(), (context) =>
    reportTask({ ...task, ...said, fileIds: [], records: [], eventId: nextId() }, context),
  );
}

async function judged(about: string, handler: typeof acceptTask | typeof cancelTask): Promise<void> {
  if (handler === acceptTask) await report(about);
  const { version: baseVersion, ...task } = await taskAbout(about);
  const input = { ...task, baseVersion, eventId: nextId(), reason: 'Không cần nữa' };
  await command(commune, as.chair(), (context) => handler(input, context));
}

async function handedOver(about: string): Promise<void> {
  const { version: baseVersion, ...task } = await taskAbout(about);
  const input = {
    ...task,
    baseVersion,
    eventId: nextId(),
    newTaskId: nextId(),
    ...POLICE,
    reason: 'Việc của công an',
  };
  await command(commune, as.chair(), (context) => handOverTask(input, context));
}

async function seenBefore(within: TestBriefing) {
  const { before } = await question(commune, as.chair(), (context) => showResultsBefore(within, context));
  return before;
}

const keptOf = ({ communeId, briefingId }: TestBriefing) =>
  question(
    commune,
    as.officer(),
    async ({ tx }) => (await selectMinutes(tx, communeId, briefingId))?.content.before,
  );

async function paperOf(within: TestBriefing, kind: 'results' | 'minutes'): Promise<string> {
  const papers = await question(commune, as.chair(), async (context) => {
    const sources = await gatherPapers(context, within);
    if (isRefusal(sources)) throw new Error(sources.refused);
    return writePapers(sources, kind, 'list');
  });
  return JSON.stringify(papers);
}

describe('what is left of the briefings before the last', () => {
  let december: TestBriefing;
  let january: TestBriefing;

  it('[GV88] is nothing as long as the last is the first', async () => {
    december = await prepared(commune, day('2026-12-23'));
    expect(await seenBefore(december)).toMatchObject({ earlier: null, results: { length: TEXTS.length } });
    await opened(commune, day('2026-12-23'));
    await concluded(december, ['Thu lãi tồn'], day('2027-01-10'));
    await close(december);
    expect(await keptOf(december)).not.toHaveProperty('earlier');
    expect(await paperOf(december, 'minutes')).not.toContain('các kỳ trước');
  });

  it('[GV88] stands below the conclusions of the next, counted apart, the longest late first, with its briefing', async () => {
    january = await prepared(commune, day('2027-01-23'));
    // A borrower has the name of an officer whom neither of the two meetings asks, and one that of a body without an office.
    await commune.database.owner.query(
      `update registry.person set full_name = case when rank = 1 then $2 else $3 end
       from (select id, row_number() over (order by id) as rank from registry.person where commune_id = $1) ranked
       where person.commune_id = $1 and person.id = ranked.id and rank <= 2`,
      [commune.communeId, PEOPLE.communePolice, 'Ban giảm nghèo'],
    );
    await commune.database.owner.query(`delete from governance.attendee where full_name = $1`, [
      PEOPLE.communePolice,
    ]);
    const before = await seenBefore(january);
    expect(before?.results.map(({ text }) => text)).toEqual(['Thu lãi tồn']);
    const { earlier } = before ?? {};
    expect(earlier).toMatchObject({ unfinished: 4, late: 3 });
    expect(earlier?.lateBy).toEqual([
      { ownerName: POLICE.name, late: 2, mostDays: 54 },
      { ownerName: '…', late: 1, mostDays: 44 },
    ]);
    expect(earlier?.longest.map(({ text, state, lateDays }) => [text, state, lateDays])).toEqual([
      [expect.stringMatching(/^Không gọi được …/u), 'unreported', 54],
      ...['Kiểm tra vốn', 'Xác minh cư trú'].map((text) => [text, 'unreported', 44]),
      ['Rà soát tổ', 'reported', 0],
    ]);
    expect(earlier?.longest[2]).toMatchObject({
      ...{ ownerName: POLICE.name, insteadOf: 'Ban giảm nghèo', givenOn: '2026-11-23' },
      taskId: (await taskAbout('Xác minh cư trú')).taskId,
    });
  });

  it('[GV88] every one of them stands in the list of directives that its count opens', async () => {
    const { communeId, briefingId } = december;
    const { directives, total } = await question(commune, as.chair(), (context) =>
      listDirectives({ communeId, beforeBriefingId: briefingId, progress: 'open' }, context),
    );
    expect(total).toBe(4);
    expect(directives.map(({ text }) => text)).not.toContain('Thu lãi tồn');
  });

  it('[GV88] is fixed by closing as of the day of the meeting, and stands in minutes and report', async () => {
    await opened(commune, day('2027-01-23'));
    await close(january);
    commune.clock.moveTo('2027-02-02T03:00:00Z');
    await judged('Kiểm tra vốn', acceptTask);
    expect(await seenBefore(january)).toMatchObject({ isFixed: true, earlier: { unfinished: 4, late: 3 } });
    expect(await keptOf(january)).toMatchObject({ earlier: { unfinished: 4, longest: { length: 4 } } });
    for (const kind of ['minutes', 'results'] as const) {
      const paper = await paperOf(january, kind);
      expect(paper).toContain('Còn 4 việc của các kỳ trước, 3 việc trễ:');
      expect(paper).toContain('Giao ban 23/11/2026. Chưa có báo cáo, trễ 44 ngày');
      expect(paper).toContain('Giao 1 việc; xong 0 việc');
    }
  });

  it('[GV88] goes on from month to month, as it stood on the day however late it is asked, ten by name', async () => {
    const february = await opened(commune, day('2027-02-23'));
    const texts = Array.from({ length: 9 }, (_, i) => `Việc ${i + 1}`);
    await concluded(february, texts, day('2027-02-24'));
    await close(february);
    const march = await prepared(commune, day('2027-03-23'));
    // The meeting of January concluded nothing: of February's task nothing is earlier than February.
    expect((await seenBefore(march))?.earlier).toMatchObject({ unfinished: 4, longest: { length: 4 } });
    await opened(commune, day('2027-03-23'));
    await close(march);
    const april = await prepared(commune, day('2027-04-23'));
    const { earlier } = (await seenBefore(april)) ?? {};
    expect(earlier).toMatchObject({ unfinished: 13, late: 12 });
    expect(earlier?.longest).toHaveLength(10);
    expect(await paperOf(april, 'results')).toContain('12 việc trễ; 10 việc chờ lâu nhất:');
  });
});
