import { randomBytes } from 'node:crypto';
import cookie from '@fastify/cookie';
import compress from '@fastify/compress';
import multipart from '@fastify/multipart';
import fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FileAnswer, GENERAL_REFUSALS, type Operation } from '../../kernel/contract.ts';
import { isRefusal, type Refusal, refusalText, type RefusalTexts, refuse } from '../../kernel/refusal.ts';
import { ANONYMOUS, type Caller } from '../caller.ts';
import { type Platform, runCommand, runQuestion } from '../command.ts';
import type { Implementation, ModuleRoutes, RequestContext } from './implement.ts';
import { foreignOrigin } from './origin.ts';
import { clearSessionCookie, readSessionCookie, setSessionCookie } from './session-cookie.ts';
import { noFiles, type UploadedFile } from './uploads.ts';

/** What the HTTP server needs besides the routes. */
export type HttpOptions = {
  readonly logger: FastifyBaseLogger | boolean;
  /** Who a session cookie stands for; anonymous when it stands for nobody. */
  readonly identify: (token: string) => Promise<Caller>;
  readonly uploadLimits: { readonly fileBytes: number; readonly files: number };
};

/** The scope of handlers that run as the system, on top of what the caller may see. */
const asSystem = (caller: Caller) => ({ ...caller.scope, system: true });

/** Builds the HTTP server over the given modules. Every route comes from a declared operation. */
export async function createHttpServer(
  platform: Platform,
  modules: readonly ModuleRoutes[],
  options: HttpOptions,
): Promise<FastifyInstance> {
  const http = fastify({
    ...(typeof options.logger === 'boolean' ? { logger: options.logger } : { loggerInstance: options.logger }),
    genReqId: () => randomBytes(5).toString('hex'),
    bodyLimit: 1_048_576,
  });
  await http.register(cookie);
  await http.register(compress, { threshold: 1024 });
  await http.register(multipart, {
    limits: { fileSize: options.uploadLimits.fileBytes, files: options.uploadLimits.files },
  });
  for (const module of modules)
    for (const implementation of module.implementations)
      registerRoute(http, platform, { implementation, texts: module.refusals, options });
  return http;
}

type Route = { implementation: Implementation; texts: RefusalTexts; options: HttpOptions };

function registerRoute(http: FastifyInstance, platform: Platform, route: Route): void {
  const { operation } = route.implementation;
  http.route({
    method: operation.method,
    url: `/api${operation.path.replace(/\{(\w+)\}/g, ':$1')}`,
    handler: async (request, reply) => {
      const outcome = await answer(platform, route, request, reply);
      if (isRefusal(outcome)) return sendRefusal(reply, { ...GENERAL_REFUSALS, ...route.texts }, outcome, request.id);
      return sendOutput(reply, operation, outcome);
    },
  });
}

/** The way of every request: origin, identity, permission, input, then the transaction with the handler in it. */
async function answer(
  platform: Platform,
  { implementation, options }: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { operation, handler, options: implementationOptions } = implementation;
  if (operation.method !== 'GET' && foreignOrigin(request)) return refuse('foreignOrigin');
  const token = readSessionCookie(request);
  const caller = token === undefined ? ANONYMOUS : await options.identify(token);
  const notPermitted = checkPermission(operation, caller);
  if (notPermitted) return notPermitted;
  const input = decodeInput(operation, request);
  if (isRefusal(input)) return input;
  const requestContext = {
    address: request.ip,
    files: operation.request === 'files' ? uploadedFiles(request) : noFiles(),
    setSession: (value: string | null) =>
      value === null ? clearSessionCookie(reply) : setSessionCookie(reply, value),
  };
  const scope = implementationOptions.runsAs === 'system' ? asSystem(caller) : caller.scope;
  const run = (context: Omit<RequestContext, keyof typeof requestContext>) =>
    handler(input as never, { ...context, ...requestContext } as RequestContext);
  return operation.method === 'GET'
    ? runQuestion(platform, { caller, scope }, run)
    : runCommand(platform, { name: operation.name, caller, scope }, run);
}

/** Undefined when the caller may; the refusal otherwise. */
export function checkPermission(operation: Operation, caller: Caller): Refusal | undefined {
  if (operation.permission === 'anyone') return undefined;
  if (caller.kind === 'anonymous') return refuse('notSignedIn');
  if (operation.permission === 'signedIn') return undefined;
  if (caller.kind === 'system') return undefined;
  const reach = caller.role === null ? undefined : operation.permission.reach[caller.role];
  return reach === undefined ? refuse('notAllowed') : undefined;
}

function decodeInput(operation: Operation, request: FastifyRequest): unknown {
  const body = operation.method === 'GET' || operation.request === 'files' ? {} : (request.body ?? {});
  const raw = { ...(request.query as object), ...(body as object), ...(request.params as object) };
  const result = z.safeDecode(operation.input, raw as never);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  return refuse('inputInvalid', { where: issue?.path.join('.') || 'nội dung', problem: issue?.message ?? '' });
}

async function* uploadedFiles(request: FastifyRequest): AsyncGenerator<UploadedFile> {
  for await (const part of request.files()) yield { name: part.filename, content: part.file };
}

function sendRefusal(reply: FastifyReply, texts: RefusalTexts, refusal: Refusal, reference: string): FastifyReply {
  const status = texts[refusal.refused]?.status ?? 500;
  const message = refusalText(texts, refusal);
  return reply.code(status).send({ refused: refusal.refused, message, data: refusal.data, reference });
}

function sendOutput(reply: FastifyReply, operation: Operation, output: unknown): FastifyReply {
  if (operation.answer === 'file') {
    const file = output as FileAnswer;
    return reply
      .header('content-type', file.mediaType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .send(typeof file.content === 'string' ? file.content : Buffer.from(file.content));
  }
  return reply.send(z.encode(operation.output, output as never));
}
