import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { systemCaller } from '../../platform/caller.ts';
import { endHoliday } from './end-holiday.ts';
import { enterHoliday } from './enter-holiday.ts';
import { enterPoint } from './enter-point.ts';
import { createFeed, readFeed, revokeFeed } from './feeds.ts';
import { listHolidays } from './list-holidays.ts';
import { recordNotice } from './record-notice.ts';
import { COMMUNE, NEW_POINT, openCommune } from './testing/commune.ts';
import { withdrawHoliday } from './withdraw-holiday.ts';
import { withdrawNotice } from './withdraw-notice.ts';

const ADMINISTRATOR = systemCaller({ communeIds: [], officeIds: [], system: true });

let commune: Awaited<ReturnType<typeof openCommune>>;

beforeAll(async () => {
  commune = await openCommune();
  await commune.command((context) =>
    enterPoint({ ...NEW_POINT, fixedDay: 5, validFrom: day('2026-07-01') }, context),
  );
});
afterAll(() => commune.database.close());

describe('a notice', () => {
  const notice = { communeId: COMMUNE, startsAt: null, endsAt: null, reason: 'Nghỉ Tết', document: 'TB mẫu' };

  it('[SE4] moves one session until it is withdrawn', async () => {
    const [point] = await commune.points();
    if (!point) throw new Error('no point');
    const moved = { ...notice, pointId: point.id, regularOn: day('2027-02-05'), heldOn: day('2027-02-02') };
    const outcome = await commune.command((context) => recordNotice(moved, context));
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    const ofTxn1 = async () =>
      (await commune.held('2027-02-01', '2027-02-10')).filter((text) => text.startsWith('TXN1'));
    expect(await ofTxn1()).toEqual(['TXN1 2027-02-02']);
    expect(await commune.command((context) => recordNotice(moved, context))).toMatchObject({
      refused: 'noticeExists',
    });
    await commune.command((context) => withdrawNotice({ communeId: COMMUNE, noticeId: outcome.id }, context));
    expect(await ofTxn1()).toEqual(['TXN1 2027-02-05']);
  });

  it.each([
    ['2027-05-05', '2027-06-06'],
    ['2027-05-05', '2027-04-04'],
  ])('[SE4] moves the session of %s no further than a month: not to %s', async (regularOn, heldOn) => {
    const [point] = await commune.points();
    if (!point) throw new Error('no point');
    const far = { ...notice, pointId: point.id, regularOn: day(regularOn), heldOn: day(heldOn) };
    expect(await commune.command((context) => recordNotice(far, context))).toMatchObject({
      refused: 'heldOnTooFar',
      data: { from: '05/04/2027', to: '05/06/2027' },
    });
  });

  it('[SE4] shows a session moved by a whole month on the day it is held', async () => {
    const [point] = await commune.points();
    if (!point) throw new Error('no point');
    const moved = { ...notice, pointId: point.id, regularOn: day('2027-07-05'), heldOn: day('2027-08-05') };
    const outcome = await commune.command((context) => recordNotice(moved, context));
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    const held = await commune.held('2027-08-05', '2027-08-05');
    expect(held.filter((text) => text.startsWith('TXN1'))).toEqual(['TXN1 2027-08-05', 'TXN1 2027-08-05']);
    await commune.command((context) => withdrawNotice({ communeId: COMMUNE, noticeId: outcome.id }, context));
  });

  it('[SE11] leaves the note of a holiday to the day on which the session is held', async () => {
    await commune.command((context) =>
      enterPoint({ ...NEW_POINT, pointCode: 'TXN30', fixedDay: 30, validFrom: day('2027-03-01') }, context),
    );
    const sessions = await commune.sessions('2027-04-01', '2027-05-31');
    const ofTxn30 = sessions.filter(({ point }) => point.pointCode === 'TXN30');
    expect(ofTxn30).toMatchObject([
      { heldOn: '2027-04-30', holiday: 'Ngày Chiến thắng', notice: null },
      { heldOn: '2027-05-30', holiday: null },
    ]);
  });

  it('[SE4] recorded three times at once is recorded once', async () => {
    const [point] = await commune.points();
    if (!point) throw new Error('no point');
    const moved = { ...notice, pointId: point.id, regularOn: day('2027-09-05'), heldOn: day('2027-09-07') };
    const press = () => commune.command((context) => recordNotice(moved, context));
    const outcomes = await Promise.all([press(), press(), press()]);
    expect(outcomes.filter((outcome) => !isRefusal(outcome))).toHaveLength(1);
    expect(outcomes.filter(isRefusal).map(({ refused }) => refused)).toEqual([
      'noticeExists',
      'noticeExists',
    ]);
  });

  it('[SE6] a point entered twice at once is entered once', async () => {
    const entered = { ...NEW_POINT, pointCode: 'TXN9', validFrom: day('2027-01-01') };
    const press = () => commune.command((context) => enterPoint(entered, context));
    const outcomes = await Promise.all([press(), press()]);
    expect(outcomes.filter(isRefusal)).toMatchObject([{ refused: 'pointRowNotLater' }]);
  });

  it('[SE4] of a day without session is refused', async () => {
    const [point] = await commune.points();
    if (!point) throw new Error('no point');
    const wrong = { ...notice, pointId: point.id, regularOn: day('2027-03-01'), heldOn: null };
    expect(await commune.command((context) => recordNotice(wrong, context))).toMatchObject({
      refused: 'noSessionThatDay',
    });
  });
});

describe('[SE13] a public holiday', () => {
  const holiday = {
    ...{ name: 'Ngày nghỉ bù', calendar: 'solar' as const, month: 9, day: 3, document: 'TB mẫu' },
    ...{ confidence: 'found' as const, validFrom: day('2027-01-01'), lastDay: day('2027-12-31') },
  };
  const enter = (change: Partial<typeof holiday> = {}) =>
    commune.command((context) => enterHoliday({ ...holiday, ...change }, context), ADMINISTRATOR);
  const holidaysOf = async (from: string, to: string) =>
    (await commune.sessions(from, to)).map(({ holiday: name }) => name).filter((name) => name !== null);

  it('is noted by the calendar in the years it counts for, and no more once it is ended', async () => {
    await commune.command((context) =>
      enterPoint({ ...NEW_POINT, pointCode: 'TXN3', fixedDay: 3, validFrom: day('2027-01-01') }, context),
    );
    const outcome = await enter();
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    expect(await holidaysOf('2027-09-03', '2027-09-03')).toEqual(['Ngày nghỉ bù']);
    expect(await holidaysOf('2028-09-03', '2028-09-03')).toEqual([]);
    const end = (lastDay: string) =>
      commune.command(
        (context) => endHoliday({ holidayId: outcome.id, lastDay: day(lastDay) }, context),
        ADMINISTRATOR,
      );
    expect(await end('2026-12-31')).toMatchObject({ refused: 'holidayEndTooEarly' });
    expect(await end('2027-06-30')).toEqual({});
    expect(await holidaysOf('2027-09-03', '2027-09-03')).toEqual([]);
    const { rows } = await commune.database.owner.query(
      `select count(*)::int as entries from platform.audit_entry where subject::text like '%' || $1 || '%'`,
      [outcome.id],
    );
    expect(rows[0].entries).toBe(2);
  });

  it('is refused where its day is none, is taken, or ends before it begins', async () => {
    expect(await enter({ month: 2, day: 30 })).toMatchObject({ refused: 'holidayDayInvalid' });
    expect(await enter({ day: 2 })).toMatchObject({
      refused: 'holidayExists',
      data: { name: 'Quốc khánh', validFrom: '01/01/2021' },
    });
    expect(await enter({ lastDay: day('2026-12-31') })).toMatchObject({ refused: 'holidayEndTooEarly' });
  });

  it('entered twice at once is entered once', async () => {
    const outcomes = await Promise.all([enter({ day: 4 }), enter({ day: 4 })]);
    expect(outcomes.filter(isRefusal)).toMatchObject([{ refused: 'holidayExists' }]);
  });

  it('entered by mistake is taken back once, and its day is free again; one of the law is not', async () => {
    const outcome = await enter({ day: 5 });
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    const withdraw = (holidayId = outcome.id) =>
      commune.command((context) => withdrawHoliday({ holidayId }, context), ADMINISTRATOR);
    const pressed = await Promise.all([withdraw(), withdraw()]);
    expect(pressed.filter(isRefusal)).toMatchObject([{ refused: 'notFound' }]);
    expect(isRefusal(await enter({ day: 5 }))).toBe(false);
    const { rows } = await commune.database.owner.query(
      `select withdrawn_at is not null as "isKept" from sessions.holiday where id = $1`,
      [outcome.id],
    );
    expect(rows).toEqual([{ isKept: true }]);
    const answer = await commune.question((context) => listHolidays({}, context));
    if (isRefusal(answer)) throw new Error('refused');
    const ofLaw = answer.holidays.find(({ name }) => name === 'Quốc khánh');
    expect(await withdraw(ofLaw?.id)).toMatchObject({
      refused: 'holidayOfProduct',
      data: { name: 'Quốc khánh' },
    });
  });

  it('is listed with the next day it falls on', async () => {
    const answer = await commune.question((context) => listHolidays({}, context));
    if (isRefusal(answer)) throw new Error('refused');
    const nextOn = new Map(answer.holidays.map((row) => [`${row.name} ${row.day}/${row.month}`, row.nextOn]));
    expect(nextOn.get('Quốc khánh 2/9')).toBe('2027-09-02');
    expect(nextOn.get('Ngày nghỉ bù 3/9')).toBeNull();
  });
});

describe('the feed', () => {
  it('[SE9] answers to its secret, to no other, and no more when revoked', async () => {
    const created = await commune.command((context) => createFeed({ communeId: COMMUNE }, context));
    if (isRefusal(created)) throw new Error(created.refused);
    const secret = created.path.split('/').at(-1) ?? '';
    const read = (given: string) =>
      commune.question((context) => readFeed({ communeId: COMMUNE, secret: given }, context));
    expect(await read(secret)).toMatchObject({ mediaType: 'text/calendar; charset=utf-8' });
    expect(await read('A'.repeat(32))).toMatchObject({ refused: 'notFound' });
    const { rows } = await commune.database.owner.query('select secret_hash from sessions.calendar_feed');
    expect(JSON.stringify(rows)).not.toContain(secret.replace('.ics', ''));
    await commune.command((context) => revokeFeed({ communeId: COMMUNE, feedId: created.id }, context));
    expect(await read(secret)).toMatchObject({ refused: 'notFound' });
  });
});
