import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addConclusion } from './add-conclusion.ts';
import { addConclusion as contract, measureConclusion as measure } from './contract.ts';
import { CONCLUSION, opened, shown, type TestBriefing } from './testing/given-briefing.ts';
import { givenCommune, type TestCommune, tryCommand } from './testing/given-commune.ts';

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
  });
});

it('a conclusion sent several times at once is written once; another under its id is refused', async () => {
  const conclusionId = nextId();
  const answers = await Promise.all([1, 2, 3].map(() => add({ conclusionId, text: 'Một lần' })));
  expect(answers).toEqual([{ version: 1 }, { version: 1 }, { version: 1 }]);
  const { conclusions } = await shown(commune, meeting);
  expect(conclusions.filter(({ text }) => text === 'Một lần')).toHaveLength(1);
  expect(await add({ conclusionId, text: 'Việc khác' })).toMatchObject({ refused: 'idTaken' });
});
