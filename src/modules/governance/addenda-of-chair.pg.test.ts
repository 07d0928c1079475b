import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Id } from '../../kernel/ids.ts';
import type { Role } from '../../kernel/role.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addAddendum } from './add-addendum.ts';
import { addAddendum as operation } from './contract.ts';
import { LONGEST } from './domain/bounds.ts';
import { closed, shown, type TestBriefing } from './testing/given-briefing.ts';
import { givenCommune, PEOPLE, type TestCommune, tryCommand } from './testing/given-commune.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune?.database.close());

const supplement = (
  within: TestBriefing,
  { by = 'communeChair', addendumId = nextId() }: { readonly by?: Role; readonly addendumId?: Id } = {},
) =>
  tryCommand(commune, commune.as(by), (context) =>
    addAddendum({ ...within, addendumId, text: 'Số hộ là 12', reason: 'Ghi sót' }, context),
  );

it('[GV123] the chair of the commune supplements the minutes of a meeting that he chaired, the bank those of others', async () => {
  const ofBank = await closed(commune, '2026-11-23');
  expect(await supplement(ofBank)).toMatchObject({
    ...{ refused: 'addendumOfBank', data: { heldOn: '23/11/2026' } },
  });
  expect((await shown(commune, ofBank)).addenda).toEqual([]);
  await commune.database.owner.query(
    `update programmes.rule_value set value = 2 where rule = 'briefingChair'`,
  );
  const ofChair = await closed(commune, '2026-12-23');
  expect((await shown(commune, ofChair)).chairPart).toBe('communeChair');
  expect(await supplement(ofChair)).toEqual({ number: 1 });
  expect((await shown(commune, ofChair)).addenda).toMatchObject([{ writtenByName: PEOPLE.communeChair }]);
  // What closing fixed stays: a rule that is written later makes nobody the chair of a meeting before.
  expect(await supplement(ofBank)).toMatchObject({ refused: 'addendumOfBank' });
});

it('[GV11] minutes have a hundred addenda at the most, numbered; the hundredth sent again is told its number', async () => {
  const within = await closed(commune, '2027-01-23');
  await commune.database.owner.query(
    `insert into governance.addendum (commune_id, id, briefing_id, number, text, reason, written_by_name, written_at)
     select $1, gen_random_uuid(), $2, n, 'Sửa', 'Ghi nhầm', 'Hà', now() from generate_series(1, 99) n`,
    [within.communeId, within.briefingId],
  );
  const ofBank = { by: 'creditOfficer', addendumId: nextId() } as const;
  expect(await supplement(within, ofBank)).toEqual({ number: 100 });
  expect(await supplement(within, { by: 'creditOfficer' })).toEqual({
    ...{ refused: 'tooManyLines', data: { most: 100, what: 'văn bản bổ sung' } },
  });
  expect(await supplement(within, ofBank)).toEqual({ number: 100 });
});

it('[GV11] an addendum and its reason have room for what papers can print, and no more', () => {
  const said = { communeId: nextId(), briefingId: nextId(), addendumId: nextId() };
  const fits = (text: string, reason: string) => operation.input.safeParse({ ...said, text, reason }).success;
  const [text, reason] = ['a'.repeat(LONGEST.addendum), 'b'.repeat(LONGEST.addendumReason)];
  expect([fits(text, reason), fits(`${text}a`, reason), fits(text, `${reason}b`)]).toEqual([
    true,
    false,
    false,
  ]);
  expect([fits('', reason), fits(text, '')]).toEqual([false, false]);
});
