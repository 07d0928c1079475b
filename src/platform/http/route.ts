import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { GENERAL_REFUSALS, type Operation } from '../../kernel/contract.ts';
import { addressReader, inputProblem, type TextValues } from '../../kernel/input.ts';
import { isRefusal, type Refusal, type RefusalTexts, refuse } from '../../kernel/refusal.ts';
import { ANONYMOUS, type Caller } from '../caller.ts';
import { type HandlerContext, type Platform, runCommand, runQuestion } from '../command.ts';
import type { Scope } from '../db/scope.ts';
import type { Metrics } from '../metrics.ts';
import { encodeOutput, sendOutput, sendRefusal } from './answer.ts';
import type { Implementation, ImplementationOptions } from './implement.ts';
import { clearSessionCookie, readSessionCookie, setSessionCookie } from './session-cookie.ts';
import { limitsOf, spoolUploads, type UploadLimits } from './spool-uploads.ts';
import { noFiles, type UploadedFile } from './uploads.ts';

/** One operation to be served. */
export type Route = {
  readonly platform: Platform;
  readonly metrics: Metrics;
  readonly implementation: Implementation;
  readonly texts: RefusalTexts;
  readonly identify: (token: string) => Promise<Caller>;
  readonly isProduction: boolean;
  /** Where files of a request are received, and how much of them. */
  readonly uploads: { readonly folder: string; readonly limits: UploadLimits };
};

/** Serves one operation below `/api`. */
export function registerRoute(http: FastifyInstance, route: Route): void {
  const { operation } = route.implementation;
  const decode = inputDecoder(operation);
  const texts = { ...GENERAL_REFUSALS, ...route.texts };
  http.route({
    method: operation.method,
    url: `/api${operation.path.replace(/\{(\w+)\}/g, ':$1')}`,
    handler: async (request, reply) => {
      const outcome = await answer(route, decode, { request, reply });
      if (!isRefusal(outcome)) return sendOutput(reply, operation, outcome);
      route.metrics.refusals.inc({ operation: operation.name, code: outcome.refused });
      return sendRefusal(request, reply, { texts, refusal: outcome });
    },
  });
}

/** Outside production a refusal that the contract does not declare is a defect: clients cannot know it. */
function assertDeclared(operation: Operation, { refused }: Refusal): void {
  if (!Object.hasOwn(GENERAL_REFUSALS, refused) && !operation.refusals.includes(refused))
    throw new Error(`${operation.name} does not declare the refusal ${refused}`);
}

type Decode = (request: FastifyRequest) => unknown;

type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply };

/**
 * The way of every request: identity, permission, input, what is asked first, files received and looked at,
 * then the transaction with the handler in it.
 */
async function answer(route: Route, decode: Decode, exchange: Exchange): Promise<unknown> {
  const { implementation, identify, uploads } = route;
  const { operation, options } = implementation;
  const { request } = exchange;
  const token = readSessionCookie(request);
  const caller = token === undefined ? ANONYMOUS : await identify(token);
  const notPermitted = checkPermission(operation, caller);
  if (notPermitted) return notPermitted;
  const input = decode(request);
  if (isRefusal(input)) return input;
  const runsAsCaller = (options.runsAs ?? 'caller') === 'caller';
  if (runsAsCaller && caller.kind === 'person' && isOutsideScope(input, caller)) return refuse('notFound');
  if (operation.request !== 'files') return carryOut(route, exchange, { caller, input, files: noFiles() });
  const refused = await askFirst(route, { caller, input });
  if (refused) return refused;
  const limits = limitsOf(operation.mostFileBytes, uploads.limits);
  const spooled = await spoolUploads(request, { folder: uploads.folder, limits });
  if (isRefusal(spooled)) return spooled;
  try {
    return await carryOut(route, exchange, { caller, input, files: inOrder(spooled.files) });
  } finally {
    await spooled.remove();
  }
}

/** The refusal of a request whose files need not be received. */
async function askFirst(
  { platform, implementation, isProduction }: Route,
  { caller, input }: { caller: Caller; input: unknown },
): Promise<Refusal | null> {
  const { operation, askFirst: ask, options } = implementation;
  if (ask === undefined) return null;
  const scope = scopeFor(options, caller, input);
  const refused = await runQuestion(platform, { caller, scope }, (context) => ask(input as never, context));
  if (refused && !isProduction) assertDeclared(operation, refused);
  return refused;
}

/** What is prepared before the transaction, then the transaction with the handler in it. */
async function carryOut(
  { platform, implementation, isProduction }: Route,
  { request, reply }: Exchange,
  { caller, input, files }: { caller: Caller; input: unknown; files: AsyncIterable<UploadedFile> },
): Promise<unknown> {
  const { operation, prepare, options } = implementation;
  const handler = await prepare(files);
  if (isRefusal(handler)) {
    if (!isProduction) assertDeclared(operation, handler);
    return handler;
  }
  const requestContext = {
    address: request.ip,
    files,
    setSession: (value: string | null) =>
      value === null ? clearSessionCookie(reply) : setSessionCookie(reply, value),
  };
  // Checked and encoded inside the transaction: an answer that breaks the contract is a defect and changes nothing.
  const run = async (context: HandlerContext) => {
    const outcome = await handler(input as never, { ...context, ...requestContext });
    if (!isRefusal(outcome)) return encodeOutput(operation, outcome);
    if (!isProduction) assertDeclared(operation, outcome);
    return outcome;
  };
  const scope = scopeFor(options, caller, input);
  if (operation.method === 'GET') return runQuestion(platform, { caller, scope }, run);
  const { onRefusal = 'rollback', audit = 'always' } = options;
  return runCommand(platform, { name: operation.name, caller, scope, onRefusal, audit }, run);
}

function scopeFor({ runsAs = 'caller' }: ImplementationOptions, caller: Caller, input: unknown): Scope {
  if (typeof runsAs === 'function') return runsAs(input as never);
  return runsAs === 'system' ? { ...caller.scope, system: true } : caller.scope;
}

/** A commune outside the caller's scope is not there: said here once, whatever the operation would make of it. */
function isOutsideScope(input: unknown, { scope }: Caller): boolean {
  const { communeId } = input as { communeId?: unknown };
  return typeof communeId === 'string' && !scope.communeIds.some((id) => id === communeId);
}

/** Undefined when the caller may; the refusal otherwise. */
function checkPermission(operation: Operation, caller: Caller): Refusal | undefined {
  if (operation.permission === 'anyone') return undefined;
  if (caller.kind === 'anonymous') return refuse('notSignedIn');
  if (operation.permission === 'signedIn') return undefined;
  if (caller.kind === 'system') return undefined;
  const reach = caller.role === null ? undefined : operation.permission.reach[caller.role];
  return reach === undefined ? refuse('notAllowed') : undefined;
}

const NO_SUCH_NAME = 'Địa chỉ này không nhận tên ấy. Bỏ đi, hoặc xem tên đúng trong tài liệu API.';

/**
 * A name in the address of a question that its operation does not have. Left out, as the code of a commune would be, the
 * answer would be of more or of other things than were asked for. What is no name at all is not repeated.
 */
function unknownName({ method, input }: Operation, query: TextValues): string | undefined {
  const unknown = Object.keys(query).find((name) => !Object.hasOwn(input.shape, name));
  if (method !== 'GET' || unknown === undefined) return undefined;
  return /^[a-z]\w{0,40}$/i.test(unknown) ? unknown : 'địa chỉ';
}

/** Reads the input from address and body. The address wins: it is what permission and log are about. */
function inputDecoder(operation: Operation): Decode {
  const readAddress = addressReader(operation.input);
  const hasBody = operation.method !== 'GET' && operation.request !== 'files';
  return (request) => {
    const body = hasBody ? (request.body ?? {}) : {};
    if (typeof body !== 'object' || Array.isArray(body))
      return refuse('inputInvalid', { where: 'nội dung', problem: 'Giá trị không đúng kiểu.' });
    const unknown = unknownName(operation, request.query as TextValues);
    if (unknown !== undefined) return refuse('inputInvalid', { where: unknown, problem: NO_SUCH_NAME });
    const query = readAddress(request.query as TextValues);
    const raw = { ...query, ...body, ...readAddress(request.params as TextValues) };
    const result = z.safeDecode(operation.input, raw as never, { error: inputProblem });
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    return refuse('inputInvalid', {
      where: issue?.path.join('.') || 'nội dung',
      problem: issue?.message ?? '',
    });
  };
}

async function* inOrder(files: readonly UploadedFile[]): AsyncGenerator<UploadedFile> {
  yield* files;
}
