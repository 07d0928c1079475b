import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addConclusion } from './add-conclusion.ts';
import { closeBriefing } from './close-briefing.ts';
import { listHouseholdNames } from './list-household-names.ts';
import { openBriefing } from './open-briefing.ts';
import { CONCLUSION, HELD_ON, opened, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, question, type TestCommune } from './testing/given-commune.ts';
import { headLeaves, NEW_HEAD } from './testing/given-offices.ts';
import { borrowerOf, type TestBorrower } from './testing/raised-difficulties.ts';
import { writeAgenda } from './write-agenda.ts';

let commune: TestCommune;
let borrower: TestBorrower;
beforeEach(async () => {
  commune = await givenCommune();
  borrower = await borrowerOf(commune);
}, 60_000);
afterEach(() => commune?.database.close());

const officer = () => commune.as('creditOfficer');

/** The women's union has a new head, who has the name of a borrower. */
async function borrowersNamesakeHolds(): Promise<void> {
  await headLeaves(commune, { on: HELD_ON });
  await commune.database.owner.query('update identity.user_account set full_name = $1 where full_name = $2', [
    borrower.name,
    NEW_HEAD,
  ]);
}

const begin = (within: TestBriefing) =>
  command(commune, officer(), (context) => openBriefing(within, context));
const close = (within: TestBriefing) =>
  command(commune, officer(), (context) => closeBriefing({ ...within, withoutConclusions: true }, context));
const officials = async (within: TestBriefing) =>
  (await question(commune, officer(), (context) => listHouseholdNames(within, context))).officials;
const titlesInHall = async (within: TestBriefing) =>
  (await shown(commune, within)).agenda.map(({ hallTitle }) => hallTitle);

/** Something given to the women's union under the name of who held it before. */
const ofHead = () => ({
  ...CONCLUSION,
  ownerSeat: 'associationHead:12',
  ownerName: `${PEOPLE.associationHead}, Hội Liên hiệp Phụ nữ`,
  dueOn: day('2026-12-01'),
});

describe('[GV187] an official who has a borrower’s name', () => {
  it('is one from the day they hold the office while the meeting is prepared, and by its list once it has begun', async () => {
    const within = await prepared(commune);
    const title = `Ý kiến của ${borrower.name}`;
    const items = [{ itemId: nextId(), kind: 'other' as const, title, minutes: 5, note: null }];
    await command(commune, officer(), (context) =>
      writeAgenda({ ...within, items, baseVersion: 1 }, context),
    );
    expect(await titlesInHall(within)).toEqual(['Ý kiến của …']);
    await borrowersNamesakeHolds();
    expect(await titlesInHall(within)).toEqual([title]);
    expect(await officials(within)).toContain(borrower.name);
    expect(await officials(within)).not.toContain(PEOPLE.associationHead);
    await begin(within);
    expect(await titlesInHall(within)).toEqual([title]);
    await close(within);
    await commune.database.owner.query(
      'update identity.user_account set full_name = $1 where full_name = $2',
      [NEW_HEAD, borrower.name],
    );
    expect(await titlesInHall(within)).toEqual([title]);
  });

  it('is one while they hold an office that has something to do, given under the name of who held it before', async () => {
    const within = await opened(commune);
    await command(commune, officer(), (context) =>
      addConclusion({ ...within, ...ofHead(), conclusionId: nextId() }, context),
    );
    await borrowersNamesakeHolds();
    const [conclusion] = (await shown(commune, within)).conclusions;
    expect(conclusion?.hallOwner).toContain(borrower.name);
    expect(await officials(within)).toContain(borrower.name);
  });

  it('is none to the hall of a meeting that ended before they came to the office that has something to do', async () => {
    const within = await opened(commune);
    await command(commune, officer(), (context) =>
      addConclusion({ ...within, ...ofHead(), conclusionId: nextId() }, context),
    );
    await command(commune, officer(), (context) =>
      closeBriefing({ ...within, withoutConclusions: false }, context),
    );
    await borrowersNamesakeHolds();
    expect(await officials(within)).not.toContain(borrower.name);
  });
});
