import { describe, expect, it } from 'vitest';
import { programmeDoubts } from './programme-doubts.ts';

const group = (programmeCode: string, rateBpsPerYear: number) => ({
  ...{ programmeCode, rateBpsPerYear, loans: 2, outstandingVnd: 90_000_000n },
});
const ratesOf = new Map([
  ['01', [660]],
  ['03', [792, 396]],
  ['13', []],
]);
const doubts = (...groups: ReturnType<typeof group>[]) => programmeDoubts(groups, { ratesOf, gapBps: 100 });

describe('[PF90] what the catalogue does not explain', () => {
  it('a code that it does not have is told once, with all its loans', () => {
    expect(doubts(group('77', 660), group('77', 900), group('01', 660))).toEqual({
      unknown: [{ programmeCode: '77', loans: 4, outstandingVnd: 180_000_000n }],
      farRates: [],
    });
  });

  it('a rate is far from the gap on, measured to the nearest rate the programme has had', () => {
    expect(doubts(group('01', 759), group('01', 561), group('03', 396)).farRates).toEqual([]);
    expect(doubts(group('01', 760)).farRates).toMatchObject([{ rateBpsPerYear: 760, nearestBps: 660 }]);
    expect(doubts(group('03', 600)).farRates).toMatchObject([{ nearestBps: 792 }]);
  });

  it('a programme whose rate is not known is not judged', () => {
    expect(doubts(group('13', 1_500))).toEqual({ unknown: [], farRates: [] });
  });
});
