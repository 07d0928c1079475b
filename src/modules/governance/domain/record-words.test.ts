import { describe, expect, it } from 'vitest';
import { householdSaid } from './record-words.ts';

describe('a household that a report names', () => {
  it.each([
    ['Thôn Ngọc Lãng', 'Hộ Lê A, thôn Ngọc Lãng'],
    ['Khu phố 3', 'Hộ Lê A, khu phố 3'],
    ['Ngọc Lãng', 'Hộ Lê A, Ngọc Lãng'],
    [null, 'Hộ Lê A'],
  ])('[GV190] in %s is told by what its village is', (villageName, title) => {
    expect(householdSaid({ fullName: 'Lê A', villageName, isReachable: false, numbers: 0 })).toEqual({
      title,
      says: '0 số liên lạc, chưa liên lạc được',
    });
  });
});
