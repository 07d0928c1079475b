import { afterAll, beforeAll, expect, it } from 'vitest';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addAddendum } from './add-addendum.ts';
import { closed, shown, type TestBriefing } from './testing/given-briefing.ts';
import { givenCommune, PEOPLE, type TestCommune, tryCommand } from './testing/given-commune.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune?.database.close());

const supplement = (within: TestBriefing) =>
  tryCommand(commune, commune.as('communeChair'), (context) =>
    addAddendum({ ...within, addendumId: nextId(), text: 'Số hộ là 12', reason: 'Ghi sót' }, context),
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
