import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '../../kernel/contract.ts';
import { type BusinessDate, day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Caller } from '../../platform/caller.ts';
import { fixedClock } from '../../platform/clock.ts';
import { type HandlerContext, runCommand, runQuestion } from '../../platform/command.ts';
import { idsOf } from '../../platform/ids.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import type { enterAreaValue as enterOperation } from './contract.ts';
import { enterAreaValue } from './enter-area-value.ts';
import { areaNames } from './index.ts';
import { placeCommunes } from './place-communes.ts';
import { recordMerge } from './record-merge.ts';
import { showArea } from './show-area.ts';
import { showAreaRegister } from './show-area-register.ts';
import { acceptStaged, areaOf, givenOffice } from './testing/areas.ts';
import { callerWith, nextId } from './testing/build.ts';
import { withdrawAreaValue } from './withdraw-area-value.ts';
import { withdrawMerge } from './withdraw-merge.ts';

const AUGUST = day('2026-08-31');
const SEPTEMBER = day('2026-09-30');
const OCTOBER = day('2026-10-31');
const TODAY = day('2026-11-03');
const DAK_LAK = '00000000-0000-8000-8010-000000000066' as Id;
const PHU_YEN = '00000000-0000-8000-8010-000000000054' as Id;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const clock = fixedClock('2026-11-03T02:00:00Z');
const administrator = callerWith('administrator', { system: true });
const platform = () => ({ database: database.app, clock, newId: idsOf(clock) });
const order = <T>(run: (context: HandlerContext) => Promise<T>) =>
  runCommand(platform(), { name: 'registry.test', caller: administrator }, run);
const enter = (input: Partial<InputOf<typeof enterOperation>> & { areaId: Id; value: string }) =>
  order((context) =>
    enterAreaValue({ field: 'name', validFrom: AUGUST, document: 'QĐ mẫu', ...input }, context),
  );

async function answer<T>(ask: (context: HandlerContext) => Promise<T>, caller: Caller = administrator) {
  const found = await runQuestion(platform(), { caller }, ask);
  if (isRefusal(found)) throw new Error(`refused: ${found.refused}`);
  return found;
}
const shown = (areaId: Id) => answer((context) => showArea({ areaId }, context) as never) as Promise<Shown>;
type Shown = Exclude<Awaited<ReturnType<typeof showArea>>, { refused: string }>;
const register = (caller?: Caller) => answer((context) => showAreaRegister({}, context), caller);

/** A commune with one village of which the file gave the code alone. */
async function givenAreas(code: string, villageName: string | null = null) {
  const { officeId } = await givenOffice(database);
  const areas = [
    { kind: 'commune' as const, code, name: `Xã ${code}` },
    { kind: 'village' as const, code: `${code}01`, name: villageName },
  ];
  await acceptStaged(database, { officeId, dataDate: AUGUST, areas });
  const commune = await areaOf(database, { kind: 'commune', code, on: AUGUST });
  const village = await areaOf(database, { kind: 'village', code: `${code}01`, on: AUGUST });
  const again = (dataDate: BusinessDate, name: string | null) =>
    acceptStaged(database, {
      officeId,
      dataDate,
      areas: [areas[0] as (typeof areas)[0], { kind: 'village', code: `${code}01`, name }],
    });
  return { communeId: commune.areaId, villageId: village.areaId, again };
}

describe('names', () => {
  it('[RG3] a village without a name is listed until a person names it', async () => {
    const { communeId, villageId, again } = await givenAreas('542101');
    const chair = callerWith('communeChair', { communeIds: [communeId] });
    expect(await register(chair)).toMatchObject({
      communes: [{ areaId: communeId, villages: 1, unnamedVillages: 1 }],
      unnamed: [{ areaId: villageId, parentName: 'Xã 542101' }],
    });
    await enter({ areaId: villageId, value: ' Thôn   Mới ' });
    expect((await register(chair)).unnamed).toEqual([]);
    expect((await shown(villageId)).area).toMatchObject({ name: 'Thôn Mới', isNamed: true });
    expect((await again(OCTOBER, null)).unnamedCodes).toEqual([]);
  });

  it('[RG17] a file never overwrites the name a person entered; it stands beside it', async () => {
    const { villageId, again } = await givenAreas('542102', 'Thôn Bàu');
    await enter({ areaId: villageId, value: 'Thôn Bầu', validFrom: SEPTEMBER });
    await again(OCTOBER, 'Thôn Bàu Lớn');
    const { area, bankNames } = await shown(villageId);
    expect(area).toMatchObject({ name: 'Thôn Bầu', bankName: 'Thôn Bàu Lớn' });
    expect(bankNames).toEqual([
      { name: 'Thôn Bàu Lớn', validFrom: OCTOBER },
      { name: 'Thôn Bàu', validFrom: AUGUST },
    ]);
    const on = (date: BusinessDate) =>
      answer(async ({ tx }) => (await areaNames(tx, [villageId], date)).get(villageId));
    expect([await on(AUGUST), await on(SEPTEMBER), await on(OCTOBER)]).toEqual([
      'Thôn Bàu',
      'Thôn Bầu',
      'Thôn Bầu',
    ]);
  });

  it('[RG17] withdrawn, the name before is shown again, in the end the one in the files', async () => {
    const { villageId } = await givenAreas('542103', 'Thôn Gốc');
    const first = await enter({ areaId: villageId, value: 'Thôn Một' });
    const second = await enter({ areaId: villageId, value: 'Thôn Hai', validFrom: SEPTEMBER });
    const withdraw = (entry: unknown) =>
      order((context) => withdrawAreaValue({ entryId: (entry as { entryId: Id }).entryId }, context));
    await withdraw(second);
    expect((await shown(villageId)).area).toMatchObject({ name: 'Thôn Một', bankName: 'Thôn Gốc' });
    await withdraw(first);
    expect((await shown(villageId)).area).toMatchObject({ name: 'Thôn Gốc', bankName: null, isNamed: true });
    expect(await withdraw(first)).toMatchObject({ refused: 'areaEntryGone' });
  });

  it('[RG17] a name of no letters, a day ahead, a day after the end and an unknown area are refused', async () => {
    const { villageId } = await givenAreas('542104', 'Thôn Bốn');
    expect(await enter({ areaId: villageId, value: '12 34' })).toMatchObject({ refused: 'areaValueInvalid' });
    expect(await enter({ areaId: villageId, value: 'Thôn', validFrom: day('2026-11-04') })).toMatchObject({
      refused: 'areaDayAhead',
    });
    expect(await enter({ areaId: villageId, value: 'Thôn', validFrom: TODAY })).toHaveProperty('entryId');
    expect(await enter({ areaId: nextId(), value: 'Thôn' })).toMatchObject({ refused: 'areaUnknown' });
    await database.owner.query('update registry.area set valid_to = $2 where id = $1', [
      villageId,
      SEPTEMBER,
    ]);
    expect(await enter({ areaId: villageId, value: 'Thôn', validFrom: day('2026-10-01') })).toMatchObject({
      refused: 'areaDayAfterEnd',
      data: { validTo: '30/09/2026' },
    });
  });
});

describe('state codes', () => {
  const code = (areaId: Id, value: string, validFrom = AUGUST) =>
    enter({ areaId, field: 'state_code', value, validFrom });

  it('[RG18] a code holds from its day until the next; its form is that of the kind', async () => {
    const { communeId } = await givenAreas('542201');
    expect(await code(communeId, '2224')).toMatchObject({ refused: 'areaValueInvalid' });
    await code(communeId, '22240');
    await code(communeId, '22241', OCTOBER);
    const { area, entries } = await shown(communeId);
    expect(area.stateCode).toBe('22241');
    expect(entries).toMatchObject([
      { value: '22241', validFrom: OCTOBER, validTo: null },
      { value: '22240', validFrom: AUGUST, validTo: '2026-10-30' },
    ]);
  });

  it('[RG18] a code means one area on each day; free, it may mean another', async () => {
    const [one, other] = [await givenAreas('542202'), await givenAreas('542203')];
    await code(one.communeId, '22250');
    expect(await code(other.communeId, '22250', OCTOBER)).toMatchObject({
      refused: 'stateCodeTaken',
      data: { name: 'Xã 542202', validFrom: '31/08/2026' },
    });
    // Also one that would reach into the days of the other.
    expect(await code(other.communeId, '22250', day('2026-01-01'))).toMatchObject({
      refused: 'stateCodeTaken',
    });
    await code(one.communeId, '22251', OCTOBER);
    expect(await code(other.communeId, '22250', day('2026-10-30'))).toMatchObject({
      refused: 'stateCodeTaken',
    });
    expect(await code(other.communeId, '22250', OCTOBER)).toHaveProperty('entryId');
  });

  it('[RG18] after a merge its code is free', async () => {
    const [old, into] = [await givenAreas('542204'), await givenAreas('542205')];
    await code(old.communeId, '22260');
    await order((context) =>
      recordMerge(
        {
          oldAreaId: old.communeId,
          newAreaId: into.communeId,
          effectiveOn: OCTOBER,
          document: 'NQ',
          oldCodeEndsOn: null,
        },
        context,
      ),
    );
    expect(await code(into.communeId, '22260', day('2026-10-30'))).toMatchObject({
      refused: 'stateCodeTaken',
    });
    expect(await code(into.communeId, '22260', OCTOBER)).toHaveProperty('entryId');
    expect(await code(old.communeId, '22261', OCTOBER)).toMatchObject({
      refused: 'areaDayAfterEnd',
      data: { validTo: '30/10/2026' },
    });
    expect(await enter({ areaId: old.communeId, value: 'Xã Cũ', validFrom: OCTOBER })).toHaveProperty(
      'entryId',
    );
    expect((await shown(old.communeId)).entries).toMatchObject([
      { field: 'name', validTo: null },
      { field: 'state_code', validTo: '2026-10-30' },
    ]);
  });
});

describe('provinces', () => {
  it('[RG18] the 63 and the 34 provinces have their codes by date: 24 was Bắc Giang and is Bắc Ninh', async () => {
    const { provinces, merges } = await register();
    const current = provinces.filter((province) => province.validTo === null);
    expect([provinces.length, current.length]).toEqual([63, 34]);
    expect(new Set(current.map((province) => province.stateCode)).size).toBe(34);
    const named = (name: string) => provinces.find((province) => province.name === name);
    expect(named('Tỉnh Bắc Ninh')).toMatchObject({ stateCode: '24' });
    expect(named('Tỉnh Bắc Giang')).toMatchObject({ stateCode: '24', validTo: '2025-06-30' });
    expect(merges.filter((merge) => merge.kind === 'province')).toHaveLength(29);
    expect(merges.find((merge) => merge.oldAreaId === PHU_YEN)).toMatchObject({ newAreaId: DAK_LAK });
  });

  it('[RG19] communes are placed in a province; whoever sees the commune sees the province and its merges', async () => {
    const { communeId, villageId } = await givenAreas('542301');
    const chair = callerWith('communeChair', { communeIds: [communeId] });
    expect((await register(chair)).provinces).toEqual([]);
    const place = (input: { provinceId?: Id; communeIds?: Id[]; validFrom?: BusinessDate }) =>
      order((context) =>
        placeCommunes(
          { provinceId: DAK_LAK, communeIds: [communeId], validFrom: TODAY, document: 'QĐ', ...input },
          context,
        ),
      );
    expect(await place({ communeIds: [villageId] })).toMatchObject({ refused: 'placeKindsWrong' });
    expect(await place({ provinceId: communeId })).toMatchObject({ refused: 'placeKindsWrong' });
    expect(await place({ provinceId: PHU_YEN })).toMatchObject({ refused: 'areaDayAfterEnd' });
    expect(await place({ validFrom: day('2026-11-04') })).toMatchObject({ refused: 'areaDayAhead' });
    expect(await place({})).toEqual({});
    const seen = await register(chair);
    expect(seen.provinces).toMatchObject([{ areaId: DAK_LAK, stateCode: '66' }]);
    expect(seen.communes).toMatchObject([{ parentId: DAK_LAK }]);
    expect(seen.merges).toMatchObject([{ oldArea: { name: 'Tỉnh Phú Yên' } }]);
    expect((await shown(communeId)).entries).toMatchObject([{ field: 'province', value: 'Tỉnh Đắk Lắk' }]);
    expect((await shown(villageId)).area.parentName).toBe('Xã 542301');
  });
});

describe('merges', () => {
  const merge = (input: {
    oldAreaId: Id;
    newAreaId: Id;
    effectiveOn?: BusinessDate;
    oldCodeEndsOn?: BusinessDate;
  }) =>
    order((context) =>
      recordMerge(
        { effectiveOn: OCTOBER, document: 'NQ', ...input, oldCodeEndsOn: input.oldCodeEndsOn ?? null },
        context,
      ),
    );

  it('[RG5] refused: before the old area, into an ended one, into another kind, a code that ends before it began', async () => {
    const [old, into] = [await givenAreas('542401'), await givenAreas('542402')];
    const [oldAreaId, newAreaId] = [old.communeId, into.communeId];
    expect(await merge({ oldAreaId, newAreaId, effectiveOn: day('2026-08-30') })).toMatchObject({
      refused: 'mergeTooEarly',
      data: { name: 'Xã 542401', validFrom: '31/08/2026' },
    });
    expect(await merge({ oldAreaId: old.villageId, newAreaId })).toMatchObject({
      refused: 'mergeKindsDiffer',
    });
    expect(await merge({ oldAreaId, newAreaId, oldCodeEndsOn: day('2026-08-30') })).toMatchObject({
      refused: 'mergeCodeEndsTooEarly',
    });
    await database.owner.query('update registry.area set valid_to = $2 where id = $1', [
      newAreaId,
      SEPTEMBER,
    ]);
    expect(await merge({ oldAreaId, newAreaId })).toMatchObject({ refused: 'mergeTargetEnded' });
    expect(await merge({ oldAreaId, newAreaId, effectiveOn: SEPTEMBER })).toEqual({});
  });

  it('[RG5] taken back, the old code is open again and the merge can be recorded the other way', async () => {
    const [old, into] = [await givenAreas('542403'), await givenAreas('542404')];
    const [oldAreaId, newAreaId] = [old.communeId, into.communeId];
    const back = () =>
      order((context) => withdrawMerge({ oldAreaId, newAreaId, effectiveOn: OCTOBER }, context));
    expect(await back()).toMatchObject({ refused: 'mergeGone' });
    await merge({ oldAreaId, newAreaId, oldCodeEndsOn: SEPTEMBER });
    expect((await shown(oldAreaId)).area.validTo).toBe(SEPTEMBER);
    expect(await back()).toEqual({});
    expect((await shown(oldAreaId)).area.validTo).toBeNull();
    expect(await merge({ oldAreaId: newAreaId, newAreaId: oldAreaId })).toEqual({});
  });

  it('[RG2] a code that means another area meanwhile is not opened again', async () => {
    const [old, into] = [await givenAreas('542405'), await givenAreas('542406')];
    const [oldAreaId, newAreaId] = [old.communeId, into.communeId];
    await merge({ oldAreaId, newAreaId, oldCodeEndsOn: SEPTEMBER });
    const { officeId } = await givenOffice(database);
    const reused = [{ kind: 'commune' as const, code: '542405', name: 'Xã Khác' }];
    await acceptStaged(database, { officeId, dataDate: OCTOBER, areas: reused });
    const withdrawn = await order((context) =>
      withdrawMerge({ oldAreaId, newAreaId, effectiveOn: OCTOBER }, context),
    );
    expect(withdrawn).toMatchObject({ refused: 'mergeCodeReused' });
  });

  it('[RG16] an area outside the scope is not shown, nor are merges of others', async () => {
    const [own, other] = [await givenAreas('542407'), await givenAreas('542408')];
    const third = await givenAreas('542409');
    await merge({ oldAreaId: other.communeId, newAreaId: third.communeId });
    const chair = callerWith('communeChair', { communeIds: [own.communeId] });
    const ask = (areaId: Id) =>
      runQuestion(platform(), { caller: chair }, (context) => showArea({ areaId }, context));
    expect(await ask(own.villageId)).toHaveProperty('area');
    for (const areaId of [other.communeId, other.villageId, DAK_LAK])
      expect(await ask(areaId)).toMatchObject({ refused: 'notFound' });
    expect((await register(chair)).merges).toEqual([]);
    await merge({ oldAreaId: other.villageId, newAreaId: own.villageId });
    expect((await register(chair)).merges).toMatchObject([
      { kind: 'village', oldArea: { code: '54240801' }, newArea: { code: '54240701' } },
    ]);
  });
});
