import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Id } from '../../kernel/ids.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { systemCaller } from '../caller.ts';
import { type HandlerContext, openContext, type Platform } from '../command.ts';
import type { Tx } from '../db/database.ts';
import { type Scope, SYSTEM_SCOPE } from '../db/scope.ts';
import type { Metrics } from '../metrics.ts';
import { type Event, writeOutbox } from './outbox.ts';

/**
 * What a module does about another module's news. It runs as the system in the scope of the cause, in a transaction
 * of its own, once: its work and the record of the delivery are committed together. It never refuses.
 */
export type EventHandler = {
  /** Unique; it stands in the audit trail and remembers the delivery: `groups.onDataDatePublished`. */
  readonly name: string;
  /** The name of the event. */
  readonly event: string;
  readonly handle: (payload: Event['payload'], context: HandlerContext) => Promise<void>;
};

/** What delivers. */
export type Deliverer = {
  readonly platform: Platform;
  readonly handlers: readonly EventHandler[];
  readonly logger: Logger;
  readonly metrics: Metrics;
};

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 300_000;
/** A pass ends after this many events, so that whoever asked hears back. */
const EVENTS_PER_PASS = 1_000;
/** Each takes a connection, and the background has eight for everything it does. */
const EVENTS_AT_ONCE = 4;

type Waiting = { id: Id; name: string; payload: Event['payload']; scope: Scope; failures: number };

/**
 * Delivers everything that waits: the oldest event of each name about a commune or an office first, the next of that name about
 * the same only after it, so that a handler hears its news in order. A handler that fails holds these up and nobody else's, and
 * is tried again after a growing delay. Two processes may deliver at once: the event's row is locked while a handler runs.
 *
 * @returns how many events were delivered
 */
export async function deliverOutbox(deliverer: Deliverer): Promise<number> {
  let delivered = 0;
  while (delivered < EVENTS_PER_PASS) {
    const heads = await readHeads(deliverer);
    if (heads.length === 0) break;
    const done = await Promise.all(heads.map((event) => deliver(deliverer, event)));
    const count = done.filter(Boolean).length;
    if (count === 0) break;
    delivered += count;
  }
  return delivered;
}

/**
 * Delivers until nothing waits, for a process that is about to end.
 *
 * @returns how many events still wait: those whose handlers fail, and those another process has in hand
 */
export async function drainOutbox(deliverer: Deliverer): Promise<number> {
  while ((await deliverOutbox(deliverer)) > 0);
  return countWaiting(deliverer.platform);
}

/** How many events are not delivered yet. */
export async function countWaiting({ database }: Platform): Promise<number> {
  const { rows } = await database.read(SYSTEM_SCOPE, (tx) =>
    sql<{ waiting: number }>`
      select count(*)::int as waiting from platform.outbox where delivered_at is null
    `.execute(tx),
  );
  return rows[0]?.waiting ?? 0;
}

/** The oldest waiting events of each name about a commune or an office, where their time to be tried has come; a few of them. */
async function readHeads({ platform }: Deliverer): Promise<Waiting[]> {
  const { rows } = await platform.database.read(SYSTEM_SCOPE, (tx) =>
    sql<Waiting>`
      select id, name, payload, scope, failures from (
        select distinct on (name, about) id, name, payload, scope, failures, retry_at, created_at
        from (
          select *, coalesce(payload ->> 'communeId', payload ->> 'officeId', '') as about from platform.outbox
          where delivered_at is null
        ) waiting
        order by name, about, created_at, id
      ) head
      where retry_at is null or retry_at <= ${platform.clock.now()}
      order by created_at, id limit ${EVENTS_AT_ONCE}
    `.execute(tx),
  );
  return rows;
}

/** True when all its handlers have had it. */
async function deliver(deliverer: Deliverer, event: Waiting): Promise<boolean> {
  const { platform, handlers, metrics, logger } = deliverer;
  try {
    for (const handler of handlers.filter((candidate) => candidate.event === event.name))
      if (!(await handOver(platform, event, handler))) return false;
    if (!(await markDelivered(platform, event))) return false;
    metrics.eventsDelivered.inc({ event: event.name });
    return true;
  } catch (error) {
    metrics.eventFailures.inc({ event: event.name });
    logger.error(
      { err: error, event: event.name, eventId: event.id, failures: event.failures + 1 },
      'event failed',
    );
    await postpone(platform, event);
    return false;
  }
}

/** One handler's transaction. False when another process has the event in hand or was first. */
async function handOver(platform: Platform, event: Waiting, handler: EventHandler): Promise<boolean> {
  const scope = { ...event.scope, system: true };
  return platform.database.write(scope, async (tx) => {
    if (!(await lock(tx, event.id))) return false;
    const at = platform.clock.now();
    if (!(await recordDelivery(tx, { eventId: event.id, handler: handler.name, at }))) return true;
    const caller = systemCaller(scope);
    const { context, notes, events } = openContext(platform, tx, caller);
    await handler.handle(event.payload, context);
    if (notes.length > 0)
      await appendAudit(tx, { command: handler.name, caller, runsAsSystem: true, at, notes });
    await writeOutbox(tx, { events, scope: event.scope, at, newId: platform.newId });
    return true;
  });
}

async function lock(tx: Tx, id: Id): Promise<boolean> {
  const { rows } = await sql`
    select id from platform.outbox where id = ${id} and delivered_at is null for update skip locked
  `.execute(tx);
  return rows.length === 1;
}

/** False when this handler has had this event before. */
async function recordDelivery(tx: Tx, { eventId, handler, at }: { eventId: Id; handler: string; at: Date }) {
  const { numAffectedRows } = await sql`
    insert into platform.outbox_delivery (event_id, handler, delivered_at) values (${eventId}, ${handler}, ${at})
    on conflict do nothing
  `.execute(tx);
  return numAffectedRows === 1n;
}

async function markDelivered({ database, clock }: Platform, { id }: Waiting): Promise<boolean> {
  const { numAffectedRows } = await database.write(SYSTEM_SCOPE, (tx) =>
    sql`
      update platform.outbox set delivered_at = ${clock.now()} where id = ${id} and delivered_at is null
    `.execute(tx),
  );
  return numAffectedRows === 1n;
}

async function postpone({ database, clock }: Platform, { id, failures }: Waiting): Promise<void> {
  const delayMs = Math.min(FIRST_RETRY_MS * 2 ** failures, LONGEST_RETRY_MS);
  const retryAt = new Date(clock.now().getTime() + delayMs);
  await database.write(SYSTEM_SCOPE, (tx) =>
    sql`
      update platform.outbox set failures = failures + 1, retry_at = ${retryAt} where id = ${id}
    `.execute(tx),
  );
}
