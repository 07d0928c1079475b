import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { groupByHashing } from '../../../platform/db/group-by-hashing.ts';
import { NO_SCOPE } from '../../../platform/db/scope.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { nextId } from '../testing/stage-extracts.ts';

const OCTOBER = day('2026-10-31');

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await database.owner.query('select portfolio.ensure_month($1)', [OCTOBER]);
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

describe('grouping rows that were written a moment ago', () => {
  const planOf = async (tx: Tx) => {
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain
      select commune_id, village_code collate "C", count(*) from portfolio.position
      where commune_id = any (${[nextId()]}::uuid[]) and data_date = ${OCTOBER} and version_id = ${nextId()}
      group by 1, 2`.execute(tx);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };

  it('is hashed from then on, in that transaction alone', async () => {
    await database.app.write(NO_SCOPE, async (tx) => {
      expect(await planOf(tx)).toContain('Sort');
      await groupByHashing(tx);
      expect(await planOf(tx)).toContain('HashAggregate');
      expect(await planOf(tx)).not.toContain('Sort');
    });
    expect(await database.app.write(NO_SCOPE, planOf)).toContain('Sort');
  });
});
