import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { systemCaller } from '../../platform/caller.ts';
import { fixedClock } from '../../platform/clock.ts';
import { type Platform, runCommand, runQuestion } from '../../platform/command.ts';
import type { RequestContext } from '../../platform/http/implement.ts';
import { idsOf } from '../../platform/ids.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { enterPoint } from './enter-point.ts';
import { createFeed, readFeed, revokeFeed } from './feeds.ts';
import { listPoints } from './list-points.ts';
import { listSessions } from './list-sessions.ts';
import { recordNotice } from './record-notice.ts';
import { takeBankPoints } from './take-bank-points.ts';
import { withdrawNotice } from './withdraw-notice.ts';

const COMMUNE = '00000000-0000-8000-8010-000000000001' as Id;
const OTHER_COMMUNE = '00000000-0000-8000-8010-000000000002' as Id;
const scopeOf = (communeId: Id) => ({ communeIds: [communeId], officeIds: [], system: false });

let database: TestDatabase;
let platform: Platform;
const caller = systemCaller(scopeOf(COMMUNE));

beforeAll(async () => {
  database = await testDatabase();
  const clock = fixedClock('2026-11-03T02:00:00Z');
  platform = { database: database.app, clock, newId: idsOf(clock) };
});
afterAll(() => database.close());

const command = <T>(run: (context: RequestContext) => Promise<T>) =>
  runCommand(platform, { name: 'test', caller }, (context) => run(context as RequestContext));
const question = <T>(run: (context: RequestContext) => Promise<T>, as = caller) =>
  runQuestion(platform, { caller: as }, (context) => run(context as RequestContext));

const newPoint = {
  communeId: COMMUNE,
  pointCode: 'TXN1',
  name: 'Bình Ngọc',
  fixedDay: 23,
  startsAt: '07:30',
  endsAt: '10:30',
  place: null,
  villageCodes: ['54010101', '54010102'],
  validFrom: day('2026-01-01'),
};

async function points() {
  const answer = await question((context) => listPoints({ communeId: COMMUNE }, context));
  if (isRefusal(answer)) throw new Error('refused');
  return answer.points;
}

async function held(from: string, to: string) {
  const answer = await question((context) =>
    listSessions({ communeId: COMMUNE, from: day(from), to: day(to) }, context),
  );
  if (isRefusal(answer)) throw new Error('refused');
  return answer.sessions.map(({ point, heldOn }) => `${point.pointCode} ${heldOn}`);
}

async function publishLeaders(
  batchId: string,
  rows: [group: string, village: string, name: string, fixed: number][],
) {
  for (const [group, village, name, fixed] of rows)
    await database.owner.query(
      `insert into extracts.staged_group (commune_id, batch_id, group_code, new_group_id, leader_name, village_code,
         association_code, point_code, point_name, session_day)
       values ($1, $2, $3, gen_random_uuid(), 'Tổ trưởng mẫu', $4, '11', 'TXN2', $5, $6)`,
      [COMMUNE, batchId, group, village, name, fixed],
    );
}

describe('points', () => {
  it('[SE6] a change of the fixed day begins a new row and ends the old one the day before', async () => {
    await command((context) => enterPoint(newPoint, context));
    await command((context) =>
      enterPoint({ ...newPoint, fixedDay: 5, validFrom: day('2026-07-01') }, context),
    );
    expect(
      (await points()).map(({ fixedDay, validFrom, validTo }) => [fixedDay, validFrom, validTo]),
    ).toEqual([
      [5, '2026-07-01', null],
      [23, '2026-01-01', '2026-06-30'],
    ]);
    expect(await held('2026-06-01', '2026-07-31')).toEqual(['TXN1 2026-06-23', 'TXN1 2026-07-05']);
  });

  it('[SE6] a row that does not begin later is refused', async () => {
    const outcome = await command((context) =>
      enterPoint({ ...newPoint, validFrom: day('2026-07-01') }, context),
    );
    expect(outcome).toMatchObject({ refused: 'pointRowNotLater' });
  });

  it('hours that end before they begin are refused', async () => {
    const outcome = await command((context) =>
      enterPoint({ ...newPoint, pointCode: 'X', endsAt: '07:00' }, context),
    );
    expect(outcome).toMatchObject({ refused: 'hoursReversed' });
  });

  it('another commune sees none of them', async () => {
    const answer = await question(
      (context) => listPoints({ communeId: COMMUNE }, context),
      systemCaller(scopeOf(OTHER_COMMUNE)),
    );
    expect(answer).toEqual({ points: [] });
  });
});

describe('points of the bank’s files', () => {
  const take = (batchId: string, dataDate: string) =>
    database.app.write(scopeOf(COMMUNE), (tx) =>
      takeBankPoints(
        tx,
        { communeIds: [COMMUNE], batchId: batchId as Id, dataDate: day(dataDate) },
        platform.newId,
      ),
    );
  const september = '00000000-0000-8000-8020-000000000009';
  const october = '00000000-0000-8000-8020-000000000010';

  it('[SE10] are added with their villages, twice the same', async () => {
    await publishLeaders(september, [
      ['0000001', '54010103', 'Vân Hòa', 19],
      ['0000002', '54010104', 'Vân Hòa', 19],
    ]);
    await take(september, '2026-09-30');
    await take(september, '2026-09-30');
    const fromFile = (await points()).filter(({ pointCode }) => pointCode === 'TXN2');
    expect(fromFile).toMatchObject([
      { fixedDay: 19, villageCodes: ['54010103', '54010104'], source: 'bank' },
    ]);
  });

  it('[SE10] a changed day begins a row on the data date; an older month changes nothing', async () => {
    await publishLeaders(october, [['0000001', '54010103', 'Vân Hòa', 20]]);
    await take(october, '2026-10-31');
    await take(september, '2026-09-30');
    const rows = (await points()).filter(({ pointCode }) => pointCode === 'TXN2');
    expect(rows.map(({ fixedDay, validFrom, validTo }) => [fixedDay, validFrom, validTo])).toEqual([
      [20, '2026-10-31', null],
      [19, '2026-09-30', '2026-10-30'],
    ]);
  });

  it('[SE10] never overwrite what a person entered', async () => {
    await command((context) =>
      enterPoint({ ...newPoint, pointCode: 'TXN2', fixedDay: 21, validFrom: day('2026-11-02') }, context),
    );
    await take(october, '2026-11-30');
    const [newest] = (await points()).filter(({ pointCode }) => pointCode === 'TXN2');
    expect(newest).toMatchObject({ fixedDay: 21, source: 'entered' });
  });
});

describe('a notice', () => {
  const notice = { communeId: COMMUNE, startsAt: null, endsAt: null, reason: 'Nghỉ Tết', document: 'TB mẫu' };

  it('[SE4] moves one session until it is withdrawn', async () => {
    const [point] = (await points()).filter(({ pointCode }) => pointCode === 'TXN1');
    if (!point) throw new Error('no point');
    const moved = { ...notice, pointId: point.id, regularOn: day('2027-02-05'), heldOn: day('2027-02-02') };
    const outcome = await command((context) => recordNotice(moved, context));
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    const ofTxn1 = async () =>
      (await held('2027-02-01', '2027-02-10')).filter((text) => text.startsWith('TXN1'));
    expect(await ofTxn1()).toEqual(['TXN1 2027-02-02']);
    expect(await command((context) => recordNotice(moved, context))).toMatchObject({
      refused: 'noticeExists',
    });
    await command((context) => withdrawNotice({ communeId: COMMUNE, noticeId: outcome.id }, context));
    expect(await ofTxn1()).toEqual(['TXN1 2027-02-05']);
  });

  it('[SE4] of a day without session is refused', async () => {
    const [point] = await points();
    if (!point) throw new Error('no point');
    const wrong = { ...notice, pointId: point.id, regularOn: day('2027-03-01'), heldOn: null };
    expect(await command((context) => recordNotice(wrong, context))).toMatchObject({
      refused: 'noSessionThatDay',
    });
  });
});

describe('the feed', () => {
  it('[SE9] answers to its secret, to no other, and no more when revoked', async () => {
    const created = await command((context) => createFeed({ communeId: COMMUNE }, context));
    if (isRefusal(created)) throw new Error(created.refused);
    const secret = created.path.split('/').at(-1) ?? '';
    const read = (given: string) =>
      question((context) => readFeed({ communeId: COMMUNE, secret: given }, context));
    expect(await read(secret)).toMatchObject({ mediaType: 'text/calendar; charset=utf-8' });
    expect(await read('A'.repeat(32))).toMatchObject({ refused: 'notFound' });
    const { rows } = await database.owner.query('select secret_hash from sessions.calendar_feed');
    expect(JSON.stringify(rows)).not.toContain(secret.replace('.ics', ''));
    await command((context) => revokeFeed({ communeId: COMMUNE, feedId: created.id }, context));
    expect(await read(secret)).toMatchObject({ refused: 'notFound' });
  });
});
