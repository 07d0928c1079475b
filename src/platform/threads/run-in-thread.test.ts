import { describe, expect, it } from 'vitest';
import { runInThread } from './run-in-thread.ts';

const SCRIPT = 'src/platform/threads/testing/count-pieces.ts';

describe('a thread', { timeout: 30_000 }, () => {
  it('sends all its pieces in order, then answers, however slowly they are taken', async () => {
    const taken: number[] = [];
    const output = await runInThread<{ pieces: number }, number, string>(SCRIPT, {
      input: { pieces: 40 },
      onPiece: async (piece) => {
        await new Promise((resolve) => setTimeout(resolve, 1));
        taken.push(piece);
      },
    });
    expect(taken).toEqual(Array.from({ length: 40 }, (_, i) => i));
    expect(output).toBe('40 sent');
  });

  it('fails with what it throws, with what taking a piece throws, and when it is aborted', async () => {
    const run = (pieces: number, onPiece: () => Promise<void>, signal?: AbortSignal) =>
      runInThread<{ pieces: number }, number, string>(SCRIPT, {
        ...{ input: { pieces }, onPiece },
        ...(signal ? { signal } : {}),
      });
    const taking = async () => undefined;
    await expect(run(-1, taking)).rejects.toThrow('no pieces');
    await expect(run(3, () => Promise.reject(new Error('not taken')))).rejects.toThrow('not taken');
    await expect(run(1_000_000, taking, AbortSignal.timeout(500))).rejects.toThrow();
  });
});
