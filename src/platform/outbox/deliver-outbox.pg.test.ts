import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Id } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../audit/append-audit.ts';
import { runCommand } from '../command.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { testCaller, testPlatform } from '../testing/platform.ts';
import { countWaiting, deliverOutbox, drainOutbox, type EventHandler } from './deliver-outbox.ts';
import type { Event } from './outbox.ts';

const COMMUNE = '0192f0c8-0000-7000-8000-000000000011' as Id;
const officer = testCaller({ communeIds: [COMMUNE] });

let database: TestDatabase;
let parts: ReturnType<typeof testPlatform>;

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  parts = testPlatform(database.app);
  await database.owner.query('truncate platform.outbox, platform.outbox_delivery, identity.sign_in_attempt');
});
afterAll(() => database.close());

const emit = (events: readonly Event[], refused = false) =>
  runCommand(parts.platform, { name: 'sample.emit', caller: officer }, async (context) => {
    context.note({ communeId: COMMUNE, subject: {} });
    for (const event of events) context.emit(event);
    return refused ? refuse('notFound') : {};
  });

const event = (name: string, number: number): Event => ({ name, payload: { number } });
const deliverer = (...handlers: EventHandler[]) => ({ ...parts, handlers });
const hearing = (heard: unknown[], name = 'sample.heard', of = 'a'): EventHandler => ({
  name,
  event: of,
  handle: async ({ number }) => void heard.push(number),
});

const failingBy = (handle: EventHandler['handle']): EventHandler => ({
  ...{ name: 'sample.failing', event: 'a', handle },
});

function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** A mark in a table that this handler may write: it stays only when the handler's transaction does. */
const mark = (key: string) => sql`
  insert into identity.sign_in_attempt (key, failures, last_failure_at, blocked_until)
  values (${key}, 1, '2026-11-03', '2026-11-03')
  on conflict (key) do update set failures = sign_in_attempt.failures + 1`;
const marks = async () =>
  (await database.owner.query('select key, failures from identity.sign_in_attempt order by key')).rows;

test('news of a command that is refused is never delivered', async () => {
  await emit([event('a', 1)], true);
  expect(await countWaiting(parts.platform)).toBe(0);
});

test('news is delivered once to each handler, in order, in the scope of its cause', async () => {
  await emit([event('a', 1), event('a', 2)]);
  await emit([event('a', 3), event('b', 4)]);
  const [heard, heardToo, scopes]: unknown[][] = [[], [], []];
  const asking: EventHandler = {
    name: 'sample.asked',
    event: 'b',
    handle: async (_, { caller }) => void scopes?.push(caller.kind, caller.scope.communeIds),
  };
  const all = deliverer(hearing(heard ?? []), hearing(heardToo ?? [], 'sample.heardToo'), asking);
  expect(await deliverOutbox(all)).toBe(4);
  expect(await deliverOutbox(all)).toBe(0);
  expect([heard, heardToo, scopes]).toEqual([
    [1, 2, 3],
    [1, 2, 3],
    ['system', [COMMUNE]],
  ]);
  expect(await countWaiting(parts.platform)).toBe(0);
});

test('news that nobody listens to is done with', async () => {
  await emit([event('unheard', 1)]);
  expect(await drainOutbox(deliverer())).toBe(0);
});

test('a handler that fails leaves nothing, holds up its own name only, and is tried again after a growing delay', async () => {
  await emit([event('a', 1), event('a', 2), event('b', 3)]);
  let attempts = 0;
  const failing = failingBy(async ({ number }, { tx }) => {
    await mark(`a${number}`).execute(tx);
    if (number === 1 && ++attempts <= 3) throw new Error('not yet');
  });
  const heard: unknown[] = [];
  const all = deliverer(failing, hearing(heard, 'sample.heard', 'b'));
  expect(await drainOutbox(all)).toBe(2);
  expect([await marks(), heard]).toEqual([[], [3]]);
  for (const [waitMs, expected] of [
    [999, 1],
    [1_000, 2],
    [1_000, 2],
    [2_000, 3],
    [3_999, 3],
    [4_000, 4],
  ] as const) {
    const failedAt = parts.clock.now().getTime();
    parts.clock.moveTo(new Date(failedAt + waitMs).toISOString());
    const before = attempts;
    await deliverOutbox(all);
    expect([waitMs, attempts]).toEqual([waitMs, expected]);
    if (attempts === before) parts.clock.moveTo(new Date(failedAt).toISOString());
  }
  expect(await marks()).toEqual([
    { key: 'a1', failures: 1 },
    { key: 'a2', failures: 1 },
  ]);
  const told = await parts.metrics.registry.metrics();
  expect(told).toContain('giaoban_outbox_failures_total{event="a"} 3');
  expect(told).toContain('giaoban_outbox_delivered_total{event="a"} 2');
});

test('news about a commune that fails holds up no other commune and no office; of the same commune and name none comes before it', async () => {
  const about = (whom: object, number: number) => ({ name: 'a', payload: { ...whom, number } });
  const inCommune = (n: number, number: number) => about({ communeId: `c${n}` }, number);
  const many = Array.from({ length: 12 }, (_, i) => inCommune(i + 3, 10 + i));
  await emit([inCommune(1, 1), inCommune(2, 2), inCommune(1, 3)]);
  await emit([about({ officeId: 'o1' }, 4), inCommune(2, 5), ...many]);
  const heard: unknown[] = [];
  let fails = true;
  const failing = failingBy(async ({ number }) => {
    if (fails && number === 1) throw new Error('not yet');
    heard.push(number);
  });
  expect(await drainOutbox(deliverer(failing))).toBe(2);
  const inOrder = (numbers: unknown[]) => heard.filter((number) => numbers.includes(number));
  expect([inOrder([1, 2, 3, 5]), heard.length]).toEqual([[2, 5], 15]);
  fails = false;
  parts.clock.moveTo('2026-11-03T03:00:00Z');
  expect(await drainOutbox(deliverer(failing))).toBe(0);
  expect(inOrder([1, 3])).toEqual([1, 3]);
});

test('news about an office that fails holds up no other office', async () => {
  await emit(['o1', 'o2'].map((officeId, number) => ({ name: 'a', payload: { officeId, number } })));
  const heard: unknown[] = [];
  const handle: EventHandler['handle'] = async ({ number }) => {
    if (number === 0) throw new Error('not yet');
    heard.push(number);
  };
  expect(await drainOutbox(deliverer(failingBy(handle)))).toBe(1);
  expect(heard).toEqual([1]);
});

test('news goes out in the order in which it happened, whichever was written down first', async () => {
  parts.clock.moveTo('2026-11-03T03:00:00Z');
  await emit([event('a', 2)]);
  parts.clock.moveTo('2026-11-03T02:00:00Z');
  await emit([event('a', 1)]);
  const heard: unknown[] = [];
  expect(await drainOutbox(deliverer(hearing(heard)))).toBe(0);
  expect(heard).toEqual([1, 2]);
});

test('a handler that has had the news does not have it again when another fails', async () => {
  await emit([event('a', 1)]);
  const heard: unknown[] = [];
  let fails = true;
  const failing = failingBy(async () => {
    if (fails) throw new Error('not yet');
  });
  const all = deliverer(hearing(heard), failing);
  await deliverOutbox(all);
  fails = false;
  parts.clock.moveTo('2026-11-03T03:00:00Z');
  expect(await drainOutbox(all)).toBe(0);
  expect(heard).toEqual([1]);
});

test('two processes together deliver each event once and in order', async () => {
  for (let i = 0; i < 10; i++) await emit([event('a', 2 * i), event('a', 2 * i + 1), event('b', i)]);
  const heard: unknown[] = [];
  const slow: EventHandler = {
    name: 'sample.slow',
    event: 'a',
    handle: async ({ number }, { tx }) => {
      await mark(`${number}`).execute(tx);
      heard.push(number);
      await new Promise((resolve) => setTimeout(resolve, 2));
    },
  };
  const all = deliverer(slow);
  while ((await countWaiting(parts.platform)) > 0)
    await Promise.all([deliverOutbox(all), deliverOutbox(all), deliverOutbox(all)]);
  expect(heard).toEqual(Array.from({ length: 20 }, (_, i) => i));
  expect((await marks()).every((row) => row.failures === 1)).toBe(true);
});

test('a process passes over what another has in hand, and does not wait for it', async () => {
  await emit([event('a', 1)]);
  const [inHand, letGo] = [gate(), gate()];
  const slow: EventHandler = {
    name: 'sample.slow',
    event: 'a',
    handle: async () => {
      inHand.open();
      await letGo.opened;
    },
  };
  const first = deliverOutbox(deliverer(slow));
  await inHand.opened;
  expect(await deliverOutbox(deliverer(slow))).toBe(0);
  letGo.open();
  expect(await first).toBe(1);
});

test('what a handler notes joins the audit trail under its name, and what it emits is delivered in turn', async () => {
  await emit([event('a', 1)]);
  const heard: unknown[] = [];
  const passing: EventHandler = {
    name: 'sample.passing',
    event: 'a',
    handle: async (_, context) => {
      context.note({ communeId: SYSTEM_CHAIN, subject: { number: 1 } });
      context.emit(event('c', 9));
    },
  };
  expect(await drainOutbox(deliverer(passing, hearing(heard, 'sample.heard', 'c')))).toBe(0);
  expect(heard).toEqual([9]);
  const { rows } = await database.owner.query(
    `select actor from platform.audit_entry where command = 'sample.passing'`,
  );
  expect(rows).toEqual([{ actor: 'system' }]);
});

test('the application reads news only as the system', async () => {
  await emit([event('a', 1)]);
  const seen = await database.app.read(officer.scope, (tx) =>
    sql`select id from platform.outbox`.execute(tx),
  );
  expect(seen.rows).toEqual([]);
});
