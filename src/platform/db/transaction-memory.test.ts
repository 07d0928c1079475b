import { describe, expect, it } from 'vitest';
import type { Tx } from './database.ts';
import { transactionMemory } from './transaction-memory.ts';

describe('what a transaction has read', () => {
  const [one, other] = [{} as Tx, {} as Tx];

  it('is read once for each key, and again by the next transaction', async () => {
    const memory = transactionMemory<number>();
    let readings = 0;
    const read = async () => ++readings;
    expect([await memory(one, 'a', read), await memory(one, 'a', read)]).toEqual([1, 1]);
    expect(await memory(one, 'b', read)).toBe(2);
    expect(await memory(other, 'a', read)).toBe(3);
  });

  it('is not kept where the reading failed', async () => {
    const memory = transactionMemory<number>();
    await expect(memory(one, 'a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect(await memory(one, 'a', async () => 7)).toBe(7);
  });
});
