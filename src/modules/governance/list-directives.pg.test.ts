import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutputOf } from '../../kernel/contract.ts';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { acceptTask } from './accept-task.ts';
import { addConclusion } from './add-conclusion.ts';
import { closeBriefing } from './close-briefing.ts';
import type { listDirectives as contract } from './contract.ts';
import { countTasks } from './domain/task.ts';
import { listDirectives } from './list-directives.ts';
import { listTasksOfCommune } from './list-tasks-of-commune.ts';
import { reportTask } from './report-task.ts';
import { showDirective } from './show-directive.ts';
import { CONCLUSION, opened, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, question, type TestCommune, tryCommand } from './testing/given-commune.ts';
import { callers, ordered } from './testing/given-tasks.ts';

let commune: TestCommune;
let as: ReturnType<typeof callers>;
let meeting: TestBriefing;
let allDone: Id;
let halfDone: Id;

beforeAll(async () => {
  commune = await givenCommune();
  as = callers(commune);
  meeting = await opened(commune, day('2026-11-23'));
  for (let i = 0; i < 33; i += 1)
    await command(commune, as.officer(), (context) =>
      addConclusion({ ...meeting, ...CONCLUSION, conclusionId: nextId() }, context),
    );
  await command(commune, as.officer(), (context) =>
    closeBriefing({ ...meeting, withoutConclusions: false }, context),
  );
  commune.clock.moveTo('2026-12-01T02:00:00Z');
  allDone = await ordered(commune);
  halfDone = await ordered(commune, { spread: 'associations', recipients: [] });
  await answer(allDone, 'associationHead:12');
  await answer(halfDone, 'associationHead:12');
}, 60_000);
afterAll(() => commune.database.close());

/** The task of a seat is reported by the officer and accepted by the chair. */
async function answer(directiveId: Id, ownerSeat: string): Promise<void> {
  const { communeId } = commune;
  const { tasks } = await question(commune, as.chair(), (context) =>
    listTasksOfCommune({ communeId, state: 'all', directiveId, ownerSeat }, context),
  );
  const taskId = tasks[0]?.taskId ?? nextId();
  const said = {
    text: 'Đã làm',
    outcome: 'done' as const,
    doneOn: commune.clock.today(),
    fileIds: [],
    records: [],
  };
  await command(commune, as.officer(), (context) =>
    reportTask({ communeId, taskId, eventId: nextId(), ...said }, context),
  );
  await command(commune, as.chair(), (context) =>
    acceptTask({ communeId, taskId, eventId: nextId(), baseVersion: 2 }, context),
  );
}

type Asked = Omit<Parameters<typeof listDirectives>[0], 'communeId'>;

const list = (asked: Partial<Asked> = {}) =>
  question(commune, as.chair(), (context) =>
    listDirectives({ communeId: commune.communeId, progress: 'all', ...asked }, context),
  );

/** Every page of a choice. */
async function all(asked: Partial<Asked> = {}): Promise<OutputOf<typeof contract>['directives']> {
  const found: OutputOf<typeof contract>['directives'] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await list({ ...asked, ...(cursor === undefined ? {} : { cursor }) });
    found.push(...page.directives);
    if (page.next === null) return found;
    cursor = page.next;
  }
}

describe('[GV81] directives are listed', () => {
  it('page by page, each once, the latest first, with the counts that their tasks have', async () => {
    const first = await list();
    expect(first.directives).toHaveLength(30);
    const found = await all();
    expect(new Set(found.map(({ directiveId }) => directiveId)).size).toBe(35);
    expect(first.total).toBe(35);
    expect(found.map(({ givenOn }) => givenOn)).toEqual(
      found
        .map(({ givenOn }) => givenOn)
        .sort()
        .reverse(),
    );
    for (const { directiveId, counts } of found.slice(0, 3)) {
      const whole = await question(commune, as.chair(), (context) =>
        showDirective({ communeId: commune.communeId, directiveId }, context),
      );
      expect(counts).toEqual(countTasks(whole.tasks, commune.clock.today()));
    }
  });

  it('by source, with the number of the minutes they stand in', async () => {
    const concluded = await all({ source: 'briefing' });
    expect(concluded).toHaveLength(33);
    expect(new Set(concluded.map(({ minutesNumber }) => minutesNumber))).toEqual(new Set(['01/2026']));
    expect(await all({ source: 'order' })).toHaveLength(2);
    expect(await all({ source: 'resolution' })).toEqual([]);
    expect(await all({ briefingId: meeting.briefingId })).toHaveLength(33);
  });

  it('by what has come of them: all done, or some still to be done; late from the day after the deadline', async () => {
    const ids = async (progress: Asked['progress']) =>
      (await all({ progress, source: 'order' })).map(({ directiveId }) => directiveId);
    expect(await ids('done')).toEqual([allDone]);
    expect(await ids('open')).toEqual([halfDone]);
    expect(await ids('late')).toEqual([]);
    commune.clock.moveTo('2026-12-11T02:00:00Z');
    expect(await ids('late')).toEqual([halfDone]);
    commune.clock.moveTo('2026-12-01T02:00:00Z');
  });

  it('of an owner, who has only their own tasks counted', async () => {
    const [first, ...others] = await all({ ownerSeat: 'associationHead:12', progress: 'open' });
    expect([first, ...others]).toEqual([undefined]);
    const own = await all({ ownerSeat: 'associationHead:12' });
    expect(own.map(({ counts }) => counts)).toEqual([
      { given: 1, done: 1, waiting: 0, late: 0, returned: 0 },
      { given: 1, done: 1, waiting: 0, late: 0, returned: 0 },
    ]);
    expect(await all({ ownerName: CONCLUSION.ownerName })).toHaveLength(33);
  });

  it('not beyond the commune, and not from a place that is none', async () => {
    const asked = (input: Partial<Parameters<typeof listDirectives>[0]>) =>
      tryCommand(commune, as.chair(), (context) =>
        listDirectives({ communeId: commune.communeId, progress: 'all', ...input }, context),
      );
    expect(await asked({ communeId: commune.otherCommuneId })).toMatchObject({ refused: 'notFound' });
    expect(await asked({ cursor: '2026-02-30.x' })).toMatchObject({ refused: 'cursorInvalid' });
  });
});

it('[GV38] a list of tasks says how many there are of all pages', async () => {
  const page = await question(commune, as.chair(), (context) =>
    listTasksOfCommune({ communeId: commune.communeId, state: 'open' }, context),
  );
  const given = (await all()).reduce((sum, { counts }) => sum + counts.given - counts.done, 0);
  expect(given).toBeGreaterThan(page.tasks.length - 1);
  expect(page.total).toBe(given);
});
