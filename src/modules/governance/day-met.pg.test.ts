import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BusinessDate, day } from '../../kernel/dates.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addConclusion } from './add-conclusion.ts';
import { closeBriefing } from './close-briefing.ts';
import { listDirectives } from './list-directives.ts';
import { openBriefing } from './open-briefing.ts';
import { briefingsOfDay } from './papers/briefings-of-day.ts';
import { gatherPapers } from './papers/gather-papers.ts';
import { writePapers } from './papers/write-papers.ts';
import { showBriefingFigures } from './show-briefing-figures.ts';
import { showResultsBefore } from './show-results-before.ts';
import { CONCLUSION, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, question, type TestCommune, tryCommand } from './testing/given-commune.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
});
afterAll(() => commune?.database.close());

const officer = () => commune.as('creditOfficer');
const begin = (within: TestBriefing, metOn?: BusinessDate) =>
  tryCommand(commune, officer(), (context) => openBriefing({ ...within, metOn }, context));
const conclude = (within: TestBriefing, dueOn: string) =>
  tryCommand(commune, officer(), (context) =>
    addConclusion({ ...within, ...CONCLUSION, dueOn: day(dueOn), conclusionId: nextId() }, context),
  );
const close = (within: TestBriefing) =>
  command(commune, officer(), (context) => closeBriefing({ ...within, withoutConclusions: false }, context));

/** What the papers of a closed briefing say, by kind. */
async function wordsOfPapers({ communeId, briefingId }: TestBriefing) {
  const sources = await question(commune, officer(), (context) =>
    gatherPapers(context, { communeId, briefingId }),
  );
  if (isRefusal(sources)) throw new Error('no papers');
  const words = (kind: Parameters<typeof writePapers>[1]) =>
    JSON.stringify(writePapers(sources, kind, 'list'));
  return {
    minutes: words('minutes'),
    others: [words('conclusions'), words('assignment'), words('results')],
  };
}

test('[GV104] on the session’s day nothing is asked; later the day has to be told, from the session’s to today', async () => {
  const onItsDay = await prepared(commune, day('2026-11-23'));
  await begin(onItsDay);
  expect(await shown(commune, onItsDay)).toMatchObject({ state: 'open', metOn: '2026-11-23' });
  const late = await prepared(commune, day('2026-12-23'));
  expect((await shown(commune, late)).metOn).toBe('2026-12-23');
  commune.clock.moveTo('2026-12-28T02:00:00Z');
  const told = { heldOn: '23/12/2026', today: '28/12/2026' };
  expect(await begin(late)).toMatchObject({ refused: 'dayMetUntold', data: told });
  expect(await begin(late, day('2026-12-22'))).toMatchObject({ refused: 'dayMetOutside', data: told });
  expect(await begin(late, day('2026-12-29'))).toMatchObject({ refused: 'dayMetOutside' });
  expect((await shown(commune, late)).state).toBe('preparing');
});

test('[GV104] held eleven days later: deadlines, directives, the number’s year and every paper have that day', async () => {
  const within = await prepared(commune, day('2027-12-23'));
  commune.clock.moveTo('2028-01-03T02:00:00Z');
  await begin(within, day('2028-01-03'));
  expect(await conclude(within, '2028-01-02')).toMatchObject({
    refused: 'dueBeforeBriefing',
    data: { heldOn: '03/01/2028' },
  });
  await conclude(within, '2028-01-03');
  expect(await close(within)).toMatchObject({ minutesYear: 2028 });
  const { minutes, others } = await wordsOfPapers(within);
  expect(minutes).toContain('Hôm nay, hồi 9 giờ ngày 03 tháng 01 năm 2028');
  // [GV107] October's figures, on the day of the meeting.
  expect(minutes).toContain('Đến ngày 31/10/2026 (số liệu cũ 429 ngày): ');
  expect(others[0]).toContain('Đến ngày 31/10/2026 (số liệu cũ 429 ngày): ');
  for (const paper of [minutes, ...others]) {
    expect(paper).toContain('ngày 03 tháng 01 năm 2028');
    expect(paper).not.toContain('ngày 23 tháng 12 năm 2027');
  }
  const { directives } = await question(commune, officer(), (context) =>
    listDirectives({ ...within, progress: 'all' }, context),
  );
  expect(directives.map(({ givenOn }) => givenOn)).toEqual(['2028-01-03']);
});

test('[GV269] a meeting is held before the next of its point; the day on which people met finds it, and that of its session', async () => {
  const before = await prepared(commune, day('2029-03-23'));
  const next = await prepared(commune, day('2029-04-23'));
  expect(await begin(next)).toEqual({});
  commune.clock.moveTo('2029-04-25T02:00:00Z');
  for (const metOn of ['2029-04-23', '2029-04-25'])
    expect(await begin(before, day(metOn))).toMatchObject({
      refused: 'dayMetAfterNext',
      data: { heldOn: '23/03/2029', nextMetOn: '23/04/2029', until: '22/04/2029' },
    });
  expect(await begin(before, day('2029-04-22'))).toEqual({});
  const foundOn = async (heldOn: string) => {
    const { briefings } = await question(commune, officer(), (context) =>
      briefingsOfDay(context, { communeId: before.communeId, heldOn: day(heldOn) }),
    );
    return briefings.map(({ briefingId }) => briefingId);
  };
  expect(await foundOn('2029-04-22')).toEqual([before.briefingId]);
  expect(await foundOn('2029-03-23')).toEqual([before.briefingId]);
  expect(await foundOn('2029-04-23')).toEqual([next.briefingId]);
});

test('[GV104] minutes written afterwards name the told day in every paper and no hour of the meeting', async () => {
  const within = await prepared(commune, day('2027-03-23'));
  commune.clock.moveTo('2027-04-03T13:20:00Z');
  await begin(within, day('2027-03-23'));
  await conclude(within, '2027-03-30');
  await close(within);
  const { minutes, others } = await wordsOfPapers(within);
  expect(minutes).toContain('Ngày 23 tháng 3 năm 2027, tại');
  expect(minutes).toContain('Biên bản được ghi lại sau buổi giao ban, ngày 03 tháng 4 năm 2027.');
  expect(minutes).not.toContain('Hôm nay');
  for (const paper of others) {
    expect(paper).toContain('ngày 23 tháng 3 năm 2027');
    expect(paper).not.toContain('ngày 03 tháng 4 năm 2027');
  }
});

test('[GV104] begun after the next meeting was closed: it takes the next number of its own year, and that one keeps what it opened with', async () => {
  const late = await prepared(commune, day('2029-11-23'));
  const next = await prepared(commune, day('2029-12-23'));
  await begin(next);
  await conclude(next, '2029-12-30');
  expect(await close(next)).toMatchObject({ minutesNumber: 1, minutesYear: 2029 });
  commune.clock.moveTo('2029-12-28T02:00:00Z');
  await begin(late, day('2029-11-26'));
  await conclude(late, '2029-12-30');
  expect(await close(late)).toMatchObject({ minutesNumber: 2, minutesYear: 2029 });
  const { minutes, others } = await wordsOfPapers(late);
  expect(minutes).toContain('Ngày 26 tháng 11 năm 2029, tại');
  expect(minutes).toContain('02/BB-');
  for (const paper of others) expect(paper).toContain('ngày 26 tháng 11 năm 2029');
  const before = await question(commune, officer(), (context) => showResultsBefore(next, context));
  expect(before.before?.heldOn).not.toBe('2029-11-26');
});

/** How old the figures of October are said to be for a meeting of a day, asked on another. */
async function ageOf(within: TestBriefing, today: string) {
  commune.clock.moveTo(`${today}T01:00:00Z`);
  return (await question(commune, officer(), (context) => showBriefingFigures(within, context))).stale;
}

test('[GV107] figures older than the rule of freshness on the day of the meeting say so, others do not', async () => {
  expect(await ageOf(await prepared(commune, day('2026-11-23')), '2026-11-23')).toBeNull();
  const within = await prepared(commune, day('2027-01-23'));
  expect(await ageOf(within, '2027-01-23')).toEqual({ days: 84, on: 'today' });
});

test('[GV167] before the meeting figures are as old as today, where they are fresh today as on its day, and so from its day on', async () => {
  const within = await prepared(commune, day('2027-02-23'));
  expect(await ageOf(within, '2026-12-05')).toEqual({ days: 115, on: 'meeting' });
  expect(await ageOf(within, '2026-12-06')).toEqual({ days: 36, on: 'today' });
  expect(await ageOf(within, '2027-02-22')).toEqual({ days: 114, on: 'today' });
  expect(await ageOf(within, '2027-02-24')).toEqual({ days: 115, on: 'meeting' });
  await begin(within, day('2027-02-24'));
  expect(await ageOf(within, '2027-02-24')).toEqual({ days: 116, on: 'today' });
  expect(await ageOf(within, '2027-03-01')).toEqual({ days: 116, on: 'meeting' });
});
