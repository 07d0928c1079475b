import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addContact } from '../registry/add-contact.ts';
import { showHousehold } from '../registry/index.ts';
import { answerDifficulty } from './answer-difficulty.ts';
import { closeBriefing } from './close-briefing.ts';
import { openBriefing } from './open-briefing.ts';
import { gatherPapers } from './papers/gather-papers.ts';
import { writePapers } from './papers/write-papers.ts';
import { raiseDifficulty } from './raise-difficulty.ts';
import { opened, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import {
  command,
  givenCommune,
  PEOPLE,
  question,
  type TestCommune,
  tryCommand,
} from './testing/given-commune.ts';
import { borrowerOf, type TestBorrower } from './testing/raised-difficulties.ts';

let commune: TestCommune;
let borrower: TestBorrower;
beforeAll(async () => {
  commune = await givenCommune();
  borrower = await borrowerOf(commune);
}, 60_000);
afterAll(() => commune.database.close());

const ABOUT = {
  about: 'household' as const,
  contractNo: null,
  groupCode: null,
  text: 'Không gặp được hộ, món vay đến hạn hôm nay',
  saidBy: 'Đỗ Hữu Sơn (mẫu), tổ trưởng',
};

/** Raises a difficulty about the borrower in a meeting, written down by the officer. */
async function raisedIn(within: { readonly communeId: Id; readonly briefingId: Id }): Promise<Id> {
  const difficultyId = nextId();
  await command(commune, commune.as('creditOfficer'), (context) =>
    raiseDifficulty({ ...ABOUT, ...within, ...borrower, difficultyId }, context),
  );
  return difficultyId;
}

/** The words of the minutes as they stand, and once the meeting is closed as they were fixed: the same [GV96]. */
async function minutesOf(within: TestBriefing): Promise<string> {
  const written = () =>
    question(commune, commune.as('communeChair'), async (context) => {
      const sources = await gatherPapers(context, within);
      return 'refused' in sources ? sources : JSON.stringify(writePapers(sources, 'minutes', 'list'));
    });
  const sentencesOf = (paper: string) => paper.match(/Số liên lạc [^"]*?hồ sơ hộ[^"]*?\./gu);
  const draft = await written();
  await command(commune, commune.as('creditOfficer'), (context) =>
    closeBriefing({ ...within, withoutConclusions: true }, context),
  );
  const fixed = await written();
  expect(sentencesOf(fixed)).toEqual(sentencesOf(draft));
  return fixed;
}

describe('the contact that answers a difficulty', () => {
  it("[GV85] [GV96] the article's case: the chair finds the number, it goes into the file with its source, the difficulty is closed with the hour", async () => {
    const within = await opened(commune);
    const difficultyId = await raisedIn(within);
    commune.clock.moveTo('2026-11-23T03:56:00Z');
    const chair = commune.as('communeChair');
    const answered = {
      communeId: commune.communeId,
      difficultyId,
      answer: 'Chủ tịch tìm được số của con trai',
      contactId: null,
      found: {
        relation: 'child' as const,
        name: 'Con trai (mẫu)',
        phone: '0987 000 111',
        toldBy: 'Trưởng thôn (mẫu)',
      },
    };
    const twice = await Promise.all(
      [1, 2].map(() => tryCommand(commune, chair, (context) => answerDifficulty(answered, context))),
    );
    expect(twice.map((outcome) => ('refused' in outcome ? outcome.refused : 'answered')).sort()).toEqual([
      'answered',
      'answered',
    ]);
    const otherNumber = { ...answered, found: { ...answered.found, phone: '0987 000 222' } };
    expect(
      await tryCommand(commune, chair, (context) => answerDifficulty(otherNumber, context)),
    ).toMatchObject({ refused: 'difficultyClosed' });
    const file = await question(commune, chair, (context) =>
      showHousehold({ communeId: commune.communeId, householdId: borrower.householdId }, context),
    );
    const entered = file.members
      .flatMap(({ contacts }) => contacts)
      .filter(({ phone }) => phone === '0987000111');
    expect(entered).toMatchObject([
      {
        source: 'entered',
        relation: 'child',
        told: { by: 'Trưởng thôn (mẫu)', on: '2026-11-23', occasion: 'Giao ban' },
      },
    ]);
    const closed = (await shown(commune, within)).difficulties.find(
      (one) => one.difficultyId === difficultyId,
    );
    expect(closed).toMatchObject({
      state: 'answered',
      raisedByName: 'Đỗ Hữu Sơn (mẫu), tổ trưởng',
      answeredByName: PEOPLE.communeChair,
      answeredAt: '2026-11-23T03:56:00.000Z',
      contactId: entered[0]?.contactId,
    });
    const again = await tryCommand(commune, chair, (context) =>
      answerDifficulty({ ...answered, answer: 'Lần nữa', found: null }, context),
    );
    expect(again).toEqual({ refused: 'difficultyClosed', data: { at: '10:56 ngày 23/11/2026' } });
    const paper = await minutesOf(within);
    expect(paper).toContain(
      'trả lời hồi 10 giờ 56 phút: Chủ tịch tìm được số của con trai. Số liên lạc tìm được đã ghi vào hồ sơ hộ, theo lời Trưởng thôn (mẫu).',
    );
    expect(paper.replace(/\s/g, '')).not.toContain('0987000111');
  });

  it('[GV85] [GV96] names a number of its household alone, takes none without a household, and one that is refused answers nothing', async () => {
    const within = await opened(commune, day('2026-12-23'));
    const difficultyId = await raisedIn(within);
    const chair = commune.as('communeChair');
    const [other] = (
      await commune.database.owner.query(
        `select contact.id from registry.contact join registry.person on person.id = contact.person_id
         where contact.commune_id = $1 and household_id <> $2 limit 1`,
        [commune.communeId, borrower.householdId],
      )
    ).rows;
    const found = { relation: 'self' as const, name: null, phone: '0987000222', toldBy: null };
    const answer = (over: Partial<Parameters<typeof answerDifficulty>[0]>) =>
      tryCommand(commune, chair, (context) =>
        answerDifficulty(
          {
            communeId: commune.communeId,
            difficultyId,
            answer: 'Đã có số',
            contactId: null,
            found: null,
            ...over,
          },
          context,
        ),
      );
    expect(await answer({ contactId: other.id })).toMatchObject({ refused: 'contactUnknown' });
    expect(await answer({ found: { ...found, phone: '12345' } })).toMatchObject({ refused: 'phoneInvalid' });
    const matterId = nextId();
    await command(commune, chair, (context) =>
      raiseDifficulty(
        {
          ...ABOUT,
          ...within,
          about: 'matter' as const,
          householdId: null,
          personId: null,
          difficultyId: matterId,
        },
        context,
      ),
    );
    expect(await answer({ difficultyId: matterId, found })).toMatchObject({
      refused: 'contactWithoutHousehold',
    });
    const stands = (await shown(commune, within)).difficulties.find(
      (one) => one.difficultyId === difficultyId,
    );
    expect(stands).toMatchObject({ state: 'open', contactId: null });
    const known = await command(commune, chair, (context) =>
      addContact({ communeId: commune.communeId, personId: borrower.personId, ...found }, context),
    );
    expect(await answer({ found })).toMatchObject({ refused: 'contactExists' });
    expect(await answer({ contactId: known.contactId })).toEqual({});
    const named = (await shown(commune, within)).difficulties.find(
      (one) => one.difficultyId === difficultyId,
    );
    expect(named).toMatchObject({ state: 'answered', contactId: known.contactId });
    expect(await minutesOf(within)).toContain('Đã có số. Số liên lạc đã có trong hồ sơ hộ.');
  });
});

describe('what minutes say of the number that answered', () => {
  it('[GV96] entered with an answer given before the meeting it was found; chosen from the file it stood there, entered the same day or not', async () => {
    const within = await prepared(commune, day('2027-01-23'));
    commune.clock.moveTo('2027-01-20T02:00:00Z');
    const [found, chosen] = [await raisedIn(within), await raisedIn(within)];
    const officer = commune.as('creditOfficer');
    const answer = (
      difficultyId: Id,
      by: Pick<Parameters<typeof answerDifficulty>[0], 'answer' | 'contactId' | 'found'>,
    ) =>
      command(commune, officer, (context) =>
        answerDifficulty({ communeId: commune.communeId, difficultyId, ...by }, context),
      );
    const number = {
      relation: 'child' as const,
      name: 'Nam (mẫu)',
      phone: '0987000333',
      toldBy: 'Tổ trưởng',
    };
    await answer(found, { answer: 'Hỏi được số', contactId: null, found: number });
    commune.clock.moveTo('2027-01-23T02:00:00Z');
    await command(commune, officer, (context) => openBriefing(within, context));
    const self = { relation: 'self' as const, name: null, phone: '0987000444', toldBy: null };
    const { contactId } = await command(commune, officer, (context) =>
      addContact({ communeId: commune.communeId, personId: borrower.personId, ...self }, context),
    );
    await answer(chosen, { answer: 'Gọi số vừa có', contactId, found: null });
    const paper = await minutesOf(within);
    expect(paper).toContain('Hỏi được số. Số liên lạc tìm được đã ghi vào hồ sơ hộ, theo lời Tổ trưởng.');
    expect(paper).toContain('Gọi số vừa có. Số liên lạc đã có trong hồ sơ hộ.');
  });
});
