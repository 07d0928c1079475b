import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { systemCaller } from '../../platform/caller.ts';
import { endPoint } from './end-point.ts';
import { enterPoint } from './enter-point.ts';
import { listPoints } from './list-points.ts';
import { takeBankPoints, withdrawBankPoints } from './take-bank-points.ts';
import { COMMUNE, NEW_POINT, OTHER_COMMUNE, openCommune, scopeOf } from './testing/commune.ts';
import { withdrawPoint } from './withdraw-point.ts';

let commune: Awaited<ReturnType<typeof openCommune>>;

beforeAll(async () => {
  commune = await openCommune();
});
afterAll(() => commune.database.close());

async function publishLeaders(
  batchId: string,
  rows: [group: string, village: string, name: string, fixed: number][],
  pointCode = 'TXN2',
) {
  for (const [group, village, name, fixed] of rows)
    await commune.database.owner.query(
      `insert into extracts.staged_group (commune_id, batch_id, group_code, new_group_id, leader_name, village_code,
         association_code, point_code, point_name, session_day)
       values ($1, $2, $3, gen_random_uuid(), 'Tổ trưởng mẫu', $4, '11', $7, $5, $6)`,
      [COMMUNE, batchId, group, village, name, fixed, pointCode],
    );
}

describe('points', () => {
  it('[SE6] a change of the fixed day begins a new row and ends the old one the day before', async () => {
    await commune.command((context) => enterPoint(NEW_POINT, context));
    await commune.command((context) =>
      enterPoint({ ...NEW_POINT, fixedDay: 5, validFrom: day('2026-07-01') }, context),
    );
    expect(
      (await commune.points()).map(({ fixedDay, validFrom, validTo }) => [fixedDay, validFrom, validTo]),
    ).toEqual([
      [5, '2026-07-01', null],
      [23, '2026-01-01', '2026-06-30'],
    ]);
    expect(await commune.held('2026-06-01', '2026-07-31')).toEqual(['TXN1 2026-06-23', 'TXN1 2026-07-05']);
  });

  it('[SE6] a row that does not begin later is refused', async () => {
    const outcome = await commune.command((context) =>
      enterPoint({ ...NEW_POINT, validFrom: day('2026-07-01') }, context),
    );
    expect(outcome).toMatchObject({ refused: 'pointRowNotLater' });
  });

  it('hours that end before they begin are refused', async () => {
    const outcome = await commune.command((context) =>
      enterPoint({ ...NEW_POINT, pointCode: 'X', endsAt: '07:00' }, context),
    );
    expect(outcome).toMatchObject({ refused: 'hoursReversed' });
  });

  it('[SE6] a village that is not in the register is refused, and those of the commune are named', async () => {
    const outcome = await commune.command((context) =>
      enterPoint({ ...NEW_POINT, pointCode: 'X', villageCodes: ['54010101', '99999999'] }, context),
    );
    expect(outcome).toMatchObject({ refused: 'villageUnknown', data: { villages: '99999999' } });
    const answer = await commune.question((context) => listPoints({ communeId: COMMUNE }, context));
    expect(answer).toMatchObject({
      villages: [
        { code: '54010101', name: 'Thôn Một' },
        { code: '54010102', name: 'Thôn Hai' },
      ],
    });
  });

  it('another commune sees none of them', async () => {
    const answer = await commune.question(
      (context) => listPoints({ communeId: COMMUNE }, context),
      systemCaller(scopeOf(OTHER_COMMUNE)),
    );
    expect(answer).toMatchObject({ points: [] });
  });
});

describe('[SE12] a point that people end or take back', () => {
  const ofTxn1 = async () => (await commune.points()).filter(({ pointCode }) => pointCode === 'TXN1');
  const end = async (lastDay: string | null, at = 0) => {
    const pointId = (await ofTxn1())[at]?.id as Id;
    const on = lastDay === null ? null : day(lastDay);
    return commune.command((context) => endPoint({ communeId: COMMUNE, pointId, lastDay: on }, context));
  };
  const withdraw = async (at = 0) => {
    const pointId = (await ofTxn1())[at]?.id as Id;
    return commune.command((context) => withdrawPoint({ communeId: COMMUNE, pointId }, context));
  };

  it('holds sessions to its last day, and again when it goes on', async () => {
    await end('2026-09-30');
    expect(await commune.held('2026-09-01', '2026-10-31')).toEqual(['TXN1 2026-09-05']);
    await end(null);
    expect(await commune.held('2026-09-01', '2026-10-31')).toEqual(['TXN1 2026-09-05', 'TXN1 2026-10-05']);
  });

  it('cannot end before its row began, nor by a row that was replaced', async () => {
    expect(await end('2026-06-30')).toMatchObject({ refused: 'pointEndTooEarly' });
    expect(await end('2026-06-30', 1)).toMatchObject({
      refused: 'pointRowReplaced',
      data: { next: '01/07/2026' },
    });
    expect(await withdraw(1)).toMatchObject({ refused: 'pointRowReplaced' });
  });

  it('taken back, the row before goes on, and its first day is free again; each step is audited', async () => {
    await withdraw();
    expect((await ofTxn1()).map(({ fixedDay, validTo }) => [fixedDay, validTo])).toEqual([[23, null]]);
    await commune.command((context) =>
      enterPoint({ ...NEW_POINT, fixedDay: 5, validFrom: day('2026-07-01') }, context),
    );
    expect(await ofTxn1()).toMatchObject([{ fixedDay: 5 }, { fixedDay: 23, validTo: '2026-06-30' }]);
  });

  it('is not found in another commune', async () => {
    const pointId = (await ofTxn1())[0]?.id as Id;
    const outcome = await commune.command((context) =>
      endPoint({ communeId: OTHER_COMMUNE, pointId, lastDay: null }, context),
    );
    expect(outcome).toMatchObject({ refused: 'notFound' });
  });
});

/** Publishes what a batch tells as a version of a date; without one, the date's first. */
const take = (batchId: string, dataDate: string, version = 1) =>
  commune.database.app.write(scopeOf(COMMUNE), (tx) =>
    takeBankPoints(tx, { ...monthOf(dataDate, version), batchId: batchId as Id }, settling()),
  );
const undo = (dataDate: string, version = 1) =>
  commune.database.app.write(scopeOf(COMMUNE), (tx) =>
    withdrawBankPoints(tx, monthOf(dataDate, version), settling()),
  );
const settling = () => ({ at: commune.platform.clock.now(), newId: commune.platform.newId });
const monthOf = (dataDate: string, version: number) => ({
  communeIds: [COMMUNE],
  versionId: `00000000-0000-7000-800${version}-${dataDate.replaceAll('-', '').padStart(12, '0')}` as Id,
  dataDate: day(dataDate),
});

describe('points of the bank’s files', () => {
  const september = '00000000-0000-8000-8020-000000000009';
  const october = '00000000-0000-8000-8020-000000000010';
  const december = '00000000-0000-8000-8020-000000000012';

  it('[SE10] are added with their villages, twice the same', async () => {
    await publishLeaders(september, [
      ['0000001', '54010103', 'Vân Hòa', 19],
      ['0000002', '54010104', 'Vân Hòa', 19],
    ]);
    await take(september, '2026-09-30');
    await take(september, '2026-09-30');
    const fromFile = (await commune.points()).filter(({ pointCode }) => pointCode === 'TXN2');
    expect(fromFile).toMatchObject([
      { fixedDay: 19, villageCodes: ['54010103', '54010104'], source: 'bank' },
    ]);
  });

  it('[SE10] a changed day begins a row on the data date; an older month changes nothing', async () => {
    await publishLeaders(october, [['0000001', '54010103', 'Vân Hòa', 20]]);
    await take(october, '2026-10-31');
    await take(september, '2026-09-30');
    const rows = (await commune.points()).filter(({ pointCode }) => pointCode === 'TXN2');
    expect(rows.map(({ fixedDay, validFrom, validTo }) => [fixedDay, validFrom, validTo])).toEqual([
      [20, '2026-10-31', null],
      [19, '2026-09-30', '2026-10-30'],
    ]);
  });

  it('[SE6] [SE10] keep a village that only the file knows when a person changes the point', async () => {
    const villageCodes = ['54010103'];
    const change = { ...NEW_POINT, pointCode: 'TXN2', villageCodes, validFrom: day('2026-11-01') };
    const outcome = await commune.command((context) => enterPoint(change, context));
    expect(outcome).toHaveProperty('id');
    if (isRefusal(outcome)) return;
    await commune.command((context) => withdrawPoint({ communeId: COMMUNE, pointId: outcome.id }, context));
  });

  it('[SE10] never overwrite what a person entered', async () => {
    await commune.command((context) =>
      enterPoint({ ...NEW_POINT, pointCode: 'TXN2', fixedDay: 21, validFrom: day('2026-11-02') }, context),
    );
    await take(october, '2026-11-30');
    const [newest] = (await commune.points()).filter(({ pointCode }) => pointCode === 'TXN2');
    expect(newest).toMatchObject({
      ...{ fixedDay: 21, source: 'entered' },
      difference: { dataDate: '2026-11-30', fixedDay: 20, villagesOnlyInFile: ['54010103'] },
    });
  });

  it('[SE10] [SE12] never begin anew what a person ended, and cannot be taken back themselves', async () => {
    const ofFile = async () => (await commune.points()).filter(({ pointCode }) => pointCode === 'TXN2');
    const withdraw = async () => {
      const pointId = (await ofFile())[0]?.id as Id;
      return commune.command((context) => withdrawPoint({ communeId: COMMUNE, pointId }, context));
    };
    expect(await withdraw()).toEqual({});
    expect(await withdraw()).toMatchObject({ refused: 'pointRowOfBank' });
    const pointId = (await ofFile())[0]?.id as Id;
    await commune.command((context) =>
      endPoint({ communeId: COMMUNE, pointId, lastDay: day('2026-11-15') }, context),
    );
    await publishLeaders(december, [['0000001', '54010103', 'Vân Hòa', 25]]);
    await take(december, '2026-12-31');
    expect((await ofFile())[0]).toMatchObject({
      ...{ fixedDay: 20, validTo: '2026-11-15' },
      difference: { fixedDay: 25, isStillTold: true },
    });
  });
});

describe('[SE10] a month that is undone or corrected', () => {
  const batch = (number: number) => `00000000-0000-8000-8021-0000000000${String(number).padStart(2, '0')}`;
  let tried = 0;
  /** A point of its own for each test, told by batches of its own. */
  const givenPoint = () => {
    tried += 1;
    const pointCode = `TXN-${tried}`;
    const tell = async (fixed: number, village = '54010101', name = 'Vân Hòa') => {
      published += 1;
      const batchId = batch(published);
      await publishLeaders(batchId, [['0000001', village, name, fixed]], pointCode);
      return batchId;
    };
    const rows = async () =>
      (await commune.points())
        .filter((point) => point.pointCode === pointCode)
        .map(({ fixedDay, validFrom, validTo, villageCodes }) => [
          ...[fixedDay, validFrom, validTo, villageCodes.join(' ')],
        ]);
    return { pointCode, tell, rows };
  };
  let published = 20;
  const [june, july] = ['2027-06-30', '2027-07-31'];

  it('leaves no row and no village of its own behind; the row before goes on', async () => {
    const { tell, rows } = givenPoint();
    await take(await tell(7), june);
    const before = await rows();
    await take(await tell(9, '54010102'), july);
    expect(await rows()).toEqual([
      [9, july, null, '54010102'],
      [7, june, '2027-07-30', '54010101'],
    ]);
    await undo(july);
    expect(await rows()).toEqual(before);
    await take(await tell(7, '54010102'), july, 2);
    expect(await rows()).toEqual([[7, june, null, '54010101 54010102']]);
    await undo(july, 2);
    expect(await rows()).toEqual(before);
    await undo(june);
    expect(await rows()).toEqual([]);
  });

  it('published again, replaces the row of its date and withdraws what it names no more', async () => {
    const [first, second] = [givenPoint(), givenPoint()];
    const wrong = await first.tell(7);
    await publishLeaders(wrong, [['0000002', '54010102', 'Sơn Long', 8]], second.pointCode);
    await take(wrong, '2027-08-31');
    await take(await first.tell(11), '2027-08-31', 2);
    expect(await first.rows()).toEqual([[11, '2027-08-31', null, '54010101']]);
    expect(await second.rows()).toEqual([]);
    await undo('2027-08-31', 2);
    expect(await first.rows()).toEqual([[7, '2027-08-31', null, '54010101']]);
    expect(await second.rows()).toEqual([[8, '2027-08-31', null, '54010102']]);
  });

  it('does not touch what people entered, and gives back the day before it', async () => {
    const { pointCode, tell, rows } = givenPoint();
    await take(await tell(7), '2027-09-30');
    const entered = { ...NEW_POINT, pointCode, fixedDay: 12, validFrom: day('2027-10-05') };
    await commune.command((context) => enterPoint(entered, context));
    const byPeople = [12, '2027-10-05', null, '54010101 54010102'];
    await take(await tell(8), '2027-09-30', 2);
    expect(await rows()).toEqual([byPeople, [8, '2027-09-30', '2027-10-04', '54010101']]);
    await undo('2027-09-30', 2);
    await undo('2027-09-30');
    expect(await rows()).toEqual([byPeople]);
  });

  it('says nothing of points where its version is without the leaders’ file', async () => {
    const { tell, rows } = givenPoint();
    await take(await tell(7), '2027-11-30');
    await take(batch(99), '2027-11-30', 2);
    expect(await rows()).toEqual([[7, '2027-11-30', null, '54010101']]);
  });

  it('heard before its publication, brings nothing in afterwards', async () => {
    const { tell, rows } = givenPoint();
    const batchId = await tell(7);
    await undo('2027-12-31');
    await take(batchId, '2027-12-31');
    expect(await rows()).toEqual([]);
  });

  it('keeps the withdrawn rows to be read', async () => {
    const { pointCode, tell } = givenPoint();
    await take(await tell(7), '2028-01-31');
    await undo('2028-01-31');
    const { rows } = await commune.database.owner.query(
      'select fixed_day, withdrawn_at is not null as withdrawn from sessions.point where point_code = $1',
      [pointCode],
    );
    expect(rows).toEqual([{ fixed_day: 7, withdrawn: true }]);
  });

  it('[SE6] pressed twice at once enters a point once, and refuses the second', async () => {
    const { pointCode } = givenPoint();
    const entered = { ...NEW_POINT, pointCode };
    const outcomes = await Promise.all(
      [1, 2].map(() => commune.command((context) => enterPoint(entered, context))),
    );
    expect(outcomes.filter(isRefusal)).toMatchObject([{ refused: 'pointRowNotLater' }]);
  });
});
