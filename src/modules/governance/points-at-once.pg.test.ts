import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { closeBriefing } from './close-briefing.ts';
import { orderTalkingPoints } from './order-talking-points.ts';
import { resetTalkingPoint } from './reset-talking-point.ts';
import { settleTalkingPoint } from './settle-talking-point.ts';
import { showBriefingFigures } from './show-briefing-figures.ts';
import { opened, type TestBriefing } from './testing/given-briefing.ts';
import { givenCommune, PEOPLE, question, type TestCommune, tryCommand } from './testing/given-commune.ts';
import { writeTalkingPoint } from './write-talking-point.ts';

const KEY = 'moved-to-overdue';
const OTHER_POINT = nextId();

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

type By = 'creditOfficer' | 'communeChair';

const write = (within: TestBriefing, by: By, ownText: string, baseVersion: number, changeId: Id = nextId()) =>
  tryCommand(commune, commune.as(by), (context) =>
    writeTalkingPoint(
      { ...within, key: KEY, ownText, preparedText: 'Câu máy.', isDropped: false, baseVersion, changeId },
      context,
    ),
  );
async function pointOf(within: TestBriefing) {
  const { points } = await question(commune, commune.as('creditOfficer'), (context) =>
    showBriefingFigures(within, context),
  );
  return points.find(({ key }) => key === KEY);
}
const settle = (
  within: TestBriefing,
  versionId: Id,
  baseVersion: number,
  { by = 'creditOfficer', keep = 'other' }: { readonly by?: By; readonly keep?: 'standing' | 'other' } = {},
) =>
  tryCommand(commune, commune.as(by), (context) =>
    settleTalkingPoint({ ...within, key: KEY, versionId, keep, baseVersion }, context),
  );

describe('a point two people write at once', () => {
  it('[GV80] stands in both versions until one is chosen; the meeting is not closed before', async () => {
    const within = await opened(commune);
    const both = await Promise.all([
      write(within, 'creditOfficer', 'Câu của cán bộ.', 0),
      write(within, 'communeChair', 'Câu của chủ tịch.', 0),
    ]);
    expect(both.map((one) => 'outcome' in one && one.outcome).sort()).toEqual(['applied', 'conflict']);
    const point = await pointOf(within);
    const [other] = point?.others ?? [];
    expect([point?.ownText, other?.ownText].sort()).toEqual(['Câu của chủ tịch.', 'Câu của cán bộ.']);
    expect(point?.writtenByName).not.toBe(other?.writtenByName);
    const close = await tryCommand(commune, commune.as('creditOfficer'), (context) =>
      closeBriefing({ ...within, withoutConclusions: true }, context),
    );
    expect(close).toMatchObject({ refused: 'pointInConflict', data: { points: 1 } });
    if (!other) throw new Error('no other version');
    expect(await settle(within, other.versionId, 0)).toMatchObject({ refused: 'lineChanged' });
    const chosen = await Promise.all([
      settle(within, other.versionId, 1),
      settle(within, other.versionId, 1),
    ]);
    expect(chosen).toEqual([{}, {}]);
    expect(await pointOf(within)).toMatchObject({ ownText: other.ownText, version: 2, others: [] });
  });

  it('[GV97] who chooses the other version after somebody has chosen is told who was first, and how', async () => {
    const within = await opened(commune, day('2027-03-23'));
    await write(within, 'creditOfficer', 'Câu của cán bộ.', 0);
    await write(within, 'communeChair', 'Câu của chủ tịch.', 0);
    const [other] = (await pointOf(within))?.others ?? [];
    if (!other) throw new Error('no other version');
    expect(await settle(within, other.versionId, 1, { keep: 'standing' })).toEqual({});
    expect(await settle(within, other.versionId, 1, { by: 'communeChair' })).toMatchObject({
      refused: 'versionChosen',
      data: { by: PEOPLE.creditOfficer, choice: `không lấy bản của ${PEOPLE.communeChair}` },
    });
  });

  it('[GV80] sent twice it is written once, and an order is no version', async () => {
    const within = await opened(commune, day('2026-12-23'));
    const changeId = nextId();
    await write(within, 'creditOfficer', 'Một.', 0, changeId);
    expect(await write(within, 'creditOfficer', 'Một.', 0, changeId)).toMatchObject({ outcome: 'unchanged' });
    await tryCommand(commune, commune.as('communeChair'), (context) =>
      orderTalkingPoints({ ...within, keys: [KEY] }, context),
    );
    expect(await write(within, 'creditOfficer', 'Hai.', 1)).toMatchObject({ outcome: 'applied', version: 2 });
  });

  it('[GV93] the id of a change to one point stands for none of another, be it in the same words', async () => {
    const within = await opened(commune, day('2027-04-23'));
    const changeId = nextId();
    const other = (id: Id) =>
      tryCommand(commune, commune.as('creditOfficer'), (context) =>
        writeTalkingPoint(
          {
            ...{ ...within, key: `own:${OTHER_POINT}`, ownText: 'Một.', preparedText: null },
            ...{ isDropped: false, baseVersion: 0, changeId: id },
          },
          context,
        ),
      );
    expect(await other(nextId())).toMatchObject({ outcome: 'applied' });
    await write(within, 'creditOfficer', 'Một.', 0, changeId);
    expect(await other(changeId)).toMatchObject({ refused: 'idTaken' });
  });

  it('[GV80] taking back what another has written anew is refused, and what was written before it is kept', async () => {
    const within = await opened(commune, day('2027-01-23'));
    const reset = (baseVersion: number) =>
      tryCommand(commune, commune.as('creditOfficer'), (context) =>
        resetTalkingPoint({ ...within, key: KEY, baseVersion }, context),
      );
    await write(within, 'communeChair', 'Một.', 0);
    expect(await reset(0)).toMatchObject({ refused: 'lineChanged' });
    expect(await reset(1)).toEqual({});
    expect(await write(within, 'communeChair', 'Hai.', 1)).toMatchObject({ outcome: 'conflict' });
    expect((await pointOf(within))?.others).toMatchObject([{ ownText: 'Hai.' }]);
  });

  it('[GV80] of an added point that was taken back brings it back: kept beside it nobody would see it, nor could the meeting be closed', async () => {
    const within = await opened(commune, day('2027-02-23'));
    const key = `own:${nextId()}`;
    const change = { ...within, key, preparedText: null, isDropped: false };
    const say = (role: 'creditOfficer' | 'communeChair', ownText: string, baseVersion: number) =>
      tryCommand(commune, commune.as(role), (context) =>
        writeTalkingPoint({ ...change, ownText, baseVersion, changeId: nextId() }, context),
      );
    await say('creditOfficer', 'Bàn việc thu lãi.', 0);
    await say('creditOfficer', 'Bàn việc thu lãi trước Tết.', 1);
    await tryCommand(commune, commune.as('communeChair'), (context) =>
      resetTalkingPoint({ ...within, key, baseVersion: 2 }, context),
    );
    expect(await say('creditOfficer', 'Bàn việc thu lãi quý IV.', 1)).toMatchObject({ outcome: 'applied' });
    const { points } = await question(commune, commune.as('creditOfficer'), (context) =>
      showBriefingFigures(within, context),
    );
    expect(points.find((point) => point.key === key)).toMatchObject({
      ownText: 'Bàn việc thu lãi quý IV.',
      others: [],
    });
  });
});
