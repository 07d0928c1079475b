import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addAddendum } from './add-addendum.ts';
import { addConclusion } from './add-conclusion.ts';
import { changeConclusion } from './change-conclusion.ts';
import { closeBriefing } from './close-briefing.ts';
import { openBriefing } from './open-briefing.ts';
import { gatherPapers } from './papers/gather-papers.ts';
import { listPapers } from './papers/list-papers.ts';
import { writePapers } from './papers/write-papers.ts';
import { recordAttendance } from './record-attendance.ts';
import { removeConclusion } from './remove-conclusion.ts';
import { CONCLUSION, opened, prepared, shown } from './testing/given-briefing.ts';
import {
  command,
  givenCommune,
  PEOPLE,
  question,
  type TestCommune,
  tryCommand,
} from './testing/given-commune.ts';

const SECRETARY_DAYS = ['2028-04-23', '2028-03-23', '2028-02-23', '2028-01-23', '2027-08-23'];

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

const officer = () => commune.as('creditOfficer');

describe('closing', () => {
  it('[GV9] names what is missing, and needs a word where nothing was concluded', async () => {
    const within = await opened(commune, day('2027-01-23'));
    const close = (withoutConclusions: boolean) =>
      tryCommand(commune, officer(), (context) => closeBriefing({ ...within, withoutConclusions }, context));
    expect(await close(false)).toMatchObject({ refused: 'noConclusion' });
    const conclusionId = nextId();
    await command(commune, officer(), (context) =>
      addConclusion({ ...within, ...CONCLUSION, conclusionId, ownerName: null, dueOn: null }, context),
    );
    expect(await close(true)).toEqual({ refused: 'conclusionIncomplete', data: { lines: '1' } });
    await command(commune, officer(), (context) =>
      removeConclusion({ ...within, conclusionId, baseVersion: 1 }, context),
    );
    expect(await close(true)).toMatchObject({ minutesNumber: 1, minutesYear: 2027 });
  });

  it('[GV4] a compulsory part of which nobody is there is shown and stops no closing', async () => {
    const within = await opened(commune, day('2026-12-23'));
    const { attendees } = await shown(commune, within);
    const absent = { presence: 'absent' as const, deputyName: null, note: null, baseVersion: 1 };
    for (const { attendeeId, part } of attendees)
      if (part === 'teamLeader' || part === 'associationHead')
        await command(commune, officer(), (context) =>
          recordAttendance({ ...within, ...absent, attendeeId }, context),
        );
    const closed = await tryCommand(commune, officer(), (context) =>
      closeBriefing({ ...within, withoutConclusions: true }, context),
    );
    expect(closed).toMatchObject({ minutesNumber: 1, minutesYear: 2026 });
    expect(await shown(commune, within)).toMatchObject({
      chairedBy: null,
      missingParts: ['teamLeader', 'associationHead'],
    });
  });

  it('[GV10] three who close at once get one number, and the next briefing the next one', async () => {
    const within = await opened(commune, day('2027-02-23'));
    await command(commune, officer(), (context) =>
      addConclusion({ ...within, ...CONCLUSION, dueOn: day('2027-03-01'), conclusionId: nextId() }, context),
    );
    const outcomes = await Promise.all(
      (['creditOfficer', 'officeDirector', 'communeChair'] as const).map((by) =>
        tryCommand(commune, commune.as(by), (context) =>
          closeBriefing({ ...within, withoutConclusions: false }, context),
        ),
      ),
    );
    const closed = outcomes.filter((outcome) => !isRefusal(outcome));
    expect(closed).toHaveLength(1);
    expect(closed[0]).toMatchObject({ minutesNumber: 2, minutesYear: 2027 });
    expect(outcomes.filter(isRefusal).map(({ refused }) => refused)).toEqual([
      'briefingClosed',
      'briefingClosed',
    ]);
  });

  it('[GV10] the head of the chain stands in the minutes: the entry before that of the closing, by number and hash', async () => {
    const within = await opened(commune, day('2028-06-23'));
    await command(commune, officer(), (context) =>
      closeBriefing({ ...within, withoutConclusions: true }, context),
    );
    const { rows } = await commune.database.owner.query<{ sequence: bigint; hash: string }>(
      `select before.sequence, before.hash from platform.audit_entry closing
       join platform.audit_entry before
         on before.commune_id = closing.commune_id and before.sequence = closing.sequence - 1
       where closing.commune_id = $1 and closing.subject::jsonb ->> 'briefing' = $2
         and closing.subject::jsonb ? 'minutesHash'`,
      [within.communeId, within.briefingId],
    );
    expect(rows).toHaveLength(1);
    const [head] = rows;
    const papers = await question(commune, officer(), (context) => listPapers(within, context));
    expect(papers.minutes).toMatchObject({ auditSequence: Number(head?.sequence), auditHash: head?.hash });
    const printed = await question(commune, officer(), async (context) => {
      const sources = await gatherPapers(context, within);
      return isRefusal(sources) ? sources : writePapers(sources, 'minutes', 'list');
    });
    expect(printed.map(({ footNote }) => footNote)).toEqual([`Đầu chuỗi nhật ký: ${head?.hash}`]);
  });

  it('[GV9] [GV11] closed minutes refuse every change and take addenda with reason and author', async () => {
    const within = await opened(commune, day('2027-03-23'));
    const early = await tryCommand(commune, officer(), (context) =>
      addAddendum({ ...within, addendumId: nextId(), text: 'Sửa', reason: 'Ghi nhầm' }, context),
    );
    expect(early).toMatchObject({ refused: 'briefingStillOpen' });
    await command(commune, officer(), (context) =>
      closeBriefing({ ...within, withoutConclusions: true }, context),
    );
    const late = await tryCommand(commune, officer(), (context) =>
      addConclusion({ ...within, ...CONCLUSION, dueOn: null, conclusionId: nextId() }, context),
    );
    expect(late).toEqual({ refused: 'briefingClosed', data: { heldOn: '23/03/2027', number: '03/2027' } });
    const addendum = { ...within, addendumId: nextId(), text: 'Số hộ là 12', reason: 'Ghi nhầm số hộ' };
    for (let i = 0; i < 2; i++)
      await command(commune, officer(), (context) => addAddendum(addendum, context));
    expect((await shown(commune, within)).addenda).toMatchObject([
      { number: 1, text: 'Số hộ là 12', reason: 'Ghi nhầm số hộ', writtenByName: PEOPLE.creditOfficer },
    ]);
    const other = await opened(commune, day('2027-06-23'));
    await command(commune, officer(), (context) =>
      closeBriefing({ ...other, withoutConclusions: true }, context),
    );
    const taken = await tryCommand(commune, officer(), (context) =>
      addAddendum({ ...addendum, ...other }, context),
    );
    expect(taken).toMatchObject({ refused: 'idTaken' });
    expect((await shown(commune, other)).addenda).toEqual([]);
  });

  it('the next briefing of the point opens with what was concluded', async () => {
    const within = await opened(commune, day('2027-04-23'));
    const line = { ...within, ...CONCLUSION, dueOn: day('2027-04-30'), conclusionId: nextId() };
    await command(commune, officer(), (context) => addConclusion(line, context));
    await command(commune, officer(), (context) =>
      closeBriefing({ ...within, withoutConclusions: false }, context),
    );
    const { before } = await shown(commune, await prepared(commune, day('2027-05-23')));
    expect(before).toMatchObject({
      heldOn: '2027-04-23',
      conclusions: [{ text: CONCLUSION.text, ownerName: 'Ban giảm nghèo', dueOn: '2027-04-30' }],
    });
  });

  it.each([
    ['officeDirector', undefined, undefined],
    ['communeChair', undefined, PEOPLE.communeChair],
    ['communeChair', null, undefined],
    ['creditOfficer', undefined, undefined],
    ['officeDirector', PEOPLE.associationHead, PEOPLE.associationHead],
  ] as const)(
    '[GV137] the %s closes, %s is chosen: the secretary is %s; a draft has none',
    async (closes, chosen, written) => {
      const within = await opened(commune, day(SECRETARY_DAYS.pop() ?? ''));
      const secretary = async () => {
        const sources = await question(commune, commune.as('officeDirector'), (context) =>
          gatherPapers(context, within),
        );
        return isRefusal(sources) ? sources : sources.minutes.recordedBy;
      };
      expect(await secretary()).toBeUndefined();
      const { attendees } = await shown(commune, within);
      const idOf = (name: string) => attendees.find(({ fullName }) => fullName === name)?.attendeeId;
      const close = (name: string | null | undefined) => {
        const secretaryId = typeof name === 'string' ? idOf(name) : name;
        return tryCommand(commune, commune.as(closes), (context) =>
          closeBriefing({ ...within, withoutConclusions: true, secretaryId }, context),
        );
      };
      expect(await close(PEOPLE.creditOfficer)).toMatchObject({ refused: 'secretaryNotThere' });
      expect(isRefusal(await close(chosen))).toBe(false);
      expect(await secretary()).toBe(written);
    },
  );

  it('[GV9] [GV104] a line due before the day people met, written while an earlier one was planned, is named', async () => {
    const within = await prepared(commune, day('2027-09-23'));
    const conclusionId = nextId();
    const line = { ...CONCLUSION, dueOn: day('2027-09-24') };
    await command(commune, officer(), (context) =>
      addConclusion({ ...within, ...line, conclusionId }, context),
    );
    commune.clock.moveTo('2027-09-26T02:00:00Z');
    const metOn = day('2027-09-25');
    await command(commune, officer(), (context) => openBriefing({ ...within, metOn }, context));
    const close = () =>
      tryCommand(commune, officer(), (context) =>
        closeBriefing({ ...within, withoutConclusions: false }, context),
      );
    expect(await close()).toEqual({
      refused: 'conclusionDuePassed',
      data: { lines: '1', metOn: '25/09/2027' },
    });
    await command(commune, officer(), (context) =>
      changeConclusion(
        { ...within, ...line, conclusionId, changeId: nextId(), dueOn: metOn, baseVersion: 1 },
        context,
      ),
    );
    expect(await close()).toMatchObject({ minutesYear: 2027 });
  });
});
