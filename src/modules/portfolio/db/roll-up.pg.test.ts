import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.close());

const sumOf = async (amounts: string) => {
  const { rows } = await database.owner.query(
    `select portfolio.sum_vnd(amount) as vnd from unnest('{${amounts}}'::bigint[]) amount`,
  );
  return rows[0]?.vnd;
};

describe('a sum of whole đồng', () => {
  it('is whole đồng: what is not given counts for nothing, and nothing is 0', async () => {
    expect(await sumOf('9007199254740993,-1,null')).toBe(9_007_199_254_740_992n);
    expect(await sumOf('null')).toBe(0n);
    expect(await sumOf('')).toBe(0n);
  });

  it('that does not fit is told, not wrapped', async () => {
    await expect(sumOf('9223372036854775807,1')).rejects.toThrow('bigint out of range');
  });
});
