import { expect, it } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { nextId } from '../../../portfolio/testing/stage-extracts.ts';
import { countEarlier, type EarlierTask } from './earlier.ts';

const due = (dueOn: string, isReported = false): EarlierTask => ({
  ...{ taskId: nextId(), text: 'Mời hộ', isDifficulty: false, givenOn: day('2026-10-23') },
  ...{ ownerSeat: null, ownerName: 'Ban giảm nghèo', dueOn: day(dueOn), isReported },
});

it('[GV88] what is due on the day of the meeting is left and not late, on the day after its due day it is', () => {
  const on = day('2026-12-23');
  expect(countEarlier([due('2026-12-23')], on)).toEqual({ unfinished: 1, late: 0, lateBy: [] });
  expect(countEarlier([due('2026-12-22'), due('2026-12-23'), due('2026-12-01', true)], on)).toEqual({
    ...{ unfinished: 3, late: 1 },
    lateBy: [{ ownerName: 'Ban giảm nghèo', late: 1, mostDays: 1 }],
  });
});
