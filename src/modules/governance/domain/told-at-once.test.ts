import { describe, expect, it } from 'vitest';
import { judgeTold, sameAgenda } from './told-at-once.ts';

describe('what two people say at once', () => {
  it('[GV90] stands when nobody spoke meanwhile, is stale when somebody did, and is nothing new when both say the same', () => {
    expect(judgeTold({ version: 2, baseVersion: 2, isSame: false })).toBe('applied');
    expect(judgeTold({ version: 3, baseVersion: 2, isSame: false })).toBe('stale');
    expect(judgeTold({ version: 3, baseVersion: 2, isSame: true })).toBe('unchanged');
  });

  it('[GV89] of an agenda is the same with the same items in the same order, reached or not', () => {
    const item = { id: 'a', kind: 'other' as const, title: 'Vốn Tết', minutes: 5 };
    const other = { ...item, id: 'b' };
    expect(sameAgenda([item, other], [item, other])).toBe(true);
    expect(sameAgenda([item, other], [other, item])).toBe(false);
    expect(sameAgenda([item], [item, other])).toBe(false);
    expect(sameAgenda([item], [{ ...item, minutes: 6 }])).toBe(false);
    expect(sameAgenda([item], [{ ...item, title: 'Vốn' }])).toBe(false);
  });
});
