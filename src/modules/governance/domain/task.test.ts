import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { NOBODY } from './seats.ts';
import {
  countTasks,
  isOver,
  lateDays,
  mayHappen,
  ownerAndFormer,
  ownerWords,
  stateAfter,
  TASK_STATES,
  type TaskState,
} from './task.ts';

const STATES = Object.keys(TASK_STATES) as TaskState[];
const DUE = day('2026-11-20');
const task = (state: TaskState, reportedOn: string | null = null) => ({
  state,
  dueOn: DUE,
  reportedOn: reportedOn === null ? null : day(reportedOn),
});

describe('late', () => {
  it.each([
    ['given', null, '2026-11-20', 0],
    ['given', null, '2026-11-21', 1],
    ['working', null, '2026-12-20', 30],
    ['reported', '2026-11-20', '2026-12-20', 0],
    ['reported', '2026-11-22', '2026-12-20', 2],
    ['accepted', '2026-11-22', '2026-12-20', 2],
    ['returned', '2026-11-19', '2026-11-23', 3],
    ['handedOver', null, '2026-12-20', 0],
    ['cancelled', null, '2026-12-20', 0],
  ] as const)('[GV33] %s, reported %s, on %s: %i days', (state, reportedOn, today, days) => {
    expect(lateDays(task(state, reportedOn), day(today))).toBe(days);
  });
});

describe('what may happen', () => {
  it('[GV34] nothing happens to what is over', () => {
    for (const state of STATES.filter(isOver))
      for (const event of [
        'received',
        'started',
        'reported',
        'accepted',
        'returned',
        'handedOver',
        'cancelled',
      ] as const)
        expect([state, event, mayHappen(event, state)]).toEqual([state, event, false]);
  });

  it.each([
    ['received', ['given']],
    ['started', ['given', 'received', 'returned']],
    ['reported', ['given', 'received', 'working', 'reported', 'returned']],
    ['accepted', ['reported']],
    ['returned', ['reported']],
    ['handedOver', ['given', 'received', 'working', 'returned']],
    ['cancelled', ['given', 'received', 'working', 'reported', 'returned']],
  ] as const)('[GV34] a task is %s from %j alone', (event, states) => {
    expect(STATES.filter((state) => mayHappen(event, state))).toEqual(states);
  });

  it('[GV34] the state is that of the last event; without any there is no task', () => {
    expect(stateAfter(['given', 'reported', 'returned', 'started'])).toBe('working');
    expect(() => stateAfter([])).toThrow(RangeError);
  });
});

describe('counts', () => {
  it('[GV38] late are those still to be done; handed-over and cancelled ones are none', () => {
    const tasks = [
      task('given'),
      task('returned', '2026-11-19'),
      task('reported', '2026-11-25'),
      task('accepted', '2026-11-25'),
      task('handedOver'),
      task('cancelled'),
    ];
    const counts = { given: 4, done: 1, waiting: 1, returned: 1 };
    expect(countTasks(tasks, day('2026-11-20'))).toEqual({ ...counts, late: 0 });
    expect(countTasks(tasks, day('2026-11-21'))).toEqual({ ...counts, late: 2 });
  });
});

describe('whose a task is', () => {
  it.each([
    ['Trần Thị Mai, Hội LHPN', null, 'Trần Thị Mai, Hội LHPN'],
    ['Trần Thị Mai, Hội LHPN', 'Lê Thị Hoa', 'Trần Thị Mai, Hội LHPN; nay: Lê Thị Hoa'],
    ['Trần Thị Mai, Hội LHPN', NOBODY, 'Trần Thị Mai, Hội LHPN; nay: chưa có người giữ'],
    ['Trưởng thôn Sơn Long', 'Lê Văn Hai', 'Trưởng thôn Sơn Long; nay: Lê Văn Hai'],
    ['Trưởng thôn Sơn Long', NOBODY, 'Trưởng thôn Sơn Long; chưa có người giữ'],
    ['Công an xã', NOBODY, 'Công an xã; chưa có người giữ'],
    ['Đoàn Thanh niên', NOBODY, 'Đoàn Thanh niên; chưa có người giữ'],
    ['Trần Thị Mai', NOBODY, 'Trần Thị Mai; nay: chưa có người giữ'],
    ['Đoàn Văn Hậu', NOBODY, 'Đoàn Văn Hậu; nay: chưa có người giữ'],
    ['Hội An', 'Lê Thị Hoa', 'Hội An; nay: Lê Thị Hoa'],
  ])('[GV132] [GV241] [GV234] given to %s, held by %s now, is told as %s', (ownerName, ownerNow, words) => {
    expect(ownerWords({ ownerName, ownerNow })).toBe(words);
  });

  it('[GV241] of one that was handed over, whom it came from stands behind its owner and says nothing of who left', () => {
    const insteadOf = 'Trần Thị Mai, Hội Liên hiệp Phụ nữ';
    const of = (ownerNow: string | null) =>
      ownerAndFormer({ ownerName: 'Trưởng thôn Vân Hòa', insteadOf, ownerNow });
    const from = `Trưởng thôn Vân Hòa (chuyển từ ${insteadOf})`;
    expect([of(null), of('chưa có người giữ'), of('Lê Hoa')]).toEqual([
      from,
      `${from}; chưa có người giữ`,
      `${from}; nay: Lê Hoa`,
    ]);
    expect(ownerAndFormer({ ownerName: 'Công an xã', insteadOf: null })).toBe('Công an xã');
  });
});
