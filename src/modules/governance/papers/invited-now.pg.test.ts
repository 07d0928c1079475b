import { afterAll, beforeAll, expect, it } from 'vitest';
import { isRefusal } from '../../../kernel/refusal.ts';
import { prepared, type TestBriefing } from '../testing/given-briefing.ts';
import { givenCommune, PEOPLE, question, type TestCommune } from '../testing/given-commune.ts';
import { inviting } from '../testing/given-mail.ts';
import { headLeaves } from '../testing/given-offices.ts';
import { gatherPapers } from './gather-papers.ts';
import { listPapers } from './list-papers.ts';
import { writePapers } from './write-papers.ts';

let commune: TestCommune;
let within: TestBriefing;
beforeAll(async () => {
  commune = await givenCommune();
  within = await prepared(commune);
}, 60_000);
afterAll(() => commune.database.close());

/** How many invitations the list of papers counts, and how many are made. */
const invitations = () =>
  question(commune, commune.as('creditOfficer'), async (context) => {
    const { papers } = await listPapers(within, context).then((answer) => {
      if (isRefusal(answer)) throw new Error(answer.refused);
      return answer;
    });
    const sources = await gatherPapers(context, within);
    if (isRefusal(sources)) throw new Error(sources.refused);
    return {
      counted: papers.find(({ kind }) => kind === 'invitation')?.copies ?? 0,
      made: writePapers(sources, 'invitation', 'each').length,
    };
  });

it('[GV162] as many invitations are counted as are made: who was invited and has left the office gets none', async () => {
  commune.clock.moveTo('2026-11-18T02:00:00Z');
  const desk = inviting(commune, within);
  await desk.print([(await desk.person(PEOPLE.associationHead)).attendeeId]);
  const before = await invitations();
  expect(before.counted).toBe(before.made);
  await headLeaves(commune, { on: '2026-11-18' });
  expect(await invitations()).toEqual({ counted: before.counted - 1, made: before.made - 1 });
});
