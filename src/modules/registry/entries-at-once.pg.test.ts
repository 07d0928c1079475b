import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Caller } from '../../platform/caller.ts';
import { fixedClock } from '../../platform/clock.ts';
import { type HandlerContext, runCommand } from '../../platform/command.ts';
import { idsOf } from '../../platform/ids.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { enterAreaValue } from './enter-area-value.ts';
import { enterPersonValue } from './enter-person-value.ts';
import { recordMerge } from './record-merge.ts';
import { acceptStaged, areaOf, givenOffice } from './testing/areas.ts';
import { callerWith, givenCommune, givenPeople, stagedPerson } from './testing/build.ts';
import { withdrawMerge } from './withdraw-merge.ts';
import { withdrawPersonValue } from './withdraw-person-value.ts';

const AUGUST = day('2026-08-31');
const OCTOBER = day('2026-10-31');
const clock = fixedClock('2026-11-03T02:00:00Z');
const administrator = callerWith('administrator', { system: true });

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const platform = () => ({ database: database.app, clock, newId: idsOf(clock) });
const order = <T>(run: (context: HandlerContext) => Promise<T>, caller: Caller = administrator) =>
  runCommand(platform(), { name: 'registry.test', caller }, run);

/** Communes of one office, by their codes. */
async function givenCommunes(codes: readonly string[]): Promise<Id[]> {
  const { officeId } = await givenOffice(database);
  const areas = codes.map((code) => ({ kind: 'commune' as const, code, name: `Xã ${code}` }));
  await acceptStaged(database, { officeId, dataDate: AUGUST, areas });
  const found = codes.map((code) => areaOf(database, { kind: 'commune', code, on: AUGUST }));
  return (await Promise.all(found)).map(({ areaId }) => areaId);
}

/** How presses at once ended: `done`, or the code of the refusal. */
async function ends(outcomes: readonly Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.all(outcomes);
  return settled.map((outcome) => (isRefusal(outcome) ? outcome.refused : 'done')).sort();
}

describe('a person’s value', () => {
  it('[RG10] entered three times at once: each is taken, and one stands', async () => {
    const { communeId } = await givenCommune(database, { communeCode: '540301' });
    const people = [stagedPerson({ communeId, customerCode: '4800000000' })];
    await givenPeople(database, people, { dataDate: OCTOBER, communeIds: [communeId] });
    const { rows } = await database.owner.query('select id from registry.person where commune_id = $1', [
      communeId,
    ]);
    const officer = callerWith('creditOfficer', { communeIds: [communeId] });
    const enter = (value: string) => {
      const input = { communeId, personId: rows[0].id, field: 'address', value } as const;
      return order((context) => enterPersonValue(input, context), officer);
    };
    expect(await ends([enter('Thôn Một'), enter('Thôn Hai'), enter('Thôn Ba')])).toEqual([
      ...['done', 'done', 'done'],
    ]);
    const entries = await database.owner.query(
      `select count(*)::int as all, count(*) filter (where withdrawn_at is null)::int as standing
       from registry.person_entry where commune_id = $1`,
      [communeId],
    );
    expect(entries.rows).toEqual([{ all: 3, standing: 1 }]);
  });

  it('[RG10] withdrawn twice at once is withdrawn once', async () => {
    const { communeId } = await givenCommune(database, { communeCode: '540302' });
    const people = [stagedPerson({ communeId, customerCode: '4800000001' })];
    await givenPeople(database, people, { dataDate: OCTOBER, communeIds: [communeId] });
    const { rows } = await database.owner.query('select id from registry.person where commune_id = $1', [
      communeId,
    ]);
    const officer = callerWith('creditOfficer', { communeIds: [communeId] });
    const input = { communeId, personId: rows[0].id, field: 'address', value: 'Thôn Một' } as const;
    const entered = await order((context) => enterPersonValue(input, context), officer);
    if (isRefusal(entered)) throw new Error(entered.refused);
    const { entryId } = entered;
    const withdraw = () => order((context) => withdrawPersonValue({ communeId, entryId }, context), officer);
    expect(await ends([withdraw(), withdraw()])).toEqual(['done', 'entryWithdrawn']);
  });
});

describe('the area register', () => {
  it('[RG5] a merge recorded twice at once is recorded once; two that lead to each other do not both stand', async () => {
    const [a, b] = (await givenCommunes(['540311', '540312'])) as [Id, Id];
    const merge = (oldAreaId: Id, newAreaId: Id) => () =>
      order((context) =>
        recordMerge(
          { oldAreaId, newAreaId, effectiveOn: OCTOBER, document: 'NQ mẫu', oldCodeEndsOn: null },
          context,
        ),
      );
    const there = merge(a, b);
    expect(await ends([there(), there()])).toEqual(['done', 'mergeRecorded']);
    expect(await ends([merge(b, a)()])).toEqual(['mergeCircular']);
    const [c, d] = (await givenCommunes(['540313', '540314'])) as [Id, Id];
    expect(await ends([merge(c, d)(), merge(d, c)()])).toEqual(['done', 'mergeCircular']);
  });

  it('[RG18] a name entered twice at once stands once, a code of two areas with one of them', async () => {
    const [a, b] = (await givenCommunes(['540321', '540322'])) as [Id, Id];
    const enter = (areaId: Id, field: 'name' | 'state_code', value: string) =>
      order((context) =>
        enterAreaValue({ areaId, field, value, validFrom: AUGUST, document: 'QĐ mẫu' }, context),
      );
    expect(await ends([enter(a, 'name', 'Xã Một'), enter(a, 'name', 'Xã Hai')])).toEqual(['done', 'done']);
    expect(await ends([enter(a, 'state_code', '22015'), enter(b, 'state_code', '22015')])).toEqual([
      ...['done', 'stateCodeTaken'],
    ]);
  });

  it('[RG5] a merge taken back leaves the end that the area had before, in whichever order', async () => {
    const [a, b, c] = (await givenCommunes(['540331', '540332', '540333'])) as [Id, Id, Id];
    const own = day('2027-12-31');
    await database.owner.query('update registry.area set valid_to = $2 where id = $1', [a, own]);
    const merge = (newAreaId: Id, oldCodeEndsOn: string) => ({
      ...{ oldAreaId: a, newAreaId, effectiveOn: OCTOBER, document: 'NQ mẫu' },
      oldCodeEndsOn: day(oldCodeEndsOn),
    });
    const [first, second] = [merge(b, '2026-10-31'), merge(c, '2026-12-31')];
    const record = (one: typeof first) => order((context) => recordMerge(one, context));
    const takeBack = (one: typeof first) => order((context) => withdrawMerge(one, context));
    const endOf = async () => {
      const { rows } = await database.owner.query('select valid_to::text from registry.area where id = $1', [
        a,
      ]);
      return rows[0].valid_to;
    };
    await record(first);
    await record(second);
    expect(await endOf()).toBe('2026-12-31');
    await takeBack(second);
    expect(await endOf()).toBe('2026-10-31');
    await record(second);
    await takeBack(first);
    expect(await endOf()).toBe('2026-12-31');
    await takeBack(second);
    expect(await endOf()).toBe(own);
  });
});
