import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { day } from '../../kernel/dates.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addConclusion } from './add-conclusion.ts';
import { changeConclusion } from './change-conclusion.ts';
import { addConclusion as contract, measureConclusion as measure } from './contract.ts';
import { removeConclusion } from './remove-conclusion.ts';
import { CONCLUSION, opened, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, type TestCommune, tryCommand } from './testing/given-commune.ts';

let commune: TestCommune;
let meeting: TestBriefing;
beforeAll(async () => {
  commune = await givenCommune();
  meeting = await opened(commune);
}, 60_000);
afterAll(() => commune.database.close());

const add = (line: Partial<Parameters<typeof addConclusion>[0]>) =>
  tryCommand(commune, commune.as('creditOfficer'), (context) =>
    addConclusion({ ...meeting, ...CONCLUSION, conclusionId: nextId(), ...line }, context),
  );

describe('what people type into a conclusion', () => {
  it('keeps letters of four bytes and loses control characters and marks of direction, down to the database', async () => {
    const typed = { ...meeting, ...CONCLUSION, conclusionId: nextId(), text: 'Mời \u202ehộ 𠀀\u0007\u200f' };
    const input = z.decode(contract.input, typed);
    expect(input.text).toBe('Mời hộ 𠀀');
    expect(await add(input)).toEqual({ version: 1 });
    const { conclusions } = await shown(commune, meeting);
    expect(conclusions.map(({ text }) => text)).toContain('Mời hộ 𠀀');
  });

  it.each([
    ['a day that is none', { dueOn: '2026-02-30' }],
    ['nothing that can be seen', { text: '\u200f \u0000' }],
    ['an office that is none', { ownerSeat: 'communeChair; drop table' }],
  ])('%s is refused before anything is written', (_, field) => {
    const typed = { ...meeting, ...CONCLUSION, conclusionId: nextId(), ...field };
    expect(z.safeDecode(contract.input, typed as never).success).toBe(false);
  });

  it('[GV82] a measure of no figure, or of a code that is none, is refused before anything is written', () => {
    const of = (measuredBy: object) =>
      z.safeDecode(measure.input, {
        ...{ ...meeting, conclusionId: nextId(), baseVersion: 1 },
        measuredBy: { figure: 'overdue', list: 'overdue', part: 'group', code: '0026000', ...measuredBy },
      } as never).success;
    expect(of({})).toBe(true);
    expect(of({ figure: 'profit' })).toBe(false);
    expect(of({ code: "0026000' or true" })).toBe(false);
    expect(of({ code: '' })).toBe(false);
    expect(of({ part: 'commune' })).toBe(false);
    expect(of({ part: 'commune', code: '' })).toBe(true);
  });
});

it('[GV94] a day more than a year after the meeting is refused, for a new line and a changed one; the last day of the year is not', async () => {
  const far = { refused: 'dueTooFar', data: { dueOn: '24/11/2027', months: 12, latest: '23/11/2027' } };
  expect(await add({ dueOn: day('2027-11-24') })).toMatchObject(far);
  const conclusionId = nextId();
  expect(await add({ conclusionId, dueOn: day('2027-11-23') })).toEqual({ version: 1 });
  const changed = await tryCommand(commune, commune.as('creditOfficer'), (context) =>
    changeConclusion(
      {
        ...meeting,
        ...CONCLUSION,
        conclusionId,
        dueOn: day('2027-11-24'),
        baseVersion: 1,
        changeId: nextId(),
      },
      context,
    ),
  );
  expect(changed).toMatchObject(far);
});

it('a conclusion sent several times at once is written once; another under its id is refused', async () => {
  const conclusionId = nextId();
  const answers = await Promise.all([1, 2, 3].map(() => add({ conclusionId, text: 'Một lần' })));
  expect(answers).toEqual([{ version: 1 }, { version: 1 }, { version: 1 }]);
  const { conclusions } = await shown(commune, meeting);
  expect(conclusions.filter(({ text }) => text === 'Một lần')).toHaveLength(1);
  expect(await add({ conclusionId, text: 'Việc khác' })).toMatchObject({ refused: 'idTaken' });
});

/** A line of the meeting, and what changes its text as the officer. */
async function written() {
  const line = { ...meeting, ...CONCLUSION, conclusionId: nextId() };
  const officer = commune.as('creditOfficer');
  await command(commune, officer, (context) => addConclusion(line, context));
  const change = (text: string, baseVersion: number, changeId = nextId()) =>
    tryCommand(commune, officer, (context) =>
      changeConclusion({ ...line, text, baseVersion, changeId }, context),
    );
  return { conclusionId: line.conclusionId, change };
}

it('[GV8] a change of a removed line brings it back, also one written before the last word of whoever removed it: beside it nobody would see it', async () => {
  const { conclusionId, change } = await written();
  await change('Mời hộ lần 4', 1);
  await command(commune, commune.as('creditOfficer'), (context) =>
    removeConclusion({ ...meeting, conclusionId, baseVersion: 2 }, context),
  );
  expect(await change('Mời hộ lần 5', 1)).toEqual({ outcome: 'applied', version: 3 });
  const back = (await shown(commune, meeting)).conclusions.find((one) => one.conclusionId === conclusionId);
  expect(back).toMatchObject({ text: 'Mời hộ lần 5', others: [] });
});

it('[GV8] a change whose answer was lost, sent again after another has written, is written once and conflicts with nothing', async () => {
  const { change } = await written();
  const changeId = nextId();
  expect(await change('Một', 1, changeId)).toMatchObject({ outcome: 'applied' });
  expect(await change('Hai', 2)).toMatchObject({ outcome: 'applied' });
  expect(await change('Một', 1, changeId)).toEqual({ outcome: 'unchanged', version: 3 });
});

it('a meeting takes 500 conclusions; the next is refused with the words of what to do', async () => {
  const { conclusionId } = await written();
  const gone = await written();
  await command(commune, commune.as('creditOfficer'), (context) =>
    removeConclusion({ ...meeting, conclusionId: gone.conclusionId, baseVersion: 1 }, context),
  );
  const { conclusions } = await shown(commune, meeting);
  // One row copied: five hundred people typing would test nothing else.
  await commune.database.owner.query(
    `insert into governance.conclusion
     select (jsonb_populate_record(line, jsonb_build_object('id', gen_random_uuid(), 'position', 1000 + n))).*
     from governance.conclusion line, generate_series(1, $2) n where line.id = $1`,
    [conclusionId, 499 - conclusions.length],
  );
  expect(await add({ text: 'Kết luận thứ 500' })).toEqual({ version: 1 });
  const refused = await add({ text: 'Kết luận thứ 501' });
  expect(refused).toEqual({ refused: 'tooManyLines', data: { most: 500, what: 'kết luận' } });
  expect(await gone.change('Trở lại', 1), 'one that was taken out').toEqual(refused);
  expect((await shown(commune, meeting)).conclusions).toHaveLength(500);
});
