import { expect, test } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { awaitsWords } from './carried-words.tsx';

const VAN_HOA = { pointCode: '02', pointName: 'Vân Hòa' };
const COMING = [
  { pointCode: '01', heldOn: day('2027-01-05') },
  { pointCode: '02', heldOn: day('2027-01-19') },
  { pointCode: '02', heldOn: day('2027-02-19') },
];

test('[GV277] a difficulty that waits for a point says which, and the day of its next briefing where it is known', () => {
  expect(awaitsWords({ awaits: VAN_HOA }, COMING)).toBe('; chờ giao ban tới của điểm Vân Hòa (19/01/2027)');
  expect(awaitsWords({ awaits: VAN_HOA }, [])).toBe('; chờ giao ban tới của điểm Vân Hòa');
  expect(awaitsWords({ awaits: null }, COMING)).toBe('');
});
