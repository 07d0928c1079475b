import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BusinessDate, day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { fixedClock } from '../../platform/clock.ts';
import { type HandlerContext, runCommand, runQuestion } from '../../platform/command.ts';
import { idsOf } from '../../platform/ids.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { areaNames, areasByCode, areasMergedInto, communesOfOffice, officeByCode } from './index.ts';
import { listAreas } from './list-areas.ts';
import { recordMerge } from './record-merge.ts';
import { acceptStaged, areaOf as areaAt, givenOffice as officeOf, type StagedArea } from './testing/areas.ts';
import { callerWith, nextId } from './testing/build.ts';

const AUGUST = day('2026-08-31');
const SEPTEMBER = day('2026-09-30');
const OCTOBER = day('2026-10-31');

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const system = { communeIds: [], officeIds: [] as Id[], system: true };
const read = <T>(question: Parameters<typeof database.app.read<T>>[1]) => database.app.read(system, question);
const givenOffice = () => officeOf(database);
const accept = (officeId: Id, dataDate: BusinessDate, areas: readonly StagedArea[]) =>
  acceptStaged(database, { officeId, dataDate, areas });
const areaOf = (kind: StagedArea['kind'], code: string, on: BusinessDate) =>
  areaAt(database, { kind, code, on });

describe('areas from the files', () => {
  it('[RG1] new communes and villages are valid from the data date, and their office serves them', async () => {
    const { officeId, bankCode } = await givenOffice();
    const answer = await accept(officeId, OCTOBER, [
      { kind: 'village', code: '54110101', name: 'Thôn Một' },
      { kind: 'commune', code: '541101', name: 'Xã Một' },
      { kind: 'counter', code: '004820', name: null },
    ]);
    expect(answer).toEqual({ staleCodes: [], unnamedCodes: ['004820'] });
    const commune = await areaOf('commune', '541101', OCTOBER);
    expect(commune).toMatchObject({ name: 'Xã Một', validFrom: OCTOBER, validTo: null });
    expect(await areaOf('village', '54110101', OCTOBER)).toMatchObject({ parentId: commune.areaId });
    const served = (counters: boolean) =>
      read((tx) => communesOfOffice(tx, { officeId, on: OCTOBER, counters }));
    expect((await served(false)).map((area) => area.bankCode)).toEqual(['541101']);
    expect((await served(true)).map((area) => area.kind)).toEqual(['counter', 'commune']);
    expect(await read((tx) => officeByCode(tx, bankCode))).toMatchObject({ officeId });
    expect(await read((tx) => officeByCode(tx, '999999'))).toBeUndefined();
  });

  it('[RG1] an older month extends validity backwards and makes no second area', async () => {
    const { officeId } = await givenOffice();
    await accept(officeId, OCTOBER, [{ kind: 'commune', code: '541102', name: 'Xã Hai' }]);
    const { areaId } = await areaOf('commune', '541102', OCTOBER);
    await accept(officeId, AUGUST, [{ kind: 'commune', code: '541102', name: 'Xã Hai' }]);
    expect(await areaOf('commune', '541102', SEPTEMBER)).toMatchObject({ areaId, validFrom: AUGUST });
    expect(await read((tx) => communesOfOffice(tx, { officeId, on: AUGUST }))).toHaveLength(1);
  });

  it('[RG2] a code that ended may mean another area afterwards; each day has its own', async () => {
    const { officeId } = await givenOffice();
    await accept(officeId, AUGUST, [{ kind: 'commune', code: '541103', name: 'Xã Cũ' }]);
    const before = await areaOf('commune', '541103', AUGUST);
    await database.owner.query(`update registry.area set valid_to = '2026-09-15' where id = $1`, [
      before.areaId,
    ]);
    await accept(officeId, OCTOBER, [{ kind: 'commune', code: '541103', name: 'Xã Khác' }]);
    expect((await areaOf('commune', '541103', OCTOBER)).areaId).not.toBe(before.areaId);
    expect(await areaOf('commune', '541103', AUGUST)).toMatchObject({ areaId: before.areaId, name: 'Xã Cũ' });
  });

  it('[RG2] a code that another batch took meanwhile under another id is told, and nothing is written', async () => {
    const { officeId } = await givenOffice();
    await accept(officeId, OCTOBER, [{ kind: 'commune', code: '541104', name: 'Xã Bốn' }]);
    const answer = await accept(officeId, OCTOBER, [
      { kind: 'commune', code: '541104', name: 'Xã Bốn', areaId: nextId() },
      { kind: 'commune', code: '541199', name: 'Xã mới' },
    ]);
    expect(answer.staleCodes).toEqual(['541104']);
    expect(
      (await read((tx) => areasByCode(tx, { kind: 'commune', codes: ['541199'], on: OCTOBER }))).size,
    ).toBe(0);
  });

  it('[RG3] a village known by its code alone has a stand-in and is told, until a file names it', async () => {
    const { officeId } = await givenOffice();
    const village = (name: string | null): StagedArea[] => [
      { kind: 'commune', code: '541105', name: 'Xã Năm' },
      { kind: 'village', code: '54110501', name },
    ];
    expect((await accept(officeId, SEPTEMBER, village(null))).unnamedCodes).toEqual(['54110501']);
    expect(await areaOf('village', '54110501', SEPTEMBER)).toMatchObject({
      name: 'Thôn chưa có tên (mã 54110501)',
      isNamed: false,
    });
    expect((await accept(officeId, OCTOBER, village('Thôn Năm'))).unnamedCodes).toEqual([]);
    const named = await areaOf('village', '54110501', OCTOBER);
    expect(named).toMatchObject({ name: 'Thôn Năm', isNamed: true });
    expect((await read((tx) => areaNames(tx, [named.areaId], SEPTEMBER))).get(named.areaId)).toBe('Thôn Năm');
    expect((await accept(officeId, day('2026-11-30'), village(null))).unnamedCodes).toEqual([]);
  });

  it('[RG4] a changed name is a dated change; an older month does not rename', async () => {
    const { officeId } = await givenOffice();
    const commune = (name: string): StagedArea[] => [{ kind: 'commune', code: '541106', name }];
    await accept(officeId, AUGUST, commune('Xã Tên Cũ'));
    await accept(officeId, OCTOBER, commune('Xã Tên Mới'));
    await accept(officeId, SEPTEMBER, commune('Xã Tên Cũ'));
    const { areaId, name } = await areaOf('commune', '541106', OCTOBER);
    expect(name).toBe('Xã Tên Mới');
    const on = async (date: BusinessDate) => (await read((tx) => areaNames(tx, [areaId], date))).get(areaId);
    expect([await on(day('2026-07-01')), await on(SEPTEMBER), await on(OCTOBER)]).toEqual([
      'Xã Tên Cũ',
      'Xã Tên Cũ',
      'Xã Tên Mới',
    ]);
  });
});

describe('merges and the list', () => {
  const clock = fixedClock('2026-11-03T02:00:00Z');
  const administrator = callerWith('administrator', { system: true });
  const order = <T>(run: (context: HandlerContext) => Promise<T>) =>
    runCommand(
      { database: database.app, clock, newId: idsOf(clock) },
      { name: 'registry.recordMerge', caller: administrator },
      run,
    );

  it('[RG5] a merge is recorded once, read at a date, and may end the old code', async () => {
    const { officeId } = await givenOffice();
    await accept(officeId, AUGUST, [
      { kind: 'commune', code: '541107', name: 'Xã Bảy' },
      { kind: 'commune', code: '541108', name: 'Xã Tám' },
    ]);
    const oldArea = await areaOf('commune', '541107', AUGUST);
    const newArea = await areaOf('commune', '541108', AUGUST);
    const merge = {
      oldAreaId: oldArea.areaId,
      newAreaId: newArea.areaId,
      effectiveOn: SEPTEMBER,
      document: 'Nghị quyết mẫu',
      oldCodeEndsOn: day('2026-09-29'),
    };
    expect(await order((context) => recordMerge(merge, context))).toEqual({});
    expect(await order((context) => recordMerge(merge, context))).toMatchObject({ refused: 'mergeRecorded' });
    const back = { ...merge, oldAreaId: newArea.areaId, newAreaId: oldArea.areaId };
    expect(await order((context) => recordMerge(back, context))).toMatchObject({ refused: 'mergeCircular' });
    const itself = { ...merge, newAreaId: oldArea.areaId };
    expect(await order((context) => recordMerge(itself, context))).toMatchObject({
      refused: 'mergeIntoItself',
    });
    const unknown = { ...merge, newAreaId: nextId() };
    expect(await order((context) => recordMerge(unknown, context))).toMatchObject({ refused: 'areaUnknown' });
    const into = async (on: BusinessDate) =>
      (await read((tx) => areasMergedInto(tx, [oldArea.areaId], on))).get(oldArea.areaId);
    expect([await into(day('2026-09-29')), await into(SEPTEMBER)]).toEqual([oldArea.areaId, newArea.areaId]);
    expect(
      (await read((tx) => areasByCode(tx, { kind: 'commune', codes: ['541107'], on: OCTOBER }))).size,
    ).toBe(0);
  });

  it('[RG16] the list holds the communes of the scope, a village head their village, the administrator all', async () => {
    const { officeId } = await givenOffice();
    await accept(officeId, AUGUST, [
      { kind: 'commune', code: '541109', name: 'Xã Chín' },
      { kind: 'village', code: '54110901', name: 'Thôn Một' },
      { kind: 'village', code: '54110902', name: 'Thôn Hai' },
    ]);
    const { areaId } = await areaOf('commune', '541109', AUGUST);
    const list = async (caller = administrator, on?: BusinessDate) => {
      const answer = await runQuestion(
        { database: database.app, clock, newId: idsOf(clock) },
        { caller },
        (context) => listAreas({ on }, context),
      );
      if (isRefusal(answer)) throw new Error('refused');
      return answer.communes;
    };
    const chair = callerWith('communeChair', { communeIds: [areaId] });
    expect(await list(chair)).toMatchObject([{ communeCode: '541109', villages: [{}, {}] }]);
    const head = callerWith('villageHead', { communeIds: [areaId], villageCodes: ['54110902'] });
    expect((await list(head))[0]?.villages.map((village) => village.name)).toEqual(['Thôn Hai']);
    expect((await list()).length).toBeGreaterThan(1);
    expect(await list(chair, day('2026-08-30'))).toEqual([]);
  });
});
