import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { day } from '../../kernel/dates.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { closeBriefing } from './close-briefing.ts';
import * as contract from './contract.ts';
import { selectMinutes } from './db/minutes.ts';
import { preparedFigures } from './domain/prepared-figures.ts';
import { sentenceOf } from './domain/talking-points.ts';
import { orderTalkingPoints } from './order-talking-points.ts';
import { resetTalkingPoint } from './reset-talking-point.ts';
import { opened, prepared } from './testing/given-briefing.ts';
import { command, givenCommune, type TestCommune } from './testing/given-commune.ts';
import { figuresOf, TRUTH, TRUTH_BEFORE } from './testing/given-figures.ts';
import { writeTalkingPoint } from './write-talking-point.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

const officer = () => commune.as('creditOfficer');

describe('figures of a briefing', () => {
  it('[GV19] are those of the newest date on its day, equal to the truth of the files', async () => {
    const figures = await figuresOf(commune, await prepared(commune));
    expect(figures).toMatchObject({ dataDate: '2026-10-31', comparedDate: '2026-09-30' });
    const [now, before] = [TRUTH.commune['540101'], TRUTH_BEFORE.commune['540101']];
    expect(figures.total?.outstandingVnd).toBe(BigInt(now?.outstanding ?? 0));
    expect(figures.total?.outstandingChangeVnd).toBe(
      BigInt((now?.outstanding ?? 0) - (before?.outstanding ?? 0)),
    );
    const sumOf = (parts: readonly { outstandingVnd: bigint }[]) =>
      parts.reduce((sum, { outstandingVnd }) => sum + outstandingVnd, 0n);
    expect(sumOf(figures.associations)).toBe(figures.total?.outstandingVnd);
    const direct = figures.associations.find(({ key }) => key === '99')?.outstandingVnd ?? 0n;
    expect(sumOf(figures.groups) + direct).toBe(figures.total?.outstandingVnd);
    expect(z.safeEncode(contract.showBriefingFigures.output, figures).success).toBe(true);
  });

  it('[GV92] call the loans without a transaction by the months of the rule, those kept before by the words they had', async () => {
    const owner = commune.database.owner;
    const before = (await figuresOf(commune, await prepared(commune))).inactiveTitle;
    expect(before).toBe('Không giao dịch 3 tháng');
    expect(preparedFigures.shape.inactiveTitle.parse(undefined)).toBe('Không giao dịch 3 tháng');
    await owner.query(
      `update programmes.rule_value set value = 4 where rule = 'inactiveMonths' and valid_to is null and scope = '{}'`,
    );
    expect((await figuresOf(commune, await prepared(commune))).inactiveTitle).toBe('Không giao dịch 4 tháng');
    await owner.query(
      `update programmes.rule_value set value = 3 where rule = 'inactiveMonths' and valid_to is null and scope = '{}'`,
    );
  });

  it('[GV20] [GV23] the points say what the month page says', async () => {
    const { points, due } = await figuresOf(commune, await prepared(commune));
    const sentences = points.map((point) => sentenceOf({ pieces: point.pieces }));
    expect(points[0]).toMatchObject({ key: 'moved-to-overdue', rule: 'GV20' });
    expect(sentences[0]).toMatch(/^Tháng 10 (không có món|có \d+ món)/);
    expect(due?.sessionOn).toBe('2026-11-23');
    const dueSentence = sentences.find((sentence) => sentence.startsWith('Phiên 23/11/2026'));
    if ((due?.loans ?? 0) > 0) expect(dueSentence).toContain(`${due?.loans} món`);
    else expect(dueSentence).toBeUndefined();
  });

  it.each([
    ['is overdue', { overdue: 1_000_000, frozen: 0 }, true],
    ['is frozen alone', { overdue: 0, frozen: 1_000_000 }, true],
    ['is neither', { overdue: 0, frozen: 0 }, false],
  ])(
    '[GV20] the ratio of arrears opens its loans where anything %s',
    async (_, { overdue, frozen }, isLinked) => {
      const { owner } = commune.database;
      const total = `commune_id = '${commune.communeId}' and data_date = '2026-10-31' and dimension = 'total'`;
      const { rows } = await owner.query(
        `select overdue_vnd as overdue, frozen_vnd as frozen from portfolio.figure where ${total}`,
      );
      const change = (sums: { overdue: unknown; frozen: unknown }) =>
        owner.query(`update portfolio.figure set overdue_vnd = $1, frozen_vnd = $2 where ${total}`, [
          sums.overdue,
          sums.frozen,
        ]);
      await change({ overdue, frozen });
      const [first] = (await figuresOf(commune, await prepared(commune))).points;
      expect(
        first?.pieces.some(({ link }) => link !== null && 'list' in link && link.list === 'arrears'),
      ).toBe(isLinked);
      expect(rows).toHaveLength(1);
      await change(rows[0]);
    },
  );

  it('[GV166] from which change of unpaid interest on a point is made is the rule of the day of the meeting', async () => {
    const { owner } = commune.database;
    const interestPoints = async () =>
      (await figuresOf(commune, await prepared(commune))).points
        .map(({ key }) => key)
        .filter((key) => key.startsWith('unpaid-interest'));
    const ruled = `update programmes.rule_value set value = $1, valid_to = $2 where rule = 'unpaidInterestPointVnd'`;
    const fromMeeting = nextId();
    await owner.query(ruled, [1, null]);
    expect(await interestPoints()).toEqual(['unpaid-interest-risen']);
    await owner.query(ruled, [1, '2026-11-22']);
    await owner.query(
      `insert into programmes.rule_value (id, rule, scope, value, valid_from, document, confidence, entered_at)
       values ($1, 'unpaidInterestPointVnd', '{}', 1000000000, '2026-11-23', 'Thử', 'unsure', now())`,
      [fromMeeting],
    );
    expect(await interestPoints()).toEqual([]);
    await owner.query('delete from programmes.rule_value where id = $1', [fromMeeting]);
    await owner.query(ruled, [500_000, null]);
  });

  it('[GV28] what people wrote, dropped and ordered stays, and is what the minutes keep', async () => {
    const within = await opened(commune);
    const [first, second] = (await figuresOf(commune, within)).points;
    if (!first || !second) throw new Error('too few points');
    const preparedText = sentenceOf(first);
    await command(commune, officer(), (context) =>
      writeTalkingPoint(
        {
          ...within,
          key: first.key,
          ownText: 'Câu của người họp.',
          preparedText,
          isDropped: false,
          baseVersion: 0,
          changeId: nextId(),
        },
        context,
      ),
    );
    await command(commune, officer(), (context) =>
      writeTalkingPoint(
        {
          ...within,
          key: second.key,
          ownText: null,
          preparedText: null,
          isDropped: true,
          baseVersion: 0,
          changeId: nextId(),
        },
        context,
      ),
    );
    await command(commune, officer(), (context) =>
      orderTalkingPoints({ ...within, keys: [second.key, first.key] }, context),
    );
    const { points } = await figuresOf(commune, within);
    expect(points.slice(0, 2)).toMatchObject([
      { key: second.key, isDropped: true },
      { key: first.key, ownText: 'Câu của người họp.', preparedThen: null },
    ]);
    await command(commune, officer(), (context) =>
      closeBriefing({ ...within, withoutConclusions: true }, context),
    );
    const minutes = await commune.database.app.read(officer().scope, (tx) =>
      selectMinutes(tx, within.communeId, within.briefingId),
    );
    expect(minutes?.content.points[0]).toBe('Câu của người họp.');
    expect(minutes?.content.points).not.toContain(sentenceOf(second));
    expect(minutes?.content.figures.total?.outstandingVnd).toBe(TRUTH.commune['540101']?.outstanding);
  });

  it('[GV28] only so many points are added, and an order brings none into being', async () => {
    const within = await prepared(commune, day('2027-01-23'));
    const own = (n: number) => `own:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
    const add = (n: number) =>
      command(commune, officer(), (context) =>
        writeTalkingPoint(
          {
            ...within,
            key: own(n),
            ownText: `Điểm ${n}.`,
            preparedText: null,
            isDropped: false,
            baseVersion: 0,
            changeId: nextId(),
          },
          context,
        ),
      );
    await command(commune, officer(), (context) =>
      orderTalkingPoints({ ...within, keys: [own(99)] }, context),
    );
    expect((await figuresOf(commune, within)).points.some(({ key }) => key === own(99))).toBe(false);
    for (let n = 1; n <= 60; n++) await add(n);
    await expect(add(61)).rejects.toThrow('tooManyLines');
  });

  it('[GV28] taken back, the prepared sentence stands again', async () => {
    const within = await prepared(commune, day('2026-12-23'));
    const [first] = (await figuresOf(commune, within)).points;
    if (!first) throw new Error('no point');
    await command(commune, officer(), (context) =>
      writeTalkingPoint(
        {
          ...within,
          key: first.key,
          ownText: 'Khác.',
          preparedText: 'x',
          isDropped: false,
          baseVersion: 0,
          changeId: nextId(),
        },
        context,
      ),
    );
    await command(commune, officer(), (context) =>
      resetTalkingPoint({ ...within, key: first.key, baseVersion: 1 }, context),
    );
    expect((await figuresOf(commune, within)).points[0]).toEqual({
      ...first,
      version: 2,
      writtenByName: 'Võ Thanh Hà (mẫu)',
    });
  });
});
