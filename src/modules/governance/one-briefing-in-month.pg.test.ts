import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BusinessDate, day } from '../../kernel/dates.ts';
import { refusalText } from '../../kernel/refusal.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { enterPoint } from '../sessions/enter-point.ts';
import { listPoints } from '../sessions/list-points.ts';
import { recordNotice } from '../sessions/record-notice.ts';
import { cancelBriefing } from './cancel-briefing.ts';
import { selectBriefingsOn } from './db/briefings-of-session.ts';
import { listBriefings } from './list-briefings.ts';
import { listMyBriefings } from './list-my-briefings.ts';
import { openBriefing } from './open-briefing.ts';
import { prepareBriefing } from './prepare-briefing.ts';
import { GOVERNANCE_REFUSALS } from './refusals.ts';
import { closed, pointOf, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, question, type TestCommune, tryCommand } from './testing/given-commune.ts';

let commune: TestCommune;
let pointCode: string;
beforeAll(async () => {
  commune = await givenCommune();
  pointCode = await pointOf(commune);
}, 60_000);
afterAll(() => commune?.database.close());

const officer = () => commune.as('creditOfficer');

/** The point's fixed day is another, of months gone by too, as where a month's file tells so afterwards. */
const fixedDayIs = (fixedDay: number) =>
  commune.database.owner.query('update sessions.point set fixed_day = $1 where commune_id = $2', [
    fixedDay,
    commune.communeId,
  ]);

async function notice(regularOn: BusinessDate, heldOn: BusinessDate): Promise<void> {
  const { communeId } = commune;
  const { points } = await question(commune, officer(), (context) => listPoints({ communeId }, context));
  const told = { startsAt: '08:30', endsAt: null, reason: 'Nghỉ lễ', document: 'TB 12/TB-NHCSXH (mẫu)' };
  const [point] = points;
  if (!point) throw new Error('the commune has no point');
  await command(commune, officer(), (context) =>
    recordNotice({ communeId, pointId: point.id, regularOn, heldOn, ...told }, context),
  );
}

/** The days of the list of which the page says that they come, and that nothing was prepared. */
async function listed(today: string) {
  commune.clock.moveTo(`${today}T01:00:00Z`);
  const { communeId } = commune;
  const list = await question(commune, officer(), (context) => listBriefings({ communeId }, context));
  return {
    coming: list.coming.map(({ heldOn }) => heldOn),
    missed: list.missed.map(({ heldOn }) => heldOn),
  };
}

const prepare = (heldOn: string, at = pointCode) =>
  tryCommand(commune, officer(), (context) =>
    prepareBriefing({ communeId: commune.communeId, pointCode: at, heldOn: day(heldOn) }, context),
  );

const cancel = (within: TestBriefing) =>
  command(commune, officer(), (context) =>
    cancelBriefing({ hasMail: false })({ ...within, reason: 'Bão' }, context),
  );

it('[GV193] people met on the old fixed day: the new one’s is no session to come and none that was missed, and nothing is prepared for it', async () => {
  const held = await closed(commune, '2026-11-23');
  await fixedDayIs(26);
  expect((await listed('2026-11-24')).coming).toEqual([]);
  expect((await listed('2026-12-01')).missed).toEqual([]);
  const refused = await prepare('2026-11-26');
  expect(refused).toEqual({
    refused: 'sessionBriefed',
    data: {
      ...{ month: 11, year: 2026, point: (await shown(commune, held)).pointName, heldOn: '23/11/2026' },
      ...{ number: '01/2026', briefingId: held.briefingId },
    },
  });
  if (!('refused' in refused)) throw new Error('it was not refused');
  expect(refusalText(GOVERNANCE_REFUSALS, refused)).toMatch(
    /^Phiên tháng 11\/2026 của điểm .+ đã có giao ban ngày 23\/11\/2026, biên bản số 01\/2026\. /,
  );
  // The database itself keeps to it.
  const second = commune.database.owner.query(
    `insert into governance.briefing (commune_id, id, point_code, point_name, point_villages, regular_on, held_on, state, prepared_at)
     select commune_id, $2, point_code, point_name, '{}', '2026-11-26', '2026-11-26', 'preparing', prepared_at
     from governance.briefing where id = $1`,
    [held.briefingId, nextId()],
  );
  await expect(second).rejects.toThrow('briefing_session');
  await fixedDayIs(23);
});

it('[GV193] [GV202] one that was cancelled under the old day leaves its session to be prepared once, on the day of the calendar', async () => {
  const storm = await prepared(commune, day('2026-12-23'));
  await cancel(storm);
  await fixedDayIs(26);
  expect((await listed('2026-12-23')).coming).toEqual(['2026-12-26']);
  expect((await listed('2026-12-27')).missed).toEqual([]);
  commune.clock.moveTo('2026-12-23T01:00:00Z');
  const mine = async () =>
    (await question(commune, officer(), (context) => listMyBriefings({}, context))).briefings.map(
      ({ metOn, state }) => [metOn, state],
    );
  expect(await mine()).toEqual([['2026-12-23', 'cancelled']]);
  expect((await shown(commune, storm)).cancelled).toMatchObject({
    ...{ sessionOn: '2026-12-26', isGoneOnFrom: true, preparedAnew: null },
  });
  const [one, two] = await Promise.all([prepare('2026-12-26'), prepare('2026-12-26')]);
  expect(one).toEqual(two);
  const anew = one as { briefingId: TestBriefing['briefingId'] };
  expect(await prepare('2026-12-26')).toEqual(anew);
  expect((await shown(commune, storm)).cancelled?.preparedAnew).toBe(anew.briefingId);
  expect(await mine()).toEqual([['2026-12-26', 'preparing']]);
  expect((await listed('2026-12-23')).coming).not.toContain('2026-12-26');
  expect((await listed('2026-12-27')).missed).toEqual([]);
  await fixedDayIs(23);
});

it('[GV193] one that stands prepared under the old day, or goes on, is the one of the session', async () => {
  const early = await prepared(commune, day('2027-01-23'));
  await fixedDayIs(26);
  expect((await listed('2027-01-24')).coming).toEqual([]);
  expect(await prepare('2027-01-26')).toEqual({ briefingId: early.briefingId });
  await command(commune, officer(), (context) =>
    openBriefing({ ...early, metOn: day('2027-01-24') }, context),
  );
  expect(await prepare('2027-01-26')).toEqual({ briefingId: early.briefingId });
  await fixedDayIs(23);
});

it('[GV193] a session that a notice brings into another month stays that of the month of its fixed day', async () => {
  await notice(day('2027-02-23'), day('2027-03-02'));
  const february = await closed(commune, '2027-03-02');
  expect(await shown(commune, february)).toMatchObject({ regularOn: '2027-02-23', heldOn: '2027-03-02' });
  expect(await listed('2027-03-20')).toEqual({ coming: ['2027-03-23'], missed: [] });
  expect(await prepare('2027-03-02')).toMatchObject({
    refused: 'sessionBriefed',
    data: { month: 2, heldOn: '02/03/2027' },
  });
  const march = await closed(commune, '2027-03-23');
  expect(march.briefingId).not.toBe(february.briefingId);
});

it('[GV193] of a fixed day that is put later in the middle of a month the session that was held is the month’s one', async () => {
  const held = await closed(commune, '2027-04-23');
  const { communeId } = commune;
  const { points } = await question(commune, officer(), (context) => listPoints({ communeId }, context));
  const [now] = points;
  if (!now) throw new Error('the commune has no point');
  const { name, startsAt, endsAt, place, address, villageCodes } = now;
  await command(commune, officer(), (context) =>
    enterPoint(
      {
        ...{ communeId, pointCode, name, startsAt, endsAt, place, address, villageCodes: [...villageCodes] },
        ...{ fixedDay: 28, validFrom: day('2027-04-25') },
      },
      context,
    ),
  );
  expect((await listed('2027-04-26')).coming).toEqual([]);
  expect((await listed('2027-05-01')).missed).toEqual([]);
  expect(await prepare('2027-04-28')).toMatchObject({ refused: 'noSessionToBrief' });
  expect((await listed('2027-05-20')).coming).toEqual(['2027-05-28']);
  expect((await shown(commune, held)).state).toBe('closed');
});

it('[GV193] of a day one briefing of the session has papers, the one that stands before one that was cancelled', async () => {
  const standing = await prepared(commune, day('2027-05-28'));
  const storm = await prepared(commune, day('2027-06-28'));
  await cancel(storm);
  // Cancelled while the session of May was held by a notice on the day that is its fixed one now.
  await commune.database.owner.query(
    `update governance.briefing set regular_on = '2027-05-23', held_on = '2027-05-28' where id = $1`,
    [storm.briefingId],
  );
  const found = await question(commune, officer(), ({ tx }) =>
    selectBriefingsOn(tx, commune.communeId, day('2027-05-28')),
  );
  expect(found.map(({ id }) => id)).toEqual([standing.briefingId]);
});

it('[GV193] [GV202] each point of a commune has a session of its own in the month', async () => {
  await commune.database.owner.query(
    `insert into sessions.point (commune_id, id, point_code, name, fixed_day, valid_from, source)
     values ($1, $2, 'AN', 'An Nghiệp', 14, '2027-07-01', 'entered')`,
    [commune.communeId, nextId()],
  );
  const first = await closed(commune, '2027-07-28');
  const { coming, missed } = await listed('2027-08-14');
  expect([coming, missed]).toEqual([
    ['2027-08-14', '2027-08-28', '2027-09-14'],
    ['2027-06-28', '2027-07-14'],
  ]);
  const storm = await prepared(commune, day('2027-08-28'));
  const other = await prepare('2027-08-14', 'AN');
  expect(other).not.toEqual({ briefingId: storm.briefingId });
  await cancel(storm);
  expect((await shown(commune, storm)).cancelled).toMatchObject({
    ...{ sessionOn: '2027-08-28', preparedAnew: null, isGoneOnFrom: true },
  });
  expect((await listed('2027-08-29')).missed).toEqual(['2027-07-14']);
  expect(await prepare('2027-07-14', 'AN')).not.toMatchObject({ briefingId: first.briefingId });
});
