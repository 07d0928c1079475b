import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import type { NewId } from '../kernel/ids.ts';
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

/**
 * Runs one command: a transaction in the caller's scope, the handler, its audit entries, its events. A refusal
 * rolls everything back and leaves no entry; so does a defect.
 *
 * @param name the operation's name, as it stands in the audit trail
 * @param scope wider than the caller's only where the operation says so (`runsAs`)
 */
export async function runCommand<T>(
  platform: Platform,
  command: { name: string; caller: Caller; scope?: Scope },
  handler: (context: HandlerContext) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const { database, clock, newId } = platform;
  const notes: AuditNote[] = [];
  const events: Event[] = [];
  const rolledBack = Symbol('refused');
  let refusal: Refusal | undefined;
  const scope = command.scope ?? command.caller.scope;
  try {
    return await database.write(scope, async (tx) => {
      const outcome = await handler({
        tx,
        caller: command.caller,
        clock,
        newId,
        emit: (event) => events.push(event),
        note: (note) => notes.push(note),
      });
      if (isRefusal(outcome)) {
        refusal = outcome;
        throw rolledBack;
      }
      const entry = { command: command.name, caller: command.caller, runsAsSystem: scope.system, at: clock.now() };
      await appendAudit(tx, { ...entry, notes });
      await writeOutbox(tx, { events, at: clock.now(), newId });
      return outcome;
    });
  } catch (error) {
    if (error === rolledBack && refusal) return refusal;
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
