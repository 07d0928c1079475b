import { expect, test } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { inTurn } from './passed-in-turn.ts';

test('[GV101] days that are over stand by day, then by point, whether or not a briefing was prepared', () => {
  const prepared = (pointName: string, heldOn: string) => {
    return { communeId: 'xa' as Id, briefingId: heldOn as Id, pointName, heldOn: day(heldOn) };
  };
  const missed = (pointName: string, heldOn: string) => {
    return { pointCode: pointName, pointName, heldOn: day(heldOn) };
  };
  const briefings = [prepared('Sơn Long', '2026-11-05'), prepared('Vân Hòa', '2026-12-05')];
  const sessions = [missed('Sơn Long', '2026-12-05'), missed('Vân Hòa', '2026-11-19')];
  expect(
    inTurn({ briefings, missed: sessions }).map(({ heldOn, pointName }) => `${heldOn} ${pointName}`),
  ).toEqual(['2026-11-05 Sơn Long', '2026-11-19 Vân Hòa', '2026-12-05 Sơn Long', '2026-12-05 Vân Hòa']);
});
