import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addConclusion } from './add-conclusion.ts';
import { closeBriefing } from './close-briefing.ts';
import { gatherPapers } from './papers/gather-papers.ts';
import { writePapers } from './papers/write-papers.ts';
import { CONCLUSION, HELD_ON, opened, shown } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, question, type TestCommune } from './testing/given-commune.ts';
import { headLeaves, NEW_HEAD } from './testing/given-offices.ts';
import { given, raised } from './testing/raised-difficulties.ts';

const HEAD = 'associationHead:12';
const OF_HEAD = `${PEOPLE.associationHead}, Hội Liên hiệp Phụ nữ`;

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

it('[GV201] [GV168] an office changes its holder while the meeting is held: list, conclusions, difficulties, minutes and slip say who holds it now', async () => {
  const officer = commune.as('creditOfficer');
  const within = await opened(commune);
  const add = (ownerName: string) =>
    command(commune, officer, (context) =>
      addConclusion(
        { ...within, ...CONCLUSION, ownerSeat: HEAD, ownerName, conclusionId: nextId() },
        context,
      ),
    );
  await add(OF_HEAD);
  const difficultyId = await raised(commune, within, { text: 'Đến nhà hai lần đều khóa cửa' });
  await given(commune, difficultyId, { seat: HEAD, name: OF_HEAD, dueOn: day('2026-11-30') });
  const head = async () => (await shown(commune, within)).attendees.find(({ seat }) => seat === HEAD);
  expect(await head()).toMatchObject({ fullName: PEOPLE.associationHead, leftOffice: null });
  await headLeaves(commune, { on: HELD_ON });
  await add(`${NEW_HEAD}, Hội Liên hiệp Phụ nữ`);
  expect(await head()).toMatchObject({
    ...{ fullName: PEOPLE.associationHead, presence: 'present' },
    leftOffice: `Đã thôi giữ chức vụ, nay: ${NEW_HEAD}`,
  });
  const { conclusions, difficulties } = await shown(commune, within);
  // [GV168] So does a difficulty that was given to the office.
  expect(
    difficulties.map(({ givenName, givenNow, hallGivenTo }) => [givenName, givenNow, hallGivenTo]),
  ).toEqual([[OF_HEAD, NEW_HEAD, `${OF_HEAD}; nay: ${NEW_HEAD}`]]);
  expect(conclusions.map(({ ownerNow, hallOwner }) => [ownerNow, hallOwner])).toEqual([
    [NEW_HEAD, `${OF_HEAD}; nay: ${NEW_HEAD}`],
    [null, `${NEW_HEAD}, Hội Liên hiệp Phụ nữ`],
  ]);
  await command(commune, officer, (context) =>
    closeBriefing({ ...within, withoutConclusions: false }, context),
  );
  // [GV226] The page goes on saying so; the task of the difficulty was given to the new holder.
  const closed = await shown(commune, within);
  expect(
    closed.difficulties.map(({ givenNow, task }) => [givenNow, task?.ownerName, task?.ownerNow]),
  ).toEqual([[NEW_HEAD, `${NEW_HEAD}, Hội Liên hiệp Phụ nữ`, null]]);
  expect(closed.conclusions.map(({ ownerNow }) => ownerNow)).toEqual([NEW_HEAD, null]);
  const { slips, minutes } = await question(commune, officer, async (context) => {
    const sources = await gatherPapers(context, within);
    if (isRefusal(sources)) throw new Error(sources.refused);
    const write = (kind: 'assignment' | 'minutes') => writePapers(sources, kind, 'list');
    return { slips: write('assignment'), minutes: write('minutes') };
  });
  expect(JSON.stringify(minutes)).toContain(`Giao ${OF_HEAD}; nay: ${NEW_HEAD}, hạn 30/11/2026.`);
  // Conclusions under either name and the difficulty given before are one holder's.
  expect(slips).toHaveLength(1);
  const slip = JSON.stringify(slips);
  expect(slips).toMatchObject([{ addressees: [`${NEW_HEAD}, Hội Liên hiệp Phụ nữ`] }]);
  expect(slip).toContain('Đến nhà hai lần');
  expect(slip).toContain(`"${NEW_HEAD}"`);
  expect(slip).not.toContain(PEOPLE.associationHead);
});
