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
       create table registry.wrong_key (id uuid primary key, commune_id uuid, code text unique, unique (code, commune_id));
       comment on table registry.wrong_key is 'commune: sample';
       alter table registry.wrong_key enable row level security;
       alter table registry.wrong_key force row level security;`,
      () => tableFaults(database.owner),
    );
    expect(faults).toEqual([
      'registry.nameless: its comment does not begin with commune, office, system, reference, local',
      'registry.open: row-level security is not enabled and forced',
      'registry.wrong_key: the key does not begin with commune_id',
      'registry.wrong_key: unique (code) does not begin with commune_id',
      'registry.wrong_key: unique (code, commune_id) does not begin with commune_id',
    ]);
  });

  it('a foreign key out of the commune and a trigger are found', async () => {
    const faults = await meanwhile(
      `create table registry.straying (commune_id uuid, id uuid, other_id uuid, primary key (commune_id, id),
         foreign key (commune_id, id) references registry.household (commune_id, id),
         constraint strays foreign key (other_id, id) references registry.household (commune_id, id));
       select platform.own_by_commune('registry.straying', 'select');
       comment on table registry.straying is 'commune: sample';
       create function registry.nothing() returns trigger language plpgsql as $$ begin return new; end $$;
       create trigger lurking after insert on registry.straying execute function registry.nothing();`,
      () => tableFaults(database.owner),
    );
    expect(faults).toEqual([
      'registry.straying: foreign key strays to registry.household is without commune_id',
      'registry.straying: trigger lurking: a distributed server refuses it',
    ]);
  });

  it('communes and people in a table that everybody reads are found', async () => {
    const faults = await meanwhile(
      `create table registry.open_list (id uuid primary key, commune_id uuid, full_name text, leader_phone text, name text);
       comment on table registry.open_list is 'reference: sample';`,
      () => tableFaults(database.owner),
    );
    expect(faults).toEqual([
      'registry.open_list: commune_id stands in a reference table, which everybody reads',
      'registry.open_list: full_name stands in a reference table, which everybody reads',
      'registry.open_list: leader_phone stands in a reference table, which everybody reads',
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
