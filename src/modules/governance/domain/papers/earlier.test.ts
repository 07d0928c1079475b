import { expect, it } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { nextId } from '../../../portfolio/testing/stage-extracts.ts';
import { countEarlier, type EarlierTask } from './earlier.ts';

const due = (dueOn: string, isReported = false): EarlierTask => ({
  ...{ taskId: nextId(), text: 'Mời hộ', isDifficulty: false, givenOn: day('2026-10-23') },
  ...{ ownerSeat: null, ownerName: 'Ban giảm nghèo', dueOn: day(dueOn), isReported },
});

const POLICE = 'communePolice';
const officeOf = (seat: string, names: readonly string[]) => `${seat}: ${names.join(' / ')}`;

it('[GV88] what is due on the day of the meeting is left and not late, on the day after its due day it is', () => {
  const on = day('2026-12-23');
  expect(countEarlier([due('2026-12-23')], on, officeOf)).toEqual({ unfinished: 1, late: 0, lateBy: [] });
  expect(countEarlier([due('2026-12-22'), due('2026-12-23'), due('2026-12-01', true)], on, officeOf)).toEqual(
    {
      ...{ unfinished: 3, late: 1 },
      lateBy: [{ ownerName: 'Ban giảm nghèo', late: 1, mostDays: 1 }],
    },
  );
});

it('[GV246] an office is late by all that was given to it, under each of the names, the last given at the end', () => {
  const given = (ownerName: string, givenOn: string): EarlierTask => ({
    ...due('2026-12-22'),
    ...{ ownerSeat: POLICE, ownerName, givenOn: day(givenOn) },
  });
  const tasks = [given('B', '2026-11-23'), given('A', '2026-10-23'), due('2026-12-20')];
  expect(countEarlier(tasks, day('2026-12-23'), officeOf).lateBy).toEqual([
    { ownerName: 'communePolice: A / B', isOffice: true, late: 2, mostDays: 1 },
    { ownerName: 'Ban giảm nghèo', late: 1, mostDays: 3 },
  ]);
});
