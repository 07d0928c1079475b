import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '../../kernel/contract.ts';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Caller } from '../../platform/caller.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { cancelBriefing } from './cancel-briefing.ts';
import type { raiseDifficulty as operation } from './contract.ts';
import { listBorrowerNames } from './list-borrower-names.ts';
import { listBriefings } from './list-briefings.ts';
import { openBriefing } from './open-briefing.ts';
import { prepareBriefing } from './prepare-briefing.ts';
import { raiseDifficulty } from './raise-difficulty.ts';
import { prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import {
  command,
  givenCommune,
  PEOPLE,
  question,
  type TestCommune,
  tryCommand,
} from './testing/given-commune.ts';

type Asked = InputOf<typeof operation>;

let commune: TestCommune;
/** Two groups of two villages. */
let groups: readonly { readonly groupCode: string; readonly villageCode: string }[];
beforeAll(async () => {
  commune = await givenCommune();
  const { rows } = await commune.database.owner.query(
    `select distinct on (village_code) group_code as "groupCode", village_code as "villageCode"
     from groups.savings_group where commune_id = $1 order by village_code, group_code limit 2`,
    [commune.communeId],
  );
  groups = rows;
}, 60_000);
afterAll(() => commune.database.close());

const asked = (about: Partial<Asked>): Asked => ({
  communeId: commune.communeId,
  difficultyId: nextId(),
  briefingId: null,
  about: 'matter',
  householdId: null,
  personId: null,
  contractNo: null,
  groupCode: null,
  text: 'Đường vào thôn sạt lở',
  saidBy: null,
  ...about,
});
const raise = (caller: Caller, input: Asked) =>
  tryCommand(commune, caller, (context) => raiseDifficulty(input, context));

/** The briefing of a session that went by, prepared now. */
async function preparedLate(heldOn: string): Promise<TestBriefing> {
  const { communeId } = commune;
  const officer = commune.as('creditOfficer');
  const { missed } = await question(commune, officer, (context) => listBriefings({ communeId }, context));
  const pointCode = missed.find((session) => session.heldOn === heldOn)?.pointCode ?? '';
  const { briefingId } = await command(commune, officer, (context) =>
    prepareBriefing({ communeId, pointCode, heldOn: day(heldOn) }, context),
  );
  return { communeId, briefingId };
}

/** A briefing whose point serves these villages alone. */
async function preparedFor(heldOn: string, villageCode: string): Promise<Id> {
  const { briefingId } = await prepared(commune, day(heldOn));
  await commune.database.owner.query('update governance.briefing set point_villages = $1 where id = $2', [
    [villageCode],
    briefingId,
  ]);
  return briefingId;
}

it('[GV157] who raises one beforehand is told the names of the borrowers, and whose name somebody with an office has too', async () => {
  const { communeId } = commune;
  const { rows } = await commune.database.owner.query(
    'select distinct full_name as name from registry.person where commune_id = $1 and bank_data_date is not null',
    [communeId],
  );
  const told = await question(commune, commune.as('communeChair'), (context) =>
    listBorrowerNames({ communeId }, context),
  );
  expect([...told.names].sort()).toEqual(rows.map(({ name }) => name).sort());
  expect(told.names.length).toBeGreaterThan(10);
  expect(told.officials).toEqual(expect.arrayContaining([PEOPLE.communeChair, PEOPLE.associationHead]));
  expect(told.hallHouseholdLevel).toBe(1);
});

describe('[GV99] a difficulty raised from wherever it is met', () => {
  it("a village head's and a leader's matter goes to the briefing of their village, the police's to the first", async () => {
    const [first, second] = groups;
    const november = await preparedFor('2026-11-23', first?.villageCode ?? '');
    const december = await preparedFor('2026-12-23', second?.villageCode ?? '');
    commune.clock.moveTo('2026-11-20T02:00:00Z');
    const narrowed = { officeIds: [] };
    const head = commune.as('villageHead', { ...narrowed, villageCodes: [second?.villageCode ?? ''] });
    const leader = commune.as('groupLeader', { ...narrowed, groupCodes: [second?.groupCode ?? ''] });
    expect(await raise(head, asked({}))).toEqual({ briefingId: december });
    expect(await raise(leader, asked({}))).toEqual({ briefingId: december });
    expect(await raise(commune.as('communePolice', narrowed), asked({}))).toEqual({ briefingId: november });
  });

  it('a leader raises one about her group, told by its code; about another she cannot', async () => {
    const [own, other] = groups;
    const leader = commune.as('groupLeader', { officeIds: [], groupCodes: [own?.groupCode ?? ''] });
    const about = { about: 'group' as const, text: 'Tổ phó đi làm ăn xa' };
    const input = asked({ ...about, groupCode: own?.groupCode ?? '' });
    const raised = await raise(leader, input);
    expect(raised).toMatchObject({ briefingId: expect.any(String) });
    const { briefingId } = raised as { briefingId: Id };
    const { difficulties } = await shown(commune, { communeId: commune.communeId, briefingId });
    const kept = difficulties.find(({ difficultyId }) => difficultyId === input.difficultyId);
    expect(kept).toMatchObject({ about: 'group', groupCode: own?.groupCode, householdId: null });
    const refused = await raise(leader, asked({ ...about, groupCode: other?.groupCode ?? '' }));
    expect(refused).toMatchObject({ refused: 'groupUnknown' });
  });

  it('the same id for another group, a matter or in another name is refused, not taken for the first', async () => {
    const officer = commune.as('creditOfficer');
    const first = asked({ about: 'group', groupCode: groups[0]?.groupCode ?? '' });
    expect(await raise(officer, first)).not.toHaveProperty('refused');
    expect(await raise(officer, first)).not.toHaveProperty('refused');
    const others = [
      { groupCode: groups[1]?.groupCode ?? '' },
      { about: 'matter' as const, groupCode: null },
      { saidBy: 'Đỗ Hữu Sơn' },
    ];
    for (const other of others)
      expect(await raise(officer, { ...first, ...other })).toMatchObject({ refused: 'idTaken' });
  });

  it('from a row of a list it is about the person of the row, by the customer code', async () => {
    const { rows } = await commune.database.owner.query<{ householdId: Id; code: string; name: string }>(
      `with moved as (
         update registry.person set household_id = (
           select household_id from registry.person where commune_id = $1 and group_code <> '' order by customer_code limit 1)
         where (commune_id, id) = (
           select commune_id, id from registry.person where commune_id = $1 and group_code <> '' order by customer_code offset 1 limit 1)
         returning household_id as "householdId", customer_code as code, full_name as name)
       select * from moved`,
      [commune.communeId],
    );
    const [second] = rows;
    const input = asked({ about: 'household', householdId: second?.householdId ?? null });
    const raised = await raise(commune.as('creditOfficer'), { ...input, customerCode: second?.code ?? '' });
    expect(raised).not.toHaveProperty('refused');
    const kept = await commune.database.owner.query(
      'select person_name as name from governance.difficulty where id = $1',
      [input.difficultyId],
    );
    expect(kept.rows).toEqual([{ name: second?.name }]);
  });
});

it('[GV150] a briefing prepared late takes up what was raised until its day, and leaves the rest to the next', async () => {
  const officer = commune.as('creditOfficer');
  const [before, after] = [asked({ text: 'Cầu hỏng' }), asked({ text: 'Mất mùa' })];
  commune.clock.moveTo('2027-02-23T16:59:00Z');
  expect(await raise(officer, before)).toEqual({ briefingId: null });
  commune.clock.moveTo('2027-02-23T17:01:00Z');
  expect(await raise(officer, after)).toEqual({ briefingId: null });
  const textsOf = async (within: TestBriefing) =>
    (await shown(commune, within)).difficulties.map(({ text }) => text);
  const february = await preparedLate('2027-02-23');
  expect(await textsOf(february)).toEqual(['Cầu hỏng']);
  await command(commune, officer, (context) =>
    openBriefing({ ...february, metOn: day('2027-02-23') }, context),
  );
  expect(await raise(officer, asked({ text: 'Sâu bệnh' }))).toEqual({ briefingId: null });
  expect(await textsOf(february)).toEqual(['Cầu hỏng']);
  expect(await textsOf(await prepared(commune, day('2027-03-23')))).toEqual(['Mất mùa', 'Sâu bệnh']);
});

it('[GV150] what was written in one that was cancelled comes back when its session is prepared anew after its day', async () => {
  const officer = commune.as('creditOfficer');
  const april = await prepared(commune, day('2027-04-23'));
  commune.clock.moveTo('2027-04-24T02:00:00Z');
  await raise(officer, asked({ text: 'Bão', briefingId: april.briefingId }));
  await raise(officer, asked({ text: 'Nợ mới' }));
  await command(commune, officer, (context) =>
    cancelBriefing({ hasMail: false })({ ...april, reason: 'Lũ' }, context),
  );
  const { pointCode, communeId } = await shown(commune, april);
  const { briefingId } = await command(commune, officer, (context) =>
    prepareBriefing({ communeId, pointCode, heldOn: day('2027-04-23') }, context),
  );
  const { difficulties } = await shown(commune, { communeId, briefingId });
  expect(difficulties.map(({ text }) => text)).toEqual(['Bão']);
});

it('[GV150] what was written in one that was cancelled does not come to another session that met before it was written', async () => {
  const officer = commune.as('creditOfficer');
  const may = await prepared(commune, day('2027-05-23'));
  commune.clock.moveTo('2027-06-24T02:00:00Z');
  await raise(officer, asked({ text: 'Hạn hán', briefingId: may.briefingId }));
  await command(commune, officer, (context) =>
    cancelBriefing({ hasMail: false })({ ...may, reason: 'Lũ' }, context),
  );
  const textsOf = async (within: TestBriefing) =>
    (await shown(commune, within)).difficulties.map(({ text }) => text);
  expect(await textsOf(await preparedLate('2027-06-23'))).not.toContain('Hạn hán');
  expect(await textsOf(await prepared(commune, day('2027-07-23')))).toContain('Hạn hán');
});
