import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addConclusion } from './add-conclusion.ts';
import { closeBriefing } from './close-briefing.ts';
import { NOBODY } from './domain/seats.ts';
import { gatherPapers } from './papers/gather-papers.ts';
import { writePapers } from './papers/write-papers.ts';
import { showResultsBefore } from './show-results-before.ts';
import { CONCLUSION, opened, prepared, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, question, type TestCommune } from './testing/given-commune.ts';
import { giveOffice, NEW_HEAD } from './testing/given-offices.ts';

const TITLE = 'Trưởng thôn Ngọc Phước 1';
const SEAT = 'villageHead:54010102';

let commune: TestCommune;
let december: TestBriefing;
beforeAll(async () => {
  commune = await givenCommune();
  const november = await opened(commune, day('2026-11-23'));
  const owner = { ownerSeat: SEAT, ownerName: TITLE };
  await command(commune, officer(), (context) =>
    addConclusion({ ...november, ...CONCLUSION, ...owner, conclusionId: nextId() }, context),
  );
  await command(commune, officer(), (context) =>
    closeBriefing({ ...november, withoutConclusions: false }, context),
  );
  december = await prepared(commune, day('2026-12-23'));
}, 60_000);
afterAll(() => commune.database.close());

const officer = () => commune.as('creditOfficer');

/** Whose the task is, as the next briefing and its hall are told, and the report on results. */
async function told() {
  const { before } = await question(commune, officer(), (context) => showResultsBefore(december, context));
  const report = await question(commune, officer(), async (context) => {
    const sources = await gatherPapers(context, december);
    if (isRefusal(sources)) throw new Error(sources.refused);
    return JSON.stringify(await writePapers(sources, 'results', 'list'));
  });
  const [result] = before?.results ?? [];
  return { ownerNow: result?.ownerNow, hallOwner: result?.hallOwner, report };
}

it('[GV241] what was given to an office that nobody holds, by its title, says so to the next briefing and in the report until somebody holds it', async () => {
  const vacant = await told();
  expect(vacant).toMatchObject({ ownerNow: NOBODY, hallOwner: `${TITLE}; ${NOBODY}` });
  expect(vacant.report).toContain(`${TITLE}; ${NOBODY}`);
  await giveOffice(commune, { role: 'villageHead', villageCode: '54010102', from: '2026-11-01' });
  const held = await told();
  expect(held.hallOwner).toBe(`${TITLE}; nay: ${NEW_HEAD}`);
  expect(held.report).not.toContain(NOBODY);
});
