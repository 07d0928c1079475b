import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BusinessDate, day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { RequestContext } from '../../platform/http/implement.ts';
import { undoImport } from '../portfolio/index.ts';
import { officer as officeOfficer, publish } from '../portfolio/testing/given-office.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addAttendee } from './add-attendee.ts';
import { cancelBriefing } from './cancel-briefing.ts';
import { closeBriefing } from './close-briefing.ts';
import { sentenceOf } from './domain/talking-points.ts';
import { openBriefing } from './open-briefing.ts';
import { orderTalkingPoints } from './order-talking-points.ts';
import { recordAttendance } from './record-attendance.ts';
import { tellMeetingHour } from './tell-meeting-hour.ts';
import { HELD_ON, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import {
  command,
  givenCommune,
  PEOPLE,
  SAMPLE_FILES,
  type TestCommune,
  tryCommand,
} from './testing/given-commune.ts';
import { figuresOf } from './testing/given-figures.ts';
import { inviting } from './testing/given-mail.ts';
import { headLeaves, NEW_HEAD } from './testing/given-offices.ts';
import { writeAgenda } from './write-agenda.ts';
import { writeTalkingPoint } from './write-talking-point.ts';

const OCTOBER = day('2026-10-31');

let commune: TestCommune;
beforeEach(async () => {
  commune = await givenCommune();
}, 60_000);
afterEach(() => commune?.database.close());

const officer = () => commune.as('creditOfficer');
const by = <T>(run: (context: RequestContext) => Promise<T>) => tryCommand(commune, officer(), run);
const cancel = (within: TestBriefing) =>
  by((context) => cancelBriefing({ hasMail: false })({ ...within, reason: 'Bão' }, context));

/** Cancels a briefing and prepares that of the same session again. */
async function again(within: TestBriefing, heldOn: BusinessDate = HELD_ON): Promise<TestBriefing> {
  expect(await cancel(within)).toEqual({});
  return prepared(commune, heldOn);
}

type Words = { readonly ownText: string | null; readonly isDropped?: boolean; readonly baseVersion?: number };

/** What the officer makes of the point of a rule, or an own one. */
async function write(
  within: TestBriefing,
  key: string,
  { ownText, isDropped = false, baseVersion = 0 }: Words,
): Promise<unknown> {
  const point = (await figuresOf(commune, within)).points.find((one) => one.key === key);
  const preparedText = point && point.pieces.length > 0 ? sentenceOf(point) : null;
  const content = { key, ownText, preparedText, isDropped, baseVersion, changeId: nextId() };
  return by((context) => writeTalkingPoint({ ...within, ...content }, context));
}

/** What is said of each point, in order. */
const pointsOf = async (within: TestBriefing) =>
  (await figuresOf(commune, within)).points.map((point) => [
    point.key,
    point.isDropped ? 'không nêu' : (point.ownText ?? sentenceOf(point)),
  ]);

const guest = (within: TestBriefing, fullName: string, capacity = 'Bí thư chi bộ') =>
  by((context) =>
    addAttendee({ ...within, attendeeId: nextId(), part: 'other', seat: null, fullName, capacity }, context),
  );
const namesOf = async (within: TestBriefing) =>
  (await shown(commune, within)).attendees.map(({ fullName }) => fullName);

describe('a briefing that is prepared again', () => {
  it('[GV185] has the points that people wrote, added, left out and ordered, and both versions that wait for a choice', async () => {
    const storm = await prepared(commune);
    const [first, second, third] = (await figuresOf(commune, storm)).points.map(({ key }) => key);
    if (!first || !second || !third) throw new Error('too few points');
    const own = `own:${nextId()}`;
    await write(storm, first, { ownText: 'Nhờ thôn báo hộ' });
    await write(storm, second, { ownText: null, isDropped: true });
    await write(storm, own, { ownText: 'Đường lên Ngọc Lãng sạt' });
    await write(storm, third, { ownText: 'Một' });
    await tryCommand(commune, commune.as('officeDirector'), (context) =>
      writeTalkingPoint(
        {
          ...{ ...storm, key: third, ownText: 'Hai', preparedText: null, isDropped: false },
          ...{ baseVersion: 0, changeId: nextId() },
        },
        context,
      ),
    );
    await by((context) => orderTalkingPoints({ ...storm, keys: [own, third, first] }, context));
    const before = await pointsOf(storm);
    expect(before.slice(0, 3)).toEqual([
      [own, 'Đường lên Ngọc Lãng sạt'],
      [third, 'Một'],
      [first, 'Nhờ thôn báo hộ'],
    ]);

    const anew = await again(storm);
    expect(await pointsOf(anew)).toEqual(before);
    const { points, other } = await figuresOf(commune, anew);
    expect(points.find(({ key }) => key === third)).toMatchObject({
      ...{ version: 1, writtenByName: PEOPLE.creditOfficer },
      others: [{ ownText: 'Hai', writtenByName: PEOPLE.officeDirector }],
    });
    expect(points.every(({ preparedThen }) => preparedThen === null)).toBe(true);
    expect(other).toBeNull();
    expect(await write(anew, first, { ownText: 'Nhờ thôn báo', baseVersion: 1 })).toMatchObject({
      outcome: 'applied',
    });
    expect((await shown(commune, anew)).keptFrom).toEqual({
      ...{ briefingId: storm.briefingId, cancelledAt: '2026-11-23T01:00:00.000Z', parts: ['points'] },
    });
    expect((await pointsOf(storm))[2]).toEqual([first, 'Nhờ thôn báo hộ']);
  });

  it('[GV185] [GV28] [GV29] is prepared with the figures of its day; beside what somebody wrote from others stands what they say now', async () => {
    await command(commune, await officeOfficer(commune), (context) =>
      undoImport({ dataDate: OCTOBER }, context),
    );
    const storm = await prepared(commune);
    const seen = (await figuresOf(commune, storm)).points.find(({ key }) => key === 'moved-to-overdue');
    if (!seen) throw new Error('no point');
    await write(storm, seen.key, { ownText: 'Không có nợ mới' });
    await cancel(storm);
    await publish(commune, { folder: SAMPLE_FILES, dataDate: OCTOBER });
    const anew = await figuresOf(commune, await prepared(commune));
    const point = anew.points.find(({ key }) => key === seen.key);
    expect(point).toMatchObject({ ownText: 'Không có nợ mới', preparedThen: sentenceOf(seen) });
    // Of the points that nobody touched it was never prepared with other figures.
    expect(anew).toMatchObject({ dataDate: OCTOBER, other: null });
  });

  it('[GV185] has the agenda with minutes and notes, the hour and what to bring as somebody wrote them', async () => {
    const storm = await prepared(commune);
    const items = (await shown(commune, storm)).agenda.slice(0, 2).map(({ kind, title }, at) => ({
      ...{ itemId: nextId(), kind, title: `${title} (lại)`, minutes: 7 + at, note: `Ghi chú ${at}` },
    }));
    await by((context) => writeAgenda({ ...storm, items, baseVersion: 1 }, context));
    await by((context) => tellMeetingHour({ ...storm, meetsAt: '14:30' }, context));
    await bring(storm, 'Sổ họp tổ');

    const anew = await again(storm);
    const { agenda, ...head } = await shown(commune, anew);
    expect(agenda.map(({ title, minutes, note }) => ({ title, minutes, note }))).toEqual(
      items.map(({ title, minutes, note }) => ({ title, minutes, note })),
    );
    expect(head).toMatchObject({ meetsAt: '14:30', hourToldByName: PEOPLE.creditOfficer });
    expect(head).toMatchObject({ agendaWrittenByName: PEOPLE.creditOfficer });
    expect(head.keptFrom?.parts).toEqual(['agenda', 'hour', 'bring']);
    expect(await bringOf(anew)).toBe('Sổ họp tổ');

    // What was kept is kept once more, and emptied it stays empty.
    await bring(anew, null);
    const third = await again(anew);
    expect(await bringOf(third)).toBeNull();
    expect((await shown(commune, third)).keptFrom).toMatchObject({
      ...{ briefingId: anew.briefingId, parts: ['agenda', 'hour', 'bring'] },
    });
  });

  it('[GV185] asks whom today’s offices ask and whom a person added, and nothing is said of their presence', async () => {
    const storm = await prepared(commune);
    await guest(storm, 'Hà Văn Khách');
    await by((context) =>
      addAttendee(
        {
          ...{ ...storm, attendeeId: nextId(), part: 'other', seat: 'officeDirector' },
          ...{ fullName: PEOPLE.officeDirector, capacity: 'Giám đốc' },
        },
        context,
      ),
    );
    const told = (await shown(commune, storm)).attendees.find(
      ({ fullName }) => fullName === PEOPLE.communeChair,
    );
    await by((context) =>
      recordAttendance(
        {
          ...{ ...storm, attendeeId: told?.attendeeId as Id, presence: 'excused', deputyName: null },
          ...{ note: 'Đi họp tỉnh', baseVersion: 1 },
        },
        context,
      ),
    );
    const before = await namesOf(storm);
    await headLeaves(commune, { on: HELD_ON });

    const anew = await again(storm);
    expect(await namesOf(anew)).toEqual(
      before.map((name) => (name === PEOPLE.associationHead ? NEW_HEAD : name)),
    );
    const { attendees, keptFrom } = await shown(commune, anew);
    expect(attendees.slice(-2)).toMatchObject([
      { fullName: 'Hà Văn Khách', seat: null, part: 'other', capacity: 'Bí thư chi bộ' },
      { fullName: PEOPLE.officeDirector, seat: 'officeDirector', isVacant: false },
    ]);
    expect(
      attendees.every(({ presence, note, toldByName }) => presence === 'present' && !note && !toldByName),
    ).toBe(true);
    expect(keptFrom?.parts).toEqual(['guests']);
  });

  it('[GV185] begins from nothing where nobody wrote anything, for the next session, and says no more of it once it is over', async () => {
    const storm = await prepared(commune);
    const plain = await again(storm);
    expect((await shown(commune, plain)).keptFrom).toBeNull();
    await guest(plain, 'Hà Văn Khách');
    await cancel(plain);

    const december = await prepared(commune, day('2026-12-23'));
    expect(await namesOf(december)).not.toContain('Hà Văn Khách');
    expect((await shown(commune, december)).keptFrom).toBeNull();
    await cancel(december);

    const anew = await prepared(commune, HELD_ON);
    expect(await namesOf(anew)).toContain('Hà Văn Khách');
    await by((context) => openBriefing(anew, context));
    expect((await shown(commune, anew)).keptFrom?.parts).toEqual(['guests']);
    await by((context) => closeBriefing({ ...anew, withoutConclusions: true }, context));
    expect(await shown(commune, anew)).toMatchObject({ state: 'closed', keptFrom: null });
  });
});

/** Says what to bring in place of what stands. */
async function bring(within: TestBriefing, text: string | null): Promise<void> {
  const desk = inviting(commune, within);
  expect(await desk.writeBring(text, await desk.bring())).toEqual({});
}

async function bringOf({ briefingId }: TestBriefing): Promise<string | null> {
  const { rows } = await commune.database.owner.query<{ bring: string | null }>(
    'select bring from governance.briefing where id = $1',
    [briefingId],
  );
  return rows[0]?.bring ?? null;
}
