import { describe, expect, it } from 'vitest';
import { lastingThread } from './lasting-thread.ts';

const open = () =>
  lastingThread<number, { questions: number; double: number }>(
    'src/platform/threads/testing/lasting-count.ts',
  );

describe('a lasting thread', { timeout: 30_000 }, () => {
  it('stays: every question finds what the ones before left', async () => {
    const thread = open();
    const answers = await Promise.all([thread.ask(1), thread.ask(2), thread.ask(3)]);
    expect(answers).toEqual([
      { questions: 1, double: 2 },
      { questions: 2, double: 4 },
      { questions: 3, double: 6 },
    ]);
    await thread.close();
  });

  it('what the script throws fails that question only', async () => {
    const thread = open();
    await expect(thread.ask(-1)).rejects.toThrow('negative');
    expect(await thread.ask(5)).toEqual({ questions: 1, double: 10 });
    await thread.close();
  });

  it('when it dies, who waits is told, and the next question starts it anew', async () => {
    const thread = open();
    const waiting = [thread.ask(0), thread.ask(7)];
    for (const answer of await Promise.allSettled(waiting)) expect(answer.status).toBe('rejected');
    expect(await thread.ask(8)).toEqual({ questions: 1, double: 16 });
    await thread.close();
  });
});
