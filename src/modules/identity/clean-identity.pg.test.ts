import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemCaller } from '../../platform/caller.ts';
import { runCommand } from '../../platform/command.ts';
import { NO_SCOPE } from '../../platform/db/scope.ts';
import type { Cleaning } from '../../platform/housekeeping/housekeep.ts';
import { testPlatform } from '../../platform/testing/platform.ts';
import { cleanSessions, cleanSpentLinks } from './clean-identity.ts';
import { identityWorld } from './testing/build.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;

beforeAll(async () => {
  world = await identityWorld();
});
afterAll(() => world.close());

const BEFORE = new Date('2026-08-05T00:00:00Z');
const clean = (cleaning: Cleaning) =>
  runCommand(
    testPlatform(world.database.app).platform,
    { name: cleaning.name, caller: systemCaller({ ...NO_SCOPE, system: true }) },
    (context) => cleaning.clean(context, BEFORE),
  );

it('[ID25] old sessions go, each person’s newest stays', async () => {
  const people = [await world.addPerson({ login: 'often' }), await world.addPerson({ login: 'seldom' })];
  const session = async (person: number, name: string, lastSeenAt: string) =>
    world.database.owner.query(
      `insert into identity.session (token_hash, id, user_id, created_at, last_seen_at, awaits_second_factor)
       values ($1, gen_random_uuid(), $2, $3, $3, false)`,
      [name, people[person]?.userId, lastSeenAt],
    );
  await session(0, 'often-old', '2026-08-04T23:59:59Z');
  await session(0, 'often-at-the-moment', '2026-08-05T00:00:00Z');
  await session(0, 'often-now', '2026-11-03T00:00:00Z');
  await session(1, 'seldom-older', '2026-01-01T00:00:00Z');
  await session(1, 'seldom-newest', '2026-02-01T00:00:00Z');
  expect(await clean(cleanSessions)).toBe(2);
  const { rows } = await world.database.owner.query('select token_hash from identity.session order by 1');
  expect(rows.map((row) => row.token_hash)).toEqual(['often-at-the-moment', 'often-now', 'seldom-newest']);
});

it('[ID25] links go when they were used or expired long ago; one that still works stays', async () => {
  const link = (name: string, expiresAt: string, usedAt: string | null) =>
    world.database.owner.query(
      `insert into identity.invitation (token_hash, purpose, created_at, expires_at, used_at)
       values ($1, 'set_password', '2026-01-01', $2, $3)`,
      [name, expiresAt, usedAt],
    );
  await link('used', '2026-11-01', '2026-08-04T23:59:59Z');
  await link('used-later', '2026-08-01', '2026-08-05T00:00:00Z');
  await link('expired', '2026-08-04T23:59:59Z', null);
  await link('works', '2026-11-06', null);
  expect(await clean(cleanSpentLinks)).toBe(2);
  const { rows } = await world.database.owner.query('select token_hash from identity.invitation order by 1');
  expect(rows.map((row) => row.token_hash)).toEqual(['used-later', 'works']);
});
