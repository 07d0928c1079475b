import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addAttendee } from './add-attendee.ts';
import { addConclusion } from './add-conclusion.ts';
import { changeConclusion } from './change-conclusion.ts';
import { closeBriefing } from './close-briefing.ts';
import type { MeasuredBy } from './domain/measured-by.ts';
import { measureConclusion } from './measure-conclusion.ts';
import { openBriefing } from './open-briefing.ts';
import { removeAttendee } from './remove-attendee.ts';
import { removeConclusion } from './remove-conclusion.ts';
import { resetTalkingPoint } from './reset-talking-point.ts';
import { settleConclusion } from './settle-conclusion.ts';
import { settleTalkingPoint } from './settle-talking-point.ts';
import { CONCLUSION, opened, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { givenCommune, type TestCommune, tryCommand } from './testing/given-commune.ts';
import { writeTalkingPoint } from './write-talking-point.ts';

const KEY = 'moved-to-overdue';

type By = 'creditOfficer' | 'officeDirector';
type Handling<T> = Parameters<typeof tryCommand<T>>[2];

let commune: TestCommune;
let within: TestBriefing;
beforeAll(async () => {
  commune = await givenCommune();
  within = await opened(commune);
}, 60_000);
afterAll(() => commune.database.close());

const press = <T>(handling: Handling<T>, by: By = 'creditOfficer') =>
  tryCommand(commune, commune.as(by), handling);

/** Presses twice, as after a lost answer; the second changes nothing that other screens would have to see. */
async function twice<T>(handling: Handling<T>) {
  const first = await press(handling);
  const { revision } = await shown(commune, within);
  const second = await press(handling);
  expect((await shown(commune, within)).revision).toBe(revision);
  return { first, second };
}

async function concluded(): Promise<Id> {
  const conclusionId = nextId();
  await press((context) => addConclusion({ ...within, ...CONCLUSION, conclusionId }, context));
  return conclusionId;
}

describe('[GV93] asked once more by the same person', () => {
  it('[GV93] a meeting that was begun is begun, its first item reached when it was; another person is told', async () => {
    const coming = await prepared(commune, day('2026-12-23'));
    commune.clock.moveTo('2026-12-23T01:00:00Z');
    const begin = (by: By) => press((context) => openBriefing(coming, context), by);
    expect(await begin('creditOfficer')).toEqual({});
    commune.clock.moveTo('2026-12-23T01:05:00Z');
    expect(await begin('creditOfficer')).toEqual({});
    expect((await shown(commune, coming)).openedAt).toBe('2026-12-23T01:00:00.000Z');
    expect(await begin('officeDirector')).toMatchObject({ refused: 'briefingBegun' });
  });

  it('[GV93] a line and a person that are out are out', async () => {
    const conclusionId = await concluded();
    const line = await twice((context) =>
      removeConclusion({ ...within, conclusionId, baseVersion: 1 }, context),
    );
    expect(line).toEqual({ first: {}, second: {} });
    const [attendee] = (await shown(commune, within)).attendees;
    const attendeeId = attendee?.attendeeId ?? nextId();
    const person = await twice((context) => removeAttendee({ ...within, attendeeId }, context));
    expect(person).toEqual({ first: { reached: [] }, second: { reached: [] } });
  });

  it('[GV93] a guest whom another took off meanwhile stays off, and can be taken off where they came back before that was so', async () => {
    const attendeeId = nextId();
    const guest = { ...within, attendeeId, part: 'other' as const, seat: null, fullName: 'Phan Khách' };
    const add = (capacity: string) => press((context) => addAttendee({ ...guest, capacity }, context));
    const remove = () =>
      press((context) => removeAttendee({ ...within, attendeeId }, context), 'officeDirector');
    const isListed = async () =>
      (await shown(commune, within)).attendees.some((one) => one.attendeeId === attendeeId);
    expect(await add('Trạm y tế')).toEqual({});
    await remove();
    const again = await twice((context) => addAttendee({ ...guest, capacity: 'Trạm y tế' }, context));
    expect(again).toEqual({ first: {}, second: {} });
    expect(await add('Trường học')).toMatchObject({ refused: 'idTaken' });
    expect(await isListed()).toBe(false);
    await commune.database.owner.query(
      `insert into governance.attendee
         (commune_id, id, briefing_id, part, seat, full_name, is_vacant, capacity, presence, version, position)
       select commune_id, id, briefing_id, part, seat, full_name, is_vacant, capacity, 'present', version, position
       from governance.attendee_taken_off where id = $1`,
      [attendeeId],
    );
    expect(await isListed()).toBe(true);
    expect(await remove()).toEqual({ reached: [] });
    expect(await isListed()).toBe(false);
  });

  it('[GV93] of two versions of a line the one that was chosen is chosen, and no other', async () => {
    const conclusionId = await concluded();
    const versionId = nextId();
    const change = (text: string, changeId: Id) =>
      press((context) =>
        changeConclusion({ ...within, ...CONCLUSION, conclusionId, changeId, text, baseVersion: 1 }, context),
      );
    await change('Bản một', nextId());
    await change('Bản hai', versionId);
    const choose = (keep: 'standing' | 'other') => ({
      ...within,
      conclusionId,
      versionId,
      keep,
      baseVersion: 2,
    });
    const chosen = await twice((context) => settleConclusion(choose('other'), context));
    expect(chosen).toEqual({ first: {}, second: {} });
    expect(await press((context) => settleConclusion(choose('standing'), context))).toMatchObject({
      refused: 'versionChosen',
    });
    const line = (await shown(commune, within)).conclusions.find((one) => one.conclusionId === conclusionId);
    expect(line).toMatchObject({ text: 'Bản hai', version: 3 });
  });

  it('[GV93] a point is chosen, and taken back, once', async () => {
    const versionId = nextId();
    const write = (ownText: string, changeId: Id) =>
      press((context) =>
        writeTalkingPoint(
          {
            ...within,
            key: KEY,
            ownText,
            preparedText: 'Câu máy.',
            isDropped: false,
            baseVersion: 0,
            changeId,
          },
          context,
        ),
      );
    await write('Câu một.', nextId());
    await write('Câu hai.', versionId);
    const chosen = await twice((context) =>
      settleTalkingPoint({ ...within, key: KEY, versionId, keep: 'other', baseVersion: 1 }, context),
    );
    expect(chosen).toEqual({ first: {}, second: {} });
    const back = await twice((context) =>
      resetTalkingPoint({ ...within, key: KEY, baseVersion: 2 }, context),
    );
    expect(back).toEqual({ first: {}, second: {} });
    expect(
      await press((context) => resetTalkingPoint({ ...within, key: KEY, baseVersion: 1 }, context)),
    ).toMatchObject({ refused: 'lineChanged' });
  });

  it('[GV93] a line is measured as it was asked, once', async () => {
    const conclusionId = await concluded();
    const measure = (figure: MeasuredBy['figure']) => ({
      ...within,
      conclusionId,
      baseVersion: 1,
      measuredBy: { figure, list: 'overdue', part: 'commune', code: '' } satisfies MeasuredBy,
    });
    const { first, second } = await twice((context) => measureConclusion(measure('overdue'), context));
    expect(first).toMatchObject({ version: 2 });
    expect(second).toEqual(first);
    expect(await press((context) => measureConclusion(measure('outstanding'), context))).toMatchObject({
      refused: 'lineChanged',
    });
  });

  it('[GV93] a meeting that was closed answers with its one number; another person is told', async () => {
    const close = (by: By) =>
      press((context) => closeBriefing({ ...within, withoutConclusions: true }, context), by);
    const first = await close('creditOfficer');
    expect(first).toMatchObject({ minutesNumber: 1 });
    expect(await close('creditOfficer')).toEqual(first);
    expect(await close('officeDirector')).toMatchObject({ refused: 'briefingClosed' });
  });
});
