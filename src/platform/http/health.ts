import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { refuse } from '../../kernel/refusal.ts';
import type { Platform } from '../command.ts';
import { readMigrations } from '../db/migrate.ts';
import { NO_SCOPE } from '../db/scope.ts';
import type { Metrics } from '../metrics.ts';
import { sendGeneralRefusal } from './answer.ts';

/** What `/api/health` says. */
export type Health = {
  readonly status: 'ok' | 'unavailable';
  readonly database: 'reachable' | 'unreachable';
  readonly migrations: 'current' | 'behind' | 'unknown';
};

/**
 * `GET /api/health`, for whoever watches the server: 200 or 503. `GET /metrics`, for Prometheus on the same machine:
 * from any other address it is not there.
 */
export function registerHealth(http: FastifyInstance, platform: Platform, metrics: Metrics): void {
  const expected = readMigrations().map((step) => step.checksum);
  http.get('/api/health', async (_, reply) => {
    const health = await readHealth(platform, expected);
    return reply
      .code(health.status === 'ok' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(health);
  });
  http.get('/metrics', async (request, reply) => {
    if (!isFromThisMachine(request)) return sendGeneralRefusal(request, reply, refuse('notFound'));
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}

async function readHealth({ database }: Platform, expected: readonly string[]): Promise<Health> {
  try {
    const { rows } = await database.read(NO_SCOPE, (tx) =>
      sql<{ checksum: string }>`select checksum from public.giaoban_migration`.execute(tx),
    );
    const done = new Set(rows.map((row) => row.checksum));
    const isCurrent = expected.every((checksum) => done.has(checksum));
    const migrations = isCurrent ? 'current' : 'behind';
    return { status: isCurrent ? 'ok' : 'unavailable', database: 'reachable', migrations };
  } catch {
    // Any failure to ask is the answer.
    return { status: 'unavailable', database: 'unreachable', migrations: 'unknown' };
  }
}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const LOOPBACK_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/;

/** A proxy on this machine also comes from the loopback; it shows itself by the header it adds. */
function isFromThisMachine(request: FastifyRequest): boolean {
  const { 'x-forwarded-for': forwarded, host = '' } = request.headers;
  return (
    LOOPBACK.test(request.socket.remoteAddress ?? '') && forwarded === undefined && LOOPBACK_HOST.test(host)
  );
}
