import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import { type HandlerContext, runCommand } from '../command.ts';
import { connect } from '../db/database.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { testCaller, testPlatform } from '../testing/platform.ts';
import { GENESIS_HASH, hashEntry, SYSTEM_CHAIN } from './append-audit.ts';
import { verifyAudit } from './verify-audit.ts';

const COMMUNES = [1, 2, 3].map((n) => `0192f0c8-0000-7000-8000-00000000000${n}` as Id);
const [FIRST, SECOND] = COMMUNES as [Id, Id];
const officer = testCaller({ communeIds: COMMUNES });

let database: TestDatabase;
let parts: ReturnType<typeof testPlatform>;

beforeAll(async () => {
  database = await testDatabase();
  parts = testPlatform(database.app);
});
afterAll(() => database.close());

const command = (handler: (context: HandlerContext) => Promise<unknown>, caller = officer) =>
  runCommand(parts.platform, { name: 'sample.change', caller }, handler);

const noting = (...communeIds: Id[]) =>
  command(async ({ note }) => {
    for (const communeId of communeIds)
      note({ communeId, subject: { loans: ['b', 'a'], count: 2, at: null } });
  });

const entriesOf = async (communeId: Id) =>
  (
    await database.owner.query(
      `select commune_id as "communeId", sequence, at, actor, command, subject, previous_hash as "previousHash", hash
       from platform.audit_entry where commune_id = $1 order by sequence`,
      [communeId],
    )
  ).rows;

const clear = () => database.owner.query('truncate platform.audit_entry, platform.audit_head');

describe('appending', () => {
  test('[AU1] an entry carries its hash and the hash of the one before; fields cannot slide into one another', async () => {
    await clear();
    await noting(FIRST);
    await noting(FIRST);
    const [first, second] = await entriesOf(FIRST);
    expect(first).toMatchObject({ sequence: 1n, previousHash: GENESIS_HASH, hash: hashEntry(first) });
    expect(second).toMatchObject({ sequence: 2n, previousHash: first.hash, hash: hashEntry(second) });
    expect(hashEntry({ ...first, actor: 'ab', command: 'c' })).not.toBe(
      hashEntry({ ...first, actor: 'a', command: 'bc' }),
    );
  });

  test('[AU2] one entry in each chain noted; a refusal and a defect leave none', async () => {
    await clear();
    await noting(SECOND, FIRST);
    await command(async ({ note }) => {
      note({ communeId: FIRST, subject: {} });
      return refuse('notFound');
    });
    const broken = command(async ({ note }) => {
      note({ communeId: FIRST, subject: {} });
      throw new Error('broken');
    });
    await expect(broken).rejects.toThrow('broken');
    expect([await entriesOf(FIRST), await entriesOf(SECOND)].map((entries) => entries.length)).toEqual([
      1, 1,
    ]);
  });

  test('[AU2] a command that notes nothing is a defect; run as the system it joins the system chain', async () => {
    await clear();
    await expect(command(async () => ({}))).rejects.toThrow('does not note');
    await command(async () => ({}), testCaller({ system: true }));
    expect(await entriesOf(SYSTEM_CHAIN)).toHaveLength(1);
  });

  test('[AU2] a chain outside the scope of the command cannot be written', async () => {
    const other = testCaller({ communeIds: [SECOND] });
    const attempt = command(async ({ note }) => note({ communeId: FIRST, subject: {} }), other);
    await expect(attempt).rejects.toThrow();
  });

  test('[AU3] 20 writers at once, 25 entries each: no fork, no gap, nothing lost', async () => {
    await clear();
    const wide = connect({ ...database.address, user: 'giaoban_app', password: 'test' }, 20);
    const platform = { ...parts.platform, database: wide };
    const write = async (writer: number) => {
      for (let i = 0; i < 25; i++)
        await runCommand(platform, { name: 'sample.change', caller: officer }, async ({ note }) => {
          // In either order, and two chains at once: writers must not lock each other out.
          const both = writer % 2 ? [FIRST, SECOND] : [SECOND, FIRST];
          for (const communeId of both) note({ communeId, subject: { writer, i } });
        });
    };
    await Promise.all(Array.from({ length: 20 }, (_, writer) => write(writer)));
    await wide.close();
    expect(await verifyAudit(database.app)).toEqual({ chains: 2, entries: 1_000, broken: [] });
    const entries = await entriesOf(FIRST);
    expect(entries.map((entry) => entry.sequence)).toEqual(
      Array.from({ length: 500 }, (_, i) => BigInt(i + 1)),
    );
    expect(new Set(entries.map((entry) => entry.previousHash)).size).toBe(500);
    expect(new Set(entries.map((entry) => entry.subject)).size).toBe(500);
  });

  test('[AU4] times are UTC to the microsecond with six digits, also on a full second', async () => {
    await clear();
    for (const moment of ['2026-11-03T02:00:00Z', '2026-11-03T02:00:00.120Z']) {
      parts.clock.moveTo(moment);
      await noting(FIRST);
    }
    expect((await entriesOf(FIRST)).map((entry) => entry.at)).toEqual([
      '2026-11-03T02:00:00.000000Z',
      '2026-11-03T02:00:00.120000Z',
    ]);
  });

  test.each([
    'update platform.audit_entry set actor = actor',
    'delete from platform.audit_entry',
    'truncate platform.audit_entry',
    'delete from platform.audit_head',
    'alter table platform.audit_entry disable row level security',
  ])('[AU5] the application cannot: %s', async (statement) => {
    const attempt = database.app.write({ ...officer.scope, system: true }, (tx) =>
      sql.raw(statement).execute(tx),
    );
    await expect(attempt).rejects.toThrow(/permission denied|must be owner/);
  });

  test('[AU7] an entry names who acted by ids', async () => {
    await clear();
    await noting(FIRST);
    const [entry] = await entriesOf(FIRST);
    expect(entry.actor).toBe(`user ${officer.userId} as creditOfficer ${officer.assignmentId}`);
    expect(entry.subject).toBe('{"at":null,"count":2,"loans":["b","a"]}');
  });
});

describe('verification', () => {
  test('[AU6] a chain longer than one piece is walked whole', async () => {
    await clear();
    await database.owner.query(`insert into platform.audit_head values ($1, 2500, 'wrong')`, [FIRST]);
    let previousHash = GENESIS_HASH;
    const rows: unknown[][] = [];
    for (let sequence = 1n; sequence <= 2_500n; sequence++) {
      const entry = {
        communeId: FIRST,
        sequence,
        at: 'x',
        actor: 'a',
        command: 'c',
        subject: '{}',
        previousHash,
      };
      const hash = hashEntry(entry);
      rows.push([FIRST, sequence, 'x', 'a', 'c', '{}', previousHash, hash]);
      previousHash = hash;
    }
    await database.owner.query(
      `insert into platform.audit_entry select * from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])`,
      [0, 1, 2, 3, 4, 5, 6, 7].map((column) => rows.map((row) => String(row[column]))),
    );
    const brokenHead = { communeId: FIRST, sequence: 2_500n, problem: 'headChanged' };
    expect(await verifyAudit(database.app)).toEqual({ chains: 1, entries: 2_500, broken: [brokenHead] });
    await database.owner.query('update platform.audit_head set hash = $1', [previousHash]);
    expect((await verifyAudit(database.app)).broken).toEqual([]);
    await database.owner.query('update platform.audit_entry set actor = $1 where sequence = 2001', ['b']);
    expect((await verifyAudit(database.app)).broken).toEqual([
      { communeId: FIRST, sequence: 2_001n, problem: 'changed' },
    ]);
  });

  test('[AU6] 200 random tampers are all found at the entry that was touched, and undoing them heals the chain', async () => {
    await clear();
    for (let i = 0; i < 40; i++) await noting(...COMMUNES.filter((_, n) => (i + n) % 3 !== 0));
    await database.owner.query('create temporary table kept_entry as table platform.audit_entry');
    await database.owner.query('create temporary table kept_head as table platform.audit_head');
    const random = seeded(20_261_103);
    const counted = new Map<string, number>();
    for (let i = 0; i < 200; i++) {
      const tamper = TAMPERS[Math.floor(random() * TAMPERS.length)] ?? TAMPERS[0];
      if (!tamper) throw new Error('no tampers');
      const communeId = COMMUNES[Math.floor(random() * 3)] ?? FIRST;
      const [{ length }] = (
        await database.owner.query('select count(*)::int as length from kept_entry where commune_id = $1', [
          communeId,
        ])
      ).rows;
      const sequence = 1 + Math.floor(random() * (length - 1));
      const touched = await tamper.run({ communeId, sequence, length, random });
      const { broken } = await verifyAudit(database.app);
      expect([i, tamper.name, sequence, broken.length > 0]).toEqual([i, tamper.name, sequence, true]);
      expect([tamper.name, broken.find((one) => one.communeId === communeId)?.sequence]).toEqual([
        tamper.name,
        BigInt(touched),
      ]);
      counted.set(tamper.name, (counted.get(tamper.name) ?? 0) + 1);
      await clear();
      await database.owner.query('insert into platform.audit_entry table kept_entry');
      await database.owner.query('insert into platform.audit_head table kept_head');
    }
    expect(counted.size).toBe(TAMPERS.length);
    expect((await verifyAudit(database.app)).broken).toEqual([]);
  });
});

type Target = { communeId: Id; sequence: number; length: number; random: () => number };
/** Does it, and tells which entry must be named. */
type Tamper = { name: string; run: (target: Target) => Promise<number> };

const edit = (field: string, value: string): Tamper => ({
  name: `edit ${field}`,
  run: async ({ communeId, sequence }) => {
    const set = `update platform.audit_entry set ${field} = ${value} where commune_id = $1 and sequence = $2`;
    await database.owner.query(set, [communeId, sequence]);
    return sequence;
  },
});

const TAMPERS: readonly Tamper[] = [
  edit('at', `replace(at, '000Z', '001Z')`),
  edit('actor', `'user x'`),
  edit('command', `command || ' '`),
  edit('subject', `replace(subject, '2', '3')`),
  edit('previous_hash', `repeat('0', 63) || '1'`),
  edit('hash', `reverse(hash)`),
  edit('sequence', 'sequence + 100000'),
  edit('commune_id', `'0192f0c8-0000-7000-8000-0000000000ff'`),
  {
    name: 'edit and make the hash fit',
    run: async ({ communeId, sequence }) => {
      const entry = (await entriesOf(communeId))[sequence - 1];
      const forged = { ...entry, actor: 'user forged' };
      await database.owner.query(
        'update platform.audit_entry set actor = $3, hash = $4 where commune_id = $1 and sequence = $2',
        [communeId, sequence, forged.actor, hashEntry(forged)],
      );
      return sequence + 1;
    },
  },
  {
    name: 'delete',
    run: async ({ communeId, sequence }) => {
      await database.owner.query('delete from platform.audit_entry where commune_id = $1 and sequence = $2', [
        communeId,
        sequence,
      ]);
      return sequence;
    },
  },
  {
    name: 'cut the tail',
    run: async ({ communeId, sequence }) => {
      await database.owner.query(
        'delete from platform.audit_entry where commune_id = $1 and sequence >= $2',
        [communeId, sequence],
      );
      return sequence;
    },
  },
  {
    name: 'swap two',
    run: async ({ communeId, sequence, length, random }) => {
      const other = sequence + 1 + Math.floor(random() * (length - sequence));
      await database.owner.query(
        `update platform.audit_entry one set (at, actor, command, subject, previous_hash, hash) =
           (select at, actor, command, subject, previous_hash, hash from kept_entry two
            where two.commune_id = $1 and two.sequence = $2 + $3 - one.sequence)
         where commune_id = $1 and sequence in ($2, $3)`,
        [communeId, sequence, other],
      );
      return sequence;
    },
  },
  {
    name: 'add at the end',
    run: async ({ communeId, length }) => {
      const last = (await entriesOf(communeId))[length - 1];
      const added = { ...last, sequence: BigInt(length + 1), previousHash: last.hash };
      await database.owner.query('insert into platform.audit_entry values ($1, $2, $3, $4, $5, $6, $7, $8)', [
        communeId,
        added.sequence,
        added.at,
        added.actor,
        added.command,
        added.subject,
        added.previousHash,
        hashEntry(added),
      ]);
      return length + 1;
    },
  },
  {
    name: 'move the head back',
    run: async ({ communeId, sequence }) => {
      await database.owner.query('update platform.audit_head set sequence = $2 where commune_id = $1', [
        communeId,
        sequence,
      ]);
      return sequence + 1;
    },
  },
  {
    name: 'remove the head',
    run: async ({ communeId, length }) => {
      await database.owner.query('delete from platform.audit_head where commune_id = $1', [communeId]);
      return length;
    },
  },
];

/** The same chances at every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
