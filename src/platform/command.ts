import type { NewId } from '../kernel/ids.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { type AuditNote, appendAudit } from './audit/append-audit.ts';
import type { Caller } from './caller.ts';
import type { Clock } from './clock.ts';
import type { Database, Tx } from './db/database.ts';
import type { Scope } from './db/scope.ts';
import { type Event, writeOutbox } from './outbox/outbox.ts';

/** What every handler is given, question or command. Nothing else reaches it from outside. */
export type HandlerContext = {
  readonly tx: Tx;
  readonly caller: Caller;
  readonly clock: Clock;
  readonly newId: NewId;
  /** News for modules above; delivered after commit, written in this transaction. */
  emit(event: Event): void;
  /** What the audit entry shall say besides the command's name. Ids and codes only, no personal data. */
  note(note: AuditNote): void;
};

/** The parts that commands run on; made once in `server/main.ts`. */
export type Platform = {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: NewId;
};

/** A command to run. */
export type Command = {
  /** The operation's name, as it stands in the audit trail. */
  readonly name: string;
  readonly caller: Caller;
  /** Wider than the caller's only where the operation says so (`runsAs`). */
  readonly scope?: Scope;
  /** `commit`: what was written stays although the answer is a refusal (failures that are counted). */
  readonly onRefusal?: 'rollback' | 'commit';
  /** `whatIsNoted`: a run that notes nothing has changed nothing and leaves no entry. */
  readonly audit?: 'always' | 'whatIsNoted';
};

/** Carries a refusal out of its transaction, which it rolls back. */
class RolledBack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super('rolled back');
    this.refusal = refusal;
  }
}

/**
 * Runs one command: a transaction in the caller's scope, the handler, its audit entries, its events. A refusal
 * rolls everything back and leaves no entry, unless the command says that it is kept; a defect always does.
 */
export async function runCommand<T>(
  platform: Platform,
  command: Command,
  handler: (context: HandlerContext) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const scope = command.scope ?? command.caller.scope;
  try {
    return await platform.database.write(scope, async (tx) => {
      const { context, notes, events } = openContext(platform, tx, command.caller);
      const outcome = await handler(context);
      if (isRefusal(outcome) && command.onRefusal !== 'commit') throw new RolledBack(outcome);
      if (isRefusal(outcome) && notes.length === 0) return outcome;
      const at = platform.clock.now();
      const entry = { command: command.name, caller: command.caller, runsAsSystem: scope.system, at };
      if (notes.length > 0 || command.audit !== 'whatIsNoted') await appendAudit(tx, { ...entry, notes });
      await writeOutbox(tx, { events, scope, at, newId: platform.newId });
      return outcome;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.refusal;
    throw error;
  }
}

/** Runs one question: a read-only transaction in the caller's scope. */
export async function runQuestion<T>(
  platform: Platform,
  question: { caller: Caller; scope?: Scope },
  handler: (context: HandlerContext) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const { database, clock, newId } = platform;
  const refuseToWrite = () => {
    throw new Error('a question does not write');
  };
  return database.read(question.scope ?? question.caller.scope, (tx) =>
    handler({ tx, caller: question.caller, clock, newId, emit: refuseToWrite, note: refuseToWrite }),
  );
}

/**
 * What a handler that is no command is given: the answer to an event. Its notes and events are collected for
 * whoever ends the transaction.
 */
export function openContext(platform: Platform, tx: Tx, caller: Caller) {
  const notes: AuditNote[] = [];
  const events: Event[] = [];
  const context: HandlerContext = {
    tx,
    caller,
    clock: platform.clock,
    newId: platform.newId,
    emit: (event) => events.push(event),
    note: (note) => notes.push(note),
  };
  return { context, notes, events };
}
