import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addConclusion } from './add-conclusion.ts';
import { cancelTask } from './cancel-task.ts';
import { closeBriefing } from './close-briefing.ts';
import { listTasksOfCommune } from './list-tasks-of-commune.ts';
import { gatherPapers } from './papers/gather-papers.ts';
import { writePapers } from './papers/write-papers.ts';
import { showDirective } from './show-directive.ts';
import { showResultsBefore } from './show-results-before.ts';
import { CONCLUSION, opened, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, question, type TestCommune } from './testing/given-commune.ts';
import { headLeaves, leavesOffice, NEW_HEAD } from './testing/given-offices.ts';
import { callers, shownTask } from './testing/given-tasks.ts';
import { closedAnyhow, given, raised } from './testing/raised-difficulties.ts';

const HEAD = 'associationHead:12';
const OWNER = `${PEOPLE.associationHead}, Hội Liên hiệp Phụ nữ`;
const NOBODY = 'chưa có người giữ';

/** An office that nobody ever held, given to by its title. */
const VACANT = { ownerSeat: 'associationHead:11', ownerName: 'Hội Nông dân' };

let commune: TestCommune;
let as: ReturnType<typeof callers>;
let november: TestBriefing;
let december: TestBriefing;
beforeAll(async () => {
  commune = await givenCommune();
  as = callers(commune);
  november = await opened(commune, day('2026-11-23'));
  for (const owner of [{ ownerSeat: HEAD, ownerName: OWNER }, {}, VACANT])
    await command(commune, as.officer(), (context) =>
      addConclusion({ ...november, ...CONCLUSION, ...owner, conclusionId: nextId() }, context),
    );
  const difficulty = await raised(commune, november, { text: 'Đến nhà hai lần đều khóa cửa' });
  await given(commune, difficulty, { seat: HEAD, name: OWNER, dueOn: day('2026-11-30') });
  await command(commune, as.officer(), (context) =>
    closeBriefing({ ...november, withoutConclusions: false }, context),
  );
  december = await prepared(commune, day('2026-12-23'));
}, 60_000);
afterAll(() => commune.database.close());

/** Whose the three tasks are, as their list has it: name given under, name of today. */
async function listed() {
  const { tasks } = await question(commune, as.chair(), (context) =>
    listTasksOfCommune({ communeId: commune.communeId, state: 'all' }, context),
  );
  return tasks;
}

/** The minutes of the meeting that gave them, as they are written today. */
async function minutes(): Promise<string> {
  const written = await question(commune, as.chair(), async (context) => {
    const sources = await gatherPapers(context, november);
    if (isRefusal(sources)) throw new Error(sources.refused);
    return writePapers(sources, 'minutes', 'list');
  });
  return JSON.stringify(written);
}

async function papers(): Promise<string> {
  const written = await question(commune, as.chair(), async (context) => {
    const sources = await gatherPapers(context, december);
    if (isRefusal(sources)) throw new Error(sources.refused);
    return writePapers(sources, 'results', 'list');
  });
  return JSON.stringify(written);
}

describe('a task whose office changes its holder after it was given', () => {
  it('[GV132] says nothing of that as long as the same person holds it', async () => {
    const nows = (await listed()).map(({ ownerNow }) => ownerNow);
    expect(nows.filter((ownerNow) => ownerNow !== NOBODY)).toEqual([null, null, null]);
    expect(await papers()).not.toContain(`${OWNER}; nay:`);
    const { conclusions } = await shown(commune, november);
    expect(conclusions.map(({ ownerNow }) => ownerNow)).toEqual([null, null, null]);
  });

  it('[GV132] names the one who holds it now on its page, in lists, and in what the next briefing is told', async () => {
    await headLeaves(commune, { on: '2026-12-01' });
    const tasks = await listed();
    const own = tasks.find(({ ownerSeat }) => ownerSeat === HEAD);
    expect(own).toMatchObject({ ownerName: OWNER, ownerNow: NEW_HEAD });
    expect(tasks.find(({ ownerSeat }) => ownerSeat === null)).toMatchObject({ ownerNow: null });
    const { communeId } = commune;
    if (!own) throw new Error('no task of the union');
    const { taskId, directiveId } = own;
    expect((await shownTask(commune, as.head(), { communeId, taskId })).task.ownerNow).toBe(NEW_HEAD);
    const directive = await question(commune, as.chair(), (context) =>
      showDirective({ communeId, directiveId }, context),
    );
    expect(directive.tasks).toMatchObject([{ ownerNow: NEW_HEAD }]);
    const { before } = await question(commune, as.chair(), (context) => showResultsBefore(december, context));
    expect(before?.results.map(({ ownerNow }) => ownerNow)).toEqual([NEW_HEAD, null, NOBODY]);
    expect(before?.results.map(({ hallOwner }) => hallOwner)).toContain(`${OWNER}; nay: ${NEW_HEAD}`);
    expect(await papers()).toContain(`${OWNER}; nay: ${NEW_HEAD}`);
  });

  it('[GV226] is named with them on the page of the closed meeting, not in its minutes', async () => {
    const { conclusions, difficulties } = await shown(commune, november);
    expect(conclusions.map(({ ownerName, ownerNow }) => [ownerName, ownerNow])).toEqual([
      [OWNER, NEW_HEAD],
      ['Ban giảm nghèo', null],
      [VACANT.ownerName, null],
    ]);
    expect(difficulties).toMatchObject([
      { givenName: OWNER, givenNow: NEW_HEAD, task: { ownerName: OWNER, ownerNow: NEW_HEAD } },
    ]);
    const written = await minutes();
    expect(written).toContain(OWNER);
    expect(written).not.toContain(NEW_HEAD);
  });

  it('[GV251] says in what the next briefing is told that nobody holds it once they have left too', async () => {
    await leavesOffice(commune, NEW_HEAD, '2026-12-10');
    commune.clock.moveTo('2026-12-10T02:00:00Z');
    const { before } = await question(commune, as.chair(), (context) => showResultsBefore(december, context));
    expect(before?.results.map(({ ownerNow }) => ownerNow)).toEqual([NOBODY, null, NOBODY]);
    const words = `${OWNER}; nay: ${NOBODY}`;
    expect(before?.results.map(({ hallOwner }) => hallOwner)).toContain(words);
    expect(before?.difficulties).toMatchObject([{ ownerNow: NOBODY, hallOwner: words }]);
    expect(await papers()).toContain(words);
  });

  it('[GV241] lists, the next briefing and its report say the same of one given to the vacant office by its title', async () => {
    const inList = (await listed()).find(({ ownerSeat }) => ownerSeat === VACANT.ownerSeat);
    expect(inList).toMatchObject({ ownerName: VACANT.ownerName, ownerNow: NOBODY });
    const { before } = await question(commune, as.chair(), (context) => showResultsBefore(december, context));
    const told = before?.results.find(({ ownerName }) => ownerName === VACANT.ownerName);
    expect(told).toMatchObject({ ownerNow: NOBODY, hallOwner: `${VACANT.ownerName}; ${NOBODY}` });
    expect(await papers()).toContain(`${VACANT.ownerName}; ${NOBODY}`);
  });

  it('[GV241] say it no more of what is over', async () => {
    const ofVacant = async () => (await listed()).find(({ ownerSeat }) => ownerSeat === VACANT.ownerSeat);
    const task = await ofVacant();
    if (!task) throw new Error('no task of the vacant office');
    const { communeId, taskId } = { ...commune, ...task };
    await command(commune, as.chair(), (context) =>
      cancelTask({ communeId, taskId, eventId: nextId(), baseVersion: 1, reason: 'Giao nhầm' }, context),
    );
    expect(await ofVacant()).toMatchObject({ state: 'cancelled', ownerNow: null });
    const { before } = await question(commune, as.chair(), (context) => showResultsBefore(december, context));
    expect(before?.results.find(({ ownerName }) => ownerName === VACANT.ownerName)).toMatchObject({
      state: 'cancelled',
      ownerNow: null,
    });
    expect(await papers()).not.toContain(`${VACANT.ownerName}; ${NOBODY}`);
  });

  it('[GV263] stands in the hall of the meeting after that by the title of its office', async () => {
    await opened(commune, day('2026-12-23'));
    await closedAnyhow(commune, december);
    const january = await prepared(commune, day('2027-01-23'));
    const { before } = await question(commune, as.chair(), (context) => showResultsBefore(january, context));
    expect(before?.earlier?.lateBy.map(({ ownerName }) => ownerName)).toEqual([
      `Hội Liên hiệp Phụ nữ (${NOBODY})`,
      'Ban giảm nghèo',
    ]);
  });
});
