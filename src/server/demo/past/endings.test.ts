import { describe, expect, it } from 'vitest';
import type { Id } from '../../../kernel/ids.ts';
import { endingsOf, type Occasion } from './endings.ts';
import type { Task } from './tasks-at-hand.ts';

const task = (taskId: string, rest: Partial<Task> = {}) =>
  ({ taskId: taskId as Id, ownerSeat: 'associationHead:12', state: 'given', ...rest }) as Task;

const of = (occasion: Occasion) => ({
  occasion,
  isOfSample: ({ ownerSeat }: Task) => ownerSeat === 'communePolice',
});

describe('what is left standing when the demo begins', () => {
  it('is one of each kind, of tasks that are due first', () => {
    const tasks = [task('a'), task('b'), task('c')];
    expect([...endingsOf(tasks, of('meeting'))]).toEqual([
      ['a', 'returned'],
      ['b', 'handedOver'],
    ]);
    expect([...endingsOf(tasks, of('atHand'))]).toEqual([['a', 'late']]);
  });

  it('is nothing of the officer’s own and nothing that is reported already', () => {
    const tasks = [
      task('own', { ownerSeat: 'creditOfficer' }),
      task('done', { state: 'reported' }),
      task('c'),
    ];
    expect([...endingsOf(tasks, of('order'))]).toEqual([['c', 'late']]);
    expect(endingsOf(tasks.slice(0, 2), of('meeting')).size).toBe(0);
  });

  it('is, of the difficulties its meeting gave, those of sample people, who so find them', () => {
    const tasks = [
      task('police', { ownerSeat: 'communePolice', source: 'difficulty' }),
      task('head', { source: 'difficulty' }),
      task('concluded'),
    ];
    expect([...endingsOf(tasks, of('meeting'))]).toEqual([
      ['concluded', 'returned'],
      ['police', 'given'],
    ]);
    expect([...endingsOf(tasks, of('atHand'))]).toEqual([['concluded', 'late']]);
  });
});
