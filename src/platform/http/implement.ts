import type { z } from 'zod';
import type { CodeOf, FileAnswer, fileAnswer, InputOf, Operation, OutputOf } from '../../kernel/contract.ts';
import type { Outcome, Refusal, RefusalTexts } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../command.ts';
import type { Scope } from '../db/scope.ts';
import type { UploadedFile } from './uploads.ts';

/** What HTTP adds to a handler's context; other callers leave these out. */
export type RequestContext = HandlerContext & {
  /** The caller's network address, for rate limits and the audit of sign-ins. */
  readonly address: string;
  /** The files of a `files` request, to be read in order and once. */
  readonly files: AsyncIterable<UploadedFile>;
  /** Sets or clears the session cookie with the answer. */
  setSession(token: string | null): void;
};

/** A handler: loads, decides, saves; answers its output, a declared refusal or one that any operation may have. */
export type Handler<Op extends Operation> = (
  input: InputOf<Op>,
  context: RequestContext,
) => Promise<Outcome<OutputOf<Op>, CodeOf<Op> | 'notFound' | 'notAllowed' | 'databaseBusy'>>;

/** A handler, whatever its operation. */
type RunHandler = (input: never, context: RequestContext) => Promise<unknown>;

/** An operation together with what carries it out. */
export type Implementation<Code extends string = string> = {
  readonly operation: Omit<Operation, 'refusals'> & { readonly refusals: readonly Code[] };
  /** What is done with the files of a request before its transaction: the handler that goes on in it, or a refusal. */
  readonly prepare: (files: RequestContext['files']) => Promise<Refusal | RunHandler>;
  /** What is asked before the files of a request are received: null, or the refusal that the handler would answer. */
  readonly askFirst?: ((input: never, context: HandlerContext) => Promise<Refusal | null>) | undefined;
  readonly options: ImplementationOptions;
};

/** How the platform surrounds a handler, where it differs from the usual. */
export type ImplementationOptions<Input = never> = {
  /**
   * In whose scope the handler runs. `caller` unless said otherwise. `system`: sign-in, users; the handler decides
   * itself what the caller may touch. A function: a scope that follows from the input alone (a secret address).
   */
  readonly runsAs?: 'caller' | 'system' | ((input: Input) => Scope);
  /** `commit`: what was written stays although the answer is a refusal (failed sign-ins that are counted). */
  readonly onRefusal?: 'rollback' | 'commit';
  /** `whatIsNoted`: open to anyone, and a request that changes nothing (no session to end) shall leave no entry. */
  readonly audit?: 'always' | 'whatIsNoted';
};

/** Binds a handler to its operation; the compiler checks input, output and refusal codes against the declaration. */
export function implement<Op extends Operation>(
  operation: Op,
  handler: Handler<Op>,
  options: ImplementationOptions<InputOf<Op>> = {},
): Implementation<CodeOf<Op>> {
  return { operation, prepare: async () => handler as RunHandler, options };
}

/** A file as an answer, made from what a handler has read. */
export type FileToMake = Pick<FileAnswer, 'name' | 'mediaType'> & {
  readonly make: () => Promise<FileAnswer['content']>;
};

/** As a {@link Handler} of an operation that answers with a file, which is made once the transaction has ended. */
export type MakingHandler<Op extends Operation<z.ZodObject, typeof fileAnswer>> = (
  input: InputOf<Op>,
  context: RequestContext,
) => Promise<Outcome<FileToMake, CodeOf<Op> | 'notFound' | 'notAllowed' | 'databaseBusy'>>;

/** As {@link implement}, where making the file takes long: no connection to the database waits for it. */
export function implementMaking<Op extends Operation<z.ZodObject, typeof fileAnswer>>(
  operation: Op,
  handler: MakingHandler<Op>,
  options: ImplementationOptions<InputOf<Op>> = {},
): Implementation<CodeOf<Op>> {
  return { operation, prepare: async () => handler as RunHandler, options };
}

/** What looks at the files of a request before its transaction, and answers the handler that goes on in it, or a refusal. */
export type Preparing<Op extends Operation> = (
  files: RequestContext['files'],
) => Promise<Outcome<Handler<Op>, CodeOf<Op>>>;

/** A short question before files are received and looked at, so that none of it is done for whoever is refused anyway. */
export type AskingFirst<Op extends Operation> = (
  input: InputOf<Op>,
  context: HandlerContext,
) => Promise<Refusal<CodeOf<Op> | 'notFound'> | null>;

/**
 * As {@link implement}, where looking at the files takes long: no connection to the database waits for it. The handler asks again what
 * `askFirst` has asked: it may be otherwise since.
 */
export function implementPrepared<Op extends Operation>(
  operation: Op,
  { askFirst, prepare }: { readonly askFirst: AskingFirst<Op>; readonly prepare: Preparing<Op> },
  options: ImplementationOptions<InputOf<Op>> = {},
): Implementation<CodeOf<Op>> {
  return { operation, prepare: prepare as Implementation['prepare'], askFirst, options };
}

/** What a module offers to HTTP. */
export type ModuleRoutes = {
  readonly implementations: readonly Implementation[];
  readonly refusals: RefusalTexts;
};

/** A module's routes; an operation with a refusal code that has no sentence among `refusals` does not compile. */
export function defineRoutes<Texts extends RefusalTexts>(
  refusals: Texts,
  implementations: readonly Implementation<NoInfer<keyof Texts & string>>[],
): ModuleRoutes {
  return { refusals, implementations };
}
