import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf } from '../../kernel/contract.ts';
import { day } from '../../kernel/dates.ts';
import { undoImport } from '../portfolio/index.ts';
import { officer as officeOfficer, publish } from '../portfolio/testing/given-office.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { closeBriefing } from './close-briefing.ts';
import type * as contract from './contract.ts';
import { selectMinutes } from './db/minutes.ts';
import { sentenceOf } from './domain/talking-points.ts';
import { openBriefing } from './open-briefing.ts';
import { takeOverFigures } from './take-over-figures.ts';
import { opened, prepared } from './testing/given-briefing.ts';
import {
  command,
  givenCommune,
  SAMPLE_FILES,
  type TestCommune,
  tryCommand,
} from './testing/given-commune.ts';
import { figuresOf } from './testing/given-figures.ts';
import { writeTalkingPoint } from './write-talking-point.ts';

const SEPTEMBER = day('2026-09-30');
const OCTOBER = day('2026-10-31');

let commune: TestCommune;
beforeEach(async () => {
  commune = await givenCommune();
}, 60_000);
afterEach(() => commune.database.close());

const officer = () => commune.as('creditOfficer');
const publishOctober = () => publish(commune, { folder: SAMPLE_FILES, dataDate: OCTOBER });
const undoOctober = async () =>
  command(commune, await officeOfficer(commune), (context) => undoImport({ dataDate: OCTOBER }, context));
const takeOver = (input: InputOf<typeof contract.takeOverFigures>, by = officer()) =>
  tryCommand(commune, by, (context) => takeOverFigures(input, context));

describe('figures of a meeting', () => {
  it('[GV29] while preparing they follow the newest month, and what they were prepared with is told', async () => {
    await undoOctober();
    const within = await prepared(commune);
    const before = await figuresOf(commune, within);
    expect(before).toMatchObject({ dataDate: SEPTEMBER, fixedAt: null, other: null });
    await publishOctober();
    const after = await figuresOf(commune, within);
    expect(after).toMatchObject({ dataDate: OCTOBER, versionNumber: 2, fixedAt: null });
    expect(after.other).toMatchObject({ dataDate: SEPTEMBER, versionNumber: 1 });
    const moved = before.points.find(({ key }) => key === 'moved-to-overdue');
    expect(after.other?.points).toContainEqual({
      key: 'moved-to-overdue',
      sentence: sentenceOf({ pieces: moved?.pieces ?? [] }),
    });
  });

  it('[GV29] once the meeting has begun a month undone or published again leaves them as they were', async () => {
    const within = await opened(commune);
    const begun = await figuresOf(commune, within);
    expect(begun).toMatchObject({ dataDate: OCTOBER, versionNumber: 1, other: null });
    expect(begun.fixedAt).not.toBeNull();
    await undoOctober();
    const undone = await figuresOf(commune, within);
    expect({ ...undone, other: null }).toEqual(begun);
    expect(undone.other).toMatchObject({ dataDate: SEPTEMBER, versionNumber: 1 });
    await publishOctober();
    const again = await figuresOf(commune, within);
    expect({ ...again, other: null }).toEqual(begun);
    expect(again.other).toEqual({ dataDate: OCTOBER, versionNumber: 2, points: [] });
  });

  it('[GV29] [GV28] [GV93] newer ones are taken over as seen, once, and leave what a person wrote', async () => {
    await undoOctober();
    const within = await opened(commune);
    const [first] = (await figuresOf(commune, within)).points;
    if (!first) throw new Error('no point');
    const preparedText = sentenceOf(first);
    const point = {
      ...within,
      key: first.key,
      ownText: 'Câu của người họp.',
      preparedText,
      isDropped: false,
      baseVersion: 0,
      changeId: nextId(),
    };
    await command(commune, officer(), (context) => writeTalkingPoint(point, context));
    await publishOctober();
    const seen = { ...within, dataDate: OCTOBER, versionNumber: 2 };
    expect(await takeOver({ ...seen, versionNumber: 1 })).toMatchObject({ refused: 'figuresMovedOn' });
    const both = await Promise.all([takeOver(seen), takeOver(seen, commune.as('officeDirector'))]);
    expect(both).toContainEqual({});
    expect(both).toContainEqual(expect.objectContaining({ refused: 'figuresStandAlready' }));
    const once =
      both.findIndex((one) => !('refused' in one)) === 0 ? officer() : commune.as('officeDirector');
    expect(await takeOver(seen, once), '[GV93]').toEqual({});
    const taken = await figuresOf(commune, within);
    expect(taken).toMatchObject({ dataDate: OCTOBER, versionNumber: 2, other: null });
    const own = taken.points.find(({ key }) => key === first.key);
    expect(own).toMatchObject({ ownText: 'Câu của người họp.', preparedThen: preparedText });
  });

  it('[GV29] the minutes name data date, version and hour, and a closed briefing shows them for good', async () => {
    const within = await opened(commune);
    const begun = await figuresOf(commune, within);
    await command(commune, officer(), (context) =>
      closeBriefing({ ...within, withoutConclusions: true }, context),
    );
    await undoOctober();
    const minutes = await commune.database.app.read(officer().scope, (tx) =>
      selectMinutes(tx, within.communeId, within.briefingId),
    );
    const { fixedAt } = begun;
    expect(minutes?.content.figures).toMatchObject({ dataDate: OCTOBER, versionNumber: 1, fixedAt });
    expect(await figuresOf(commune, within)).toEqual(begun);
    expect(await takeOver({ ...within, dataDate: SEPTEMBER, versionNumber: 1 })).toMatchObject({
      refused: 'briefingClosed',
    });
  });

  it('[GV29] of two who begin the meeting at once the second is told, and the figures are kept once', async () => {
    const within = await prepared(commune);
    const begin = (by: 'creditOfficer' | 'officeDirector') =>
      tryCommand(commune, commune.as(by), (context) => openBriefing(within, context));
    const both = await Promise.all([begin('creditOfficer'), begin('officeDirector')]);
    expect(both).toContainEqual(expect.objectContaining({ refused: 'briefingBegun' }));
    const { rows } = await commune.database.owner.query(
      'select occasion from governance.briefing_figures where briefing_id = $1 order by number',
      [within.briefingId],
    );
    expect(rows).toEqual([{ occasion: 'prepared' }, { occasion: 'opened' }]);
  });
});
