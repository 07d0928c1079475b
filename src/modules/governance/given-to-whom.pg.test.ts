import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { handOverTask } from './hand-over-task.ts';
import { listSeats } from './list-seats.ts';
import { openBriefing } from './open-briefing.ts';
import { listPapers } from './papers/list-papers.ts';
import { opened, prepared, shown } from './testing/given-briefing.ts';
import {
  command,
  givenCommune,
  PEOPLE,
  question,
  type TestCommune,
  tryCommand,
} from './testing/given-commune.ts';
import { giveOffice, NEW_HEAD } from './testing/given-offices.ts';
import { callers, headsTask, tasksOf } from './testing/given-tasks.ts';
import { closedAnyhow, given, raised } from './testing/raised-difficulties.ts';

const BODY = { seat: null, name: 'Ban giảm nghèo' };

let commune: TestCommune;
let as: ReturnType<typeof callers>;
beforeAll(async () => {
  commune = await givenCommune();
  as = callers(commune);
}, 60_000);
afterAll(() => commune.database.close());

it('[GV124] a vacant office, a body without one, the bank and the chair themselves each have their task; the bank and the chair no slip', async () => {
  const january = await opened(commune, day('2027-01-23'));
  const { communeId } = commune;
  const { seats } = await question(commune, as.officer(), (context) => listSeats({ communeId }, context));
  const vacant = seats.find(({ holderName }) => holderName === null);
  if (!vacant) throw new Error('every office is held');
  const owners = [
    { seat: vacant.seat, name: vacant.title },
    BODY,
    { seat: 'creditOfficer', name: `${PEOPLE.creditOfficer}, Cán bộ tín dụng` },
    { seat: 'communeChair', name: `${PEOPLE.communeChair}, Chủ tịch UBND xã` },
  ];
  for (const owner of owners) {
    const difficultyId = await raised(commune, january, { text: `Việc của ${owner.name}` });
    await given(commune, difficultyId, { ...owner, dueOn: day('2027-02-01') }, 'communeChair');
  }
  expect(isRefusal(await closedAnyhow(commune, january))).toBe(false);
  const { difficulties } = await shown(commune, january);
  expect(difficulties.map(({ task }) => task?.ownerName)).toEqual(owners.map(({ name }) => name));
  expect((await tasksOf(commune, as.chair())).tasks).toMatchObject([{ text: `Việc của ${owners[3]?.name}` }]);
  const { papers } = await question(commune, as.officer(), (context) => listPapers(january, context));
  expect(papers.find(({ kind }) => kind === 'assignment')).toMatchObject({
    copies: 2,
    withoutSlip: [owners[2]?.name, owners[3]?.name],
  });
});

it('[GV12] of an office that several hold the one who was meant has the task', async () => {
  const december = await opened(commune, day('2026-12-23'));
  await giveOffice(commune, { role: 'associationHead', associationCode: '12', from: '2026-12-01' });
  const names = [NEW_HEAD, PEOPLE.associationHead];
  for (const name of names) {
    const difficultyId = await raised(commune, december, { text: `Việc của ${name}` });
    await given(commune, difficultyId, { seat: 'associationHead:12', name, dueOn: day('2027-01-15') });
  }
  expect(isRefusal(await closedAnyhow(commune, december))).toBe(false);
  const { difficulties } = await shown(commune, december);
  expect(difficulties.map(({ task }) => task?.ownerName)).toEqual(
    names.map((name) => `${name}, Hội Liên hiệp Phụ nữ`),
  );
});

it('[GV37] of bodies without an office each is an owner of its own', async () => {
  commune.clock.moveTo('2026-12-01T02:00:00Z');
  const within = await headsTask(commune);
  const handOver = (taskId: Id, newTaskId: Id, name: string) => {
    const to = { newTaskId, seat: null, name, reason: 'Đúng việc của Ban', baseVersion: 1 };
    return tryCommand(commune, as.chair(), (context) =>
      handOverTask({ ...within, taskId, eventId: nextId(), ...to }, context),
    );
  };
  const ofBody = nextId();
  expect(await handOver(within.taskId, ofBody, BODY.name)).toEqual({ version: 2 });
  expect(await handOver(ofBody, nextId(), BODY.name)).toMatchObject({ refused: 'sameOwner' });
  expect(await handOver(ofBody, nextId(), 'Ban quản lý chợ')).toEqual({ version: 2 });
});

it('[GV124] a day before that of the meeting stops its closing until it is given anew', async () => {
  const february = await prepared(commune, day('2027-02-23'));
  const difficultyId = await raised(commune, february, { text: 'Mất điện ở nhà văn hóa' });
  await given(commune, difficultyId, { ...BODY, dueOn: day('2027-02-25') });
  commune.clock.moveTo('2027-02-26T02:00:00Z');
  const metOn = day('2027-02-26');
  await command(commune, as.officer(), (context) => openBriefing({ ...february, metOn }, context));
  expect(await closedAnyhow(commune, february)).toEqual({
    refused: 'difficultyDuePassed',
    data: { name: BODY.name, dueOn: '25/02/2027', metOn: '26/02/2027' },
  });
  await given(commune, difficultyId, { ...BODY, dueOn: metOn, baseVersion: 2 });
  expect(isRefusal(await closedAnyhow(commune, february))).toBe(false);
});

it('[GV124] what was given in a briefing that was closed before this was kept stands without a task', async () => {
  const march = await opened(commune, day('2027-03-23'));
  const difficultyId = await raised(commune, march, { text: 'Cầu hỏng' });
  await given(commune, difficultyId, { ...BODY, dueOn: day('2027-04-01') });
  await closedAnyhow(commune, march);
  for (const forget of [
    'delete from governance.task_event where task_id in (select t.id from governance.task t join governance.directive d on d.id = t.directive_id where d.briefing_id = $1)',
    'delete from governance.task where directive_id in (select id from governance.directive where briefing_id = $1)',
    'delete from governance.directive where briefing_id = $1',
  ])
    await commune.database.owner.query(forget, [march.briefingId]);
  expect(await shown(commune, march)).toMatchObject({ difficulties: [{ state: 'given', task: null }] });
});
