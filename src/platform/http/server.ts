import { tmpdir } from 'node:os';
import { join } from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { type Logger, pino } from 'pino';
import { refuse } from '../../kernel/refusal.ts';
import type { Caller } from '../caller.ts';
import type { Platform } from '../command.ts';
import { createMetrics, type Metrics } from '../metrics.ts';
import { PROJECT_ROOT } from '../project.ts';
import { newReference } from '../reference.ts';
import { BODY_LIMIT, errorHandler, sendGeneralRefusal } from './answer.ts';
import { registerDesk } from './desk.ts';
import { registerHealth } from './health.ts';
import type { ModuleRoutes } from './implement.ts';
import { openApiOf } from './openapi.ts';
import type { RateLimit } from './rate-limit.ts';
import { registerRoute } from './route.ts';
import { registerSecurity } from './security.ts';
import type { UploadLimits } from './spool-uploads.ts';
import type { HttpTransport } from './transport.ts';

/** What the HTTP server needs besides the routes. */
export type HttpOptions = {
  /** From `createLogger`. `false`: silent. */
  readonly logger: Logger | false;
  /** Who a session cookie stands for; anonymous when it stands for nobody. */
  readonly identify: (token: string) => Promise<Caller>;
  readonly uploadLimits: UploadLimits;
  /** Where uploads are received; a folder of the system's own for what is temporary, unless said otherwise. */
  readonly uploadFolder?: string;
  /** `plain` (the default) is for the loopback; `proxied`: TLS ends at the proxy with one of these addresses. */
  readonly transport?: HttpTransport;
  readonly rateLimit?: RateLimit | 'none';
  readonly metrics?: Metrics;
  /** In production an undeclared refusal is answered; elsewhere it is a defect. */
  readonly isProduction?: boolean;
  /** Where the built desk lies; `dist/web/desk` of the project. */
  readonly deskFolder?: string;
};

/** Builds the HTTP server over the given modules. Every route below `/api` comes from a declared operation. */
export async function createHttpServer(
  platform: Platform,
  modules: readonly ModuleRoutes[],
  options: HttpOptions,
): Promise<FastifyInstance> {
  const {
    transport = { kind: 'plain' },
    uploadLimits,
    metrics = createMetrics(),
    isProduction = false,
  } = options;
  const http = openServer(options, transport);
  http.setErrorHandler(errorHandler(metrics, uploadLimits));
  observe(http, metrics);
  await registerSecurity(http, {
    transport,
    ...(options.rateLimit ? { rateLimit: options.rateLimit } : {}),
  });
  await http.register(cookie);
  await http.register(compress, { threshold: 1024 });
  await http.register(multipart, {
    limits: { fileSize: uploadLimits.fileBytes, files: uploadLimits.files, fields: 10 },
  });
  for (const { implementations, refusals } of modules)
    for (const implementation of implementations)
      registerRoute(http, {
        platform,
        metrics,
        implementation,
        texts: refusals,
        identify: options.identify,
        isProduction,
        uploads: { folder: options.uploadFolder ?? join(tmpdir(), 'giaoban-uploads'), limits: uploadLimits },
      });
  http.get('/api/openapi.json', describeOnce(modules));
  registerHealth(http, platform, metrics);
  const showDesk = await registerDesk(http, options.deskFolder ?? join(PROJECT_ROOT, 'dist/web/desk'));
  http.setNotFoundHandler((request, reply) =>
    READING_METHODS.has(request.method) && !request.url.startsWith('/api/')
      ? showDesk(request, reply)
      : sendGeneralRefusal(request, reply, refuse('notFound')),
  );
  return http;
}

/** Answers the description of all operations, which is made when somebody first asks for it: it was a tenth of every start. */
function describeOnce(modules: readonly ModuleRoutes[]): () => Promise<ReturnType<typeof openApiOf>> {
  let described: ReturnType<typeof openApiOf> | undefined;
  return async () => {
    described ??= openApiOf(modules);
    return described;
  };
}

/** A HEAD is a GET whose body Node leaves out: whoever watches the server asks so whether the page is there. */
const READING_METHODS = new Set(['GET', 'HEAD']);

/** How long a request may take to arrive: a whole month's files over a line of the countryside. */
const LONGEST_REQUEST_MS = 1_800_000;

function openServer(options: HttpOptions, transport: HttpTransport): FastifyInstance {
  return fastify({
    loggerInstance: options.logger === false ? pino({ level: 'silent' }) : options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newReference,
    requestIdHeader: false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: LONGEST_REQUEST_MS,
    trustProxy: transport.kind === 'proxied' ? [...transport.proxies] : false,
    frameworkErrors: (_, request, reply) => sendGeneralRefusal(request, reply, refuse('notFound')),
    routerOptions: { maxParamLength: 200 },
    ...(transport.kind === 'tls' ? { https: { cert: transport.certificate, key: transport.key } } : {}),
  }) as unknown as FastifyInstance;
}

/** One line of log and one measurement per request: method, route pattern, status, time. Nothing of its content. */
function observe(http: FastifyInstance, metrics: Metrics): void {
  http.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    const { method } = request;
    const { statusCode: status, elapsedTime } = reply;
    metrics.requestSeconds.observe({ method, route, status }, elapsedTime / 1_000);
    request.log.info({ method, route, status, ms: Math.round(elapsedTime) }, 'request');
  });
}
