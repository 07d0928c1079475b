import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../src/platform/testing/database.ts';
import { schemaText, tableFaults } from './catalogue.ts';

const SNAPSHOT = 'docs/schema.txt';
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** Runs statements as the owner and takes them back. */
async function meanwhile<T>(statements: string, look: () => Promise<T>): Promise<T> {
  await database.owner.query('begin');
  try {
    await database.owner.query(statements);
    return await look();
  } finally {
    await database.owner.query('rollback');
  }
}

describe('the tables', () => {
  it('each names its owner, forces row-level security and begins its keys with the owner', async () => {
    expect(await tableFaults(database.owner)).toEqual([]);
  });

  it('a table that breaks the rules is found', async () => {
    const faults = await meanwhile(
      `create table registry.nameless (id uuid primary key);
       create table registry.open (commune_id uuid, id uuid, primary key (commune_id, id));
       comment on table registry.open is 'commune: sample';
       create table registry.wrong_key (id uuid primary key, commune_id uuid, code text unique);
       comment on table registry.wrong_key is 'commune: sample';
       alter table registry.wrong_key enable row level security;
       alter table registry.wrong_key force row level security;`,
      () => tableFaults(database.owner),
    );
    expect(faults).toEqual([
      'registry.nameless: its comment does not begin with commune, office, system, reference, local',
      'registry.open: row-level security is not enabled and forced',
      'registry.wrong_key: the key does not begin with commune_id',
      'registry.wrong_key: unique (code) is without commune_id',
    ]);
  });
});

describe('the schema', () => {
  it(`a migrated database is the schema of ${SNAPSHOT}; GIAOBAN_WRITE_SCHEMA=1 writes it anew`, async () => {
    const now = await schemaText(database.owner);
    if (process.env.GIAOBAN_WRITE_SCHEMA === '1') writeFileSync(SNAPSHOT, now);
    expect(now.split('\n')).toEqual(readFileSync(SNAPSHOT, 'utf8').split('\n'));
  });

  it('a column added by hand is seen', async () => {
    const before = await schemaText(database.owner);
    const after = await meanwhile('alter table registry.area add column extra text', () =>
      schemaText(database.owner),
    );
    expect(after).not.toEqual(before);
  });
});
