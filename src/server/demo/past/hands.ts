import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Operation, OutputOf } from '../../../kernel/contract.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { sampleCaller } from '../../../modules/identity/index.ts';
import type { Caller } from '../../../platform/caller.ts';
import type { fixedClock } from '../../../platform/clock.ts';
import { type Platform, runCommand, runQuestion } from '../../../platform/command.ts';
import type { Database, Tx } from '../../../platform/db/database.ts';
import { NO_SCOPE, type Scope, setScope } from '../../../platform/db/scope.ts';
import type { Implementation, ModuleRoutes, RequestContext } from '../../../platform/http/implement.ts';
import type { UploadedFile } from '../../../platform/http/uploads.ts';
import { idsOf } from '../../../platform/ids.ts';

/** The clock that stands at each moment of the past in turn. */
export type PastClock = ReturnType<typeof fixedClock>;

/** A file that somebody sends with an operation. */
export type SentFile = { readonly name: string; readonly bytes: Buffer };

/** The sample people at work: what they do goes the way of every request, from the permission to the audit entry. */
export type Hands = {
  readonly clock: PastClock;
  readonly newId: Platform['newId'];
  /**
   * Carries out an operation as a sample person.
   *
   * @throws Error when it is refused: the past is written so that nothing is
   */
  act<Op extends Operation>(
    login: string,
    operation: Op,
    input: z.input<Op['input']>,
    files?: readonly SentFile[],
  ): Promise<OutputOf<Op>>;
};

const SYSTEM: Scope = { ...NO_SCOPE, system: true };

/**
 * Hands that work inside one running transaction, so that what they do is there as a whole or not at all: a first start
 * that is cut off leaves no half meeting behind.
 */
export function handsIn(tx: Tx, clock: PastClock, routes: readonly ModuleRoutes[]): Hands {
  const platform: Platform = { database: within(tx), clock, newId: idsOf(clock) };
  const callers = new Map<string, Caller>();
  const callerOf = async (login: string): Promise<Caller> => {
    const known = callers.get(login);
    if (known) return known;
    const caller = await platform.database.read(SYSTEM, () => sampleCaller(tx, { login, on: clock.today() }));
    callers.set(login, caller);
    return caller;
  };
  return {
    clock,
    newId: platform.newId,
    act: async (login, operation, input, files = []) => {
      const caller = await callerOf(login);
      return carryOut(platform, { caller, operation, input, files, implementation: find(routes, operation) });
    },
  };
}

/** The running transaction as a database: each command works in its own scope, set anew where the one before had another. */
function within(tx: Tx): Database {
  let standing: Scope | undefined;
  const inScope = async <T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> => {
    if (scope !== standing) await setScope(tx, scope);
    standing = scope;
    return work(tx);
  };
  const notHere = () => {
    throw new Error('not inside a transaction');
  };
  return { read: inScope, write: inScope, writeInBulk: notHere, close: notHere };
}

function find(routes: readonly ModuleRoutes[], { name }: Operation): Implementation {
  const found = routes
    .flatMap(({ implementations }) => implementations)
    .find(({ operation }) => operation.name === name);
  if (!found) throw new Error(`nobody carries out ${name}`);
  return found;
}

type Act<Op extends Operation> = {
  readonly caller: Caller;
  readonly operation: Op;
  readonly input: z.input<Op['input']>;
  readonly files: readonly SentFile[];
  readonly implementation: Implementation;
};

async function carryOut<Op extends Operation>(
  platform: Platform,
  { caller, operation, input, files, implementation }: Act<Op>,
): Promise<OutputOf<Op>> {
  const { name, permission } = operation;
  const mayDo = typeof permission === 'string' || permission.reach[caller.role ?? 'administrator'];
  if (!mayDo) throw new Error(`${caller.role} may not do ${name}`);
  const decoded = z.decode(operation.input, input as never);
  const request = { address: 'demo', files: uploadsOf(files), setSession: () => undefined };
  const handler = await implementation.prepare(request.files);
  const run = async (context: Omit<RequestContext, keyof typeof request>) =>
    isRefusal(handler) ? handler : handler(decoded as never, { ...context, ...request });
  const outcome =
    operation.method === 'GET'
      ? await runQuestion(platform, { caller }, run)
      : await runCommand(platform, { name, caller }, run);
  if (isRefusal(outcome))
    throw new Error(
      `the demo's past was refused: ${name} ${outcome.refused} ${JSON.stringify(outcome.data)}`,
    );
  return outcome as OutputOf<Op>;
}

async function* uploadsOf(files: readonly SentFile[]): AsyncGenerator<UploadedFile> {
  for (const { name, bytes } of files) yield { name, content: Readable.from([bytes]) };
}
