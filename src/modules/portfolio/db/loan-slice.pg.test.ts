import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { NO_SCOPE } from '../../../platform/db/scope.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { nextId } from '../testing/stage-extracts.ts';
import { loansOf } from './loan-slice.ts';

const OCTOBER = day('2026-10-31');

/** A node of a plan as PostgreSQL tells it. */
type Node = { 'Node Type': string; 'Relation Name'?: string; 'Index Cond'?: string; Plans?: Node[] };

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await database.owner.query('select portfolio.ensure_month($1)', [OCTOBER]);
});
afterAll(() => database?.close());

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

describe('the loans of a list', () => {
  it('are looked up by their keys, entry by entry: the planner cannot go through all loans of the commune instead', async () => {
    const slice = { communeIds: [nextId()], dataDate: OCTOBER, comparedDate: null, list: 'overdue' as const };
    const { rows } = await database.app.read(NO_SCOPE, (tx) =>
      sql<{
        'QUERY PLAN': [{ Plan: Node }];
      }>`explain (format json) select p.* from ${loansOf(slice)}`.execute(tx),
    );
    const plan = rows[0]?.['QUERY PLAN'][0].Plan as Node;
    const lookUps = nodesOf(plan).filter((node) => node['Node Type'] === 'Limit');
    expect(lookUps).toHaveLength(1);
    const loans = lookUps.flatMap(nodesOf).filter((node) => node['Relation Name']?.startsWith('position'));
    expect(loans).toHaveLength(1);
    expect(loans[0]?.['Index Cond']).toMatch(/contract_no|customer_code/);
    const all = nodesOf(plan).filter((node) => node['Relation Name']?.startsWith('position'));
    expect(all).toHaveLength(1);
  });
});
