import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { refuse } from '../../kernel/refusal.ts';
import { sendGeneralRefusal } from './answer.ts';
import { unencrypted } from './encrypted-only.ts';
import { foreignOrigin } from './origin.ts';
import { GENERAL_RATE, type RateLimit, rateLimiter } from './rate-limit.ts';
import type { HttpTransport } from './transport.ts';

const ONE_YEAR_S = 31_536_000;
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * The headers of every answer, the rate limit, and the refusal of unsafe requests that come from another site. All of
 * it applies before the route is looked at, so no route can be forgotten.
 */
export async function registerSecurity(
  http: FastifyInstance,
  { transport, rateLimit = GENERAL_RATE }: { transport: HttpTransport; rateLimit?: RateLimit | 'none' },
): Promise<void> {
  const overTls = transport.kind !== 'plain';
  const refuseUnencrypted = transport.kind === 'proxied' ? unencrypted(transport.proxies) : undefined;
  const limiter = rateLimit === 'none' ? undefined : rateLimiter(rateLimit, () => performance.now());
  await http.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_POLICY },
    strictTransportSecurity: overTls ? { maxAge: ONE_YEAR_S, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    crossOriginEmbedderPolicy: false,
  });
  http.addHook('onRequest', async (request, reply) => {
    const isRefused = await refuseUnencrypted?.(request, reply);
    if (isRefused) return isRefused;
    const seconds = limiter?.(request.ip);
    if (seconds !== undefined)
      return sendGeneralRefusal(request, reply, refuse('tooManyRequests', { seconds }));
    if (!SAFE_METHODS.has(request.method) && foreignOrigin(request))
      return sendGeneralRefusal(request, reply, refuse('foreignOrigin'));
    return undefined;
  });
}

/** Nothing from elsewhere; scripts and styles are ours or carry the answer's nonce (helmet adds it). */
const CONTENT_POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  workerSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  objectSrc: ["'none'"],
};
