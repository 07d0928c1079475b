import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addConclusion } from './add-conclusion.ts';
import { closeBriefing } from './close-briefing.ts';
import { giveDifficulty } from './give-difficulty.ts';
import { listSeats } from './list-seats.ts';
import { openBriefing } from './open-briefing.ts';
import { gatherPapers } from './papers/gather-papers.ts';
import { writePapers } from './papers/write-papers.ts';
import { CONCLUSION, opened, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import {
  command,
  givenCommune,
  PEOPLE,
  question,
  type TestCommune,
  tryCommand,
} from './testing/given-commune.ts';
import { headLeaves, NEW_HEAD } from './testing/given-offices.ts';
import { raised } from './testing/raised-difficulties.ts';

const HEAD = 'associationHead:12';
const TITLE = 'Hội Liên hiệp Phụ nữ';
const OF_HEAD = `${PEOPLE.associationHead}, ${TITLE}`;
const MET_ON = day('2026-12-23');
const DUE_ON = day('2027-01-25');

let commune: TestCommune;
beforeEach(async () => {
  commune = await givenCommune();
}, 60_000);
afterEach(() => commune.database.close());

const officer = () => commune.as('creditOfficer');

/** The briefing of December, written down in January, after the head of the women's union has left. */
async function writtenAfterwards({ isVacant }: { readonly isVacant: boolean }): Promise<TestBriefing> {
  const within = await prepared(commune, MET_ON);
  await headLeaves(commune, { on: '2027-01-01', isVacant });
  commune.clock.moveTo('2027-01-04T02:00:00Z');
  await command(commune, officer(), (context) => openBriefing({ ...within, metOn: MET_ON }, context));
  return within;
}
const seatsOfHead = async (asked: Parameters<typeof listSeats>[0]) => {
  const { seats } = await question(commune, officer(), (context) => listSeats(asked, context));
  return seats.filter(({ seat }) => seat === HEAD);
};
const conclude = (within: TestBriefing, ownerName: string) =>
  tryCommand(commune, officer(), (context) =>
    addConclusion(
      { ...within, ...CONCLUSION, ownerSeat: HEAD, ownerName, dueOn: DUE_ON, conclusionId: nextId() },
      context,
    ),
  );
const close = (within: TestBriefing) =>
  command(commune, officer(), (context) => closeBriefing({ ...within, withoutConclusions: false }, context));

it('[GV273] a meeting written down afterwards offers who held an office on its day, and gives to the office under that name', async () => {
  const within = await writtenAfterwards({ isVacant: false });
  const { communeId } = within;
  const now = { seat: HEAD, title: TITLE, holderName: NEW_HEAD };
  expect(await seatsOfHead({ communeId })).toEqual([now]);
  const then = { seat: HEAD, title: TITLE, holderName: PEOPLE.associationHead, holderNow: NEW_HEAD };
  expect(await seatsOfHead(within)).toEqual([then]);
  expect(await conclude(within, OF_HEAD)).toEqual({ version: 1 });
  expect(await conclude(within, 'Ai Khác, Hội Liên hiệp Phụ nữ')).toMatchObject({ refused: 'ownerLeft' });
  const difficultyId = await raised(commune, within, { text: 'Đến nhà hai lần đều khóa cửa' });
  const given = { communeId, difficultyId, seat: HEAD, name: OF_HEAD, dueOn: DUE_ON, baseVersion: 1 };
  await command(commune, officer(), (context) => giveDifficulty(given, context));
  await close(within);
  const { conclusions, difficulties } = await shown(commune, within);
  expect(conclusions).toMatchObject([{ ownerSeat: HEAD, ownerName: OF_HEAD, ownerNow: NEW_HEAD }]);
  expect(difficulties).toMatchObject([{ givenNow: NEW_HEAD, task: { ownerName: `${NEW_HEAD}, ${TITLE}` } }]);
});

it('[GV273] of an office that nobody holds since it says so; a meeting of today offers who holds it alone', async () => {
  const afterwards = await writtenAfterwards({ isVacant: true });
  expect(await seatsOfHead(afterwards)).toMatchObject([
    { holderName: PEOPLE.associationHead, holderNow: 'chưa có người giữ' },
    { holderName: null },
  ]);
  const today = await opened(commune, day('2027-01-23'));
  expect(await seatsOfHead(today)).toEqual([{ seat: HEAD, title: TITLE, holderName: null }]);
  expect(await conclude(today, OF_HEAD)).toMatchObject({ refused: 'ownerLeft' });
});

/** The words of papers of a meeting, by kind. */
const papersOf = (within: TestBriefing) =>
  question(commune, officer(), async (context) => {
    const sources = await gatherPapers(context, within);
    if (isRefusal(sources)) throw new Error(sources.refused);
    const words = (kind: Parameters<typeof writePapers>[1]) =>
      JSON.stringify(writePapers(sources, kind, 'list'));
    return {
      notice: words('conclusions'),
      minutes: words('minutes'),
      results: words('results'),
      slips: words('assignment'),
    };
  });

/** The briefing of November, which gives the office something under its holder of then, due in December. */
async function givenInNovember(): Promise<void> {
  const november = await opened(commune);
  const line = { ...november, ...CONCLUSION, ownerSeat: HEAD, ownerName: OF_HEAD, conclusionId: nextId() };
  await command(commune, officer(), (context) => addConclusion(line, context));
  await close(november);
}

it('[GV274] papers of a meeting written down afterwards name who held an office on its day, in all their parts; the slip who does now', async () => {
  await givenInNovember();
  const within = await writtenAfterwards({ isVacant: false });
  await conclude(within, OF_HEAD);
  const difficultyId = await raised(commune, within, { text: 'Đến nhà hai lần đều khóa cửa' });
  const given = { seat: HEAD, name: OF_HEAD, dueOn: DUE_ON, baseVersion: 1 };
  const to = { communeId: within.communeId, difficultyId, ...given };
  await command(commune, officer(), (context) => giveDifficulty(to, context));
  const draft = await papersOf(within);
  await close(within);
  const { slips, ...papers } = await papersOf(within);
  for (const paper of [draft.minutes, ...Object.values(papers)]) {
    expect(paper).toContain(OF_HEAD);
    expect(paper).not.toContain(NEW_HEAD);
    expect(paper).not.toContain('nay:');
  }
  expect(papers.minutes).toContain(`Giao ${OF_HEAD}, hạn 25/01/2027.`);
  expect(papers.minutes.split(`Người thực hiện: ${OF_HEAD};`)).toHaveLength(2);
  expect(slips).toContain(`${NEW_HEAD}, ${TITLE}`);
  expect(slips).not.toContain(PEOPLE.associationHead);
});

it('[GV274] of an office that nobody holds since they name who held it', async () => {
  await givenInNovember();
  const within = await writtenAfterwards({ isVacant: true });
  await conclude(within, TITLE);
  await close(within);
  const { slips, ...papers } = await papersOf(within);
  for (const paper of Object.values(papers)) expect(paper).not.toMatch(/nay:|; chưa có người giữ/);
  expect(papers.minutes).toContain(`Người thực hiện: ${OF_HEAD}; thời hạn`);
  expect(slips).not.toContain(PEOPLE.associationHead);
});
