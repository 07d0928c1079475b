import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { nextId } from '../../portfolio/testing/stage-extracts.ts';
import { addConclusion } from '../add-conclusion.ts';
import { closeBriefing } from '../close-briefing.ts';
import { CONCLUSION, closed, opened, prepared, type TestBriefing } from '../testing/given-briefing.ts';
import {
  command,
  givenCommune,
  PEOPLE,
  question,
  type TestCommune,
  tryCommand,
} from '../testing/given-commune.ts';
import { giveOffice, leavesOffice, NEW_HEAD } from '../testing/given-offices.ts';
import { exportPaper } from './export-paper.ts';
import { gatherPapers } from './gather-papers.ts';
import { listPapers } from './list-papers.ts';
import { numberPaper } from './number-paper.ts';
import { writePapers } from './write-papers.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

const officer = () => commune.as('creditOfficer');
const list = (within: TestBriefing) => question(commune, officer(), (context) => listPapers(within, context));

describe('slips of a briefing', () => {
  it('[GV66] nothing given to anybody makes no slip, and says so', async () => {
    const within = await prepared(commune, day('2027-03-23'));
    const outcome = await tryCommand(commune, officer(), (context) =>
      exportPaper({ ...within, kind: 'assignment', format: 'pdf', form: 'list' }, context),
    );
    expect(outcome).toEqual({ refused: 'noSuchPaper', data: { heldOn: '23/03/2027' } });
  });

  it('[GV113] what was given to the bank makes no slip of the commune, and the list says whose work it is', async () => {
    const officerLabel = `${PEOPLE.creditOfficer}, Cán bộ tín dụng`;
    const within = await opened(commune, day('2028-11-23'));
    const add = (owner: { ownerSeat: string | null; ownerName: string }) =>
      command(commune, officer(), (context) =>
        addConclusion(
          { ...within, ...CONCLUSION, ...owner, dueOn: day('2028-12-01'), conclusionId: nextId() },
          context,
        ),
      );
    const slips = async () => (await list(within)).papers[3];
    await add({ ownerSeat: 'creditOfficer', ownerName: officerLabel });
    expect(await slips()).toMatchObject({ copies: 0, withoutSlip: [officerLabel] });
    await add({ ownerSeat: null, ownerName: 'Ban giảm nghèo' });
    await command(commune, officer(), (context) =>
      closeBriefing({ ...within, withoutConclusions: false }, context),
    );
    expect(await slips()).toMatchObject({ copies: 1, withoutSlip: [officerLabel] });
    expect((await list(within)).papers[2]?.withoutSlip).toEqual([]);
    const notice = await question(commune, officer(), async (context) => {
      const sources = await gatherPapers(context, within);
      return isRefusal(sources) ? sources : writePapers(sources, 'conclusions', 'list');
    });
    expect(JSON.stringify(notice)).toContain(officerLabel);
  });

  it('[GV66] [GV68] slips take a number each: those of another briefing begin after the last of them, or end before the first', async () => {
    const three = ['Ban giảm nghèo', 'Ban dân số', 'Ban khuyến nông'];
    const [august, september] = [
      await closed(commune, '2028-08-23', three),
      await closed(commune, '2028-09-23', three),
    ];
    const number = (within: TestBriefing, first: number) =>
      tryCommand(commune, officer(), (context) =>
        numberPaper({ ...within, kind: 'assignment', number: first, issuedOn: day('2028-09-24') }, context),
      );
    expect(await number(august, 5)).toEqual({});
    const taken = { refused: 'paperNumberTaken', data: { number: 5, heldOn: '23/08/2028' } };
    expect(await number(september, 3)).toMatchObject(taken);
    for (const first of [6, 7])
      expect(await number(september, first)).toMatchObject({ data: { number: first } });
    expect(await number(september, 2)).toEqual({});
    expect(await number(september, 8)).toEqual({});
  });
});

describe('who was given something and gets no slip', () => {
  it('[GV282] the list says by today’s holder whose the work without a slip is, also where the chair went after closing', async () => {
    const within = await opened(commune, day('2029-11-23'));
    const chair = `${PEOPLE.communeChair}, Chủ tịch UBND xã`;
    await command(commune, officer(), (context) =>
      addConclusion(
        {
          ...{ ...within, ...CONCLUSION, ownerSeat: 'communeChair', ownerName: chair },
          ...{ dueOn: day('2029-12-01'), conclusionId: nextId() },
        },
        context,
      ),
    );
    await command(commune, officer(), (context) =>
      closeBriefing({ ...within, withoutConclusions: false }, context),
    );
    const withoutSlip = async () => (await list(within)).papers[3]?.withoutSlip;
    expect(await withoutSlip()).toEqual([chair]);
    await leavesOffice(commune, PEOPLE.communeChair, '2029-11-23');
    expect(await withoutSlip()).toEqual(['Chủ tịch UBND xã; chưa có người giữ']);
    await giveOffice(commune, { role: 'communeChair', from: '2029-11-23' });
    expect(await withoutSlip()).toEqual([`${NEW_HEAD}, Chủ tịch UBND xã`]);
  });
});
