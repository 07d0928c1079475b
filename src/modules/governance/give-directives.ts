import type { BusinessDate } from '../../kernel/dates.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { type DirectiveRow, insertDirectives } from './db/directives.ts';
import { insertTaskEvents } from './db/task-events.ts';
import { insertTasks, type NewTask } from './db/tasks.ts';
import type { Recipient } from './domain/spread.ts';
import { seatOfCaller } from './seat-of-caller.ts';

/** A directive with those it goes to. */
export type DirectiveToGive = {
  readonly directive: Omit<DirectiveRow, 'recipientSeats' | 'givenOn'>;
  readonly recipients: readonly Recipient[];
};

/**
 * Writes directives of one commune with their tasks, each begun by the event that it was given [GV30], [GV32]: in a few
 * statements, however many there are.
 *
 * @param giverName who stands as the giver of each task
 * @returns false when one of their ids was there already
 */
export async function giveDirectives(
  context: HandlerContext,
  given: readonly DirectiveToGive[],
  { giverName, givenOn }: { readonly giverName: string; readonly givenOn: BusinessDate },
): Promise<boolean> {
  const { tx, caller, clock, newId } = context;
  if (given.length === 0) return true;
  const at = clock.now();
  const directives = given.map(({ directive, recipients }) => ({
    ...directive,
    givenOn,
    recipientSeats: [
      ...new Set(recipients.flatMap(({ ownerSeat }) => (ownerSeat === null ? [] : [ownerSeat]))),
    ],
  }));
  if (!(await insertDirectives(tx, directives, { by: caller.userId, at }))) return false;
  const tasks = given.flatMap(({ directive, recipients }) =>
    recipients.map(
      (recipient, i): NewTask => ({
        ...recipient,
        communeId: directive.communeId,
        id: newId(),
        directiveId: directive.id,
        position: i + 1,
        dueOn: directive.dueOn,
        handedFrom: null,
      }),
    ),
  );
  await insertTasks(tx, tasks);
  const author = { by: caller.userId, bySeat: seatOfCaller(caller), byName: giverName, at };
  await insertTaskEvents(
    tx,
    tasks.map(({ communeId, id: taskId, ownerSeat }) => ({
      ...author,
      ...NO_REPORT,
      communeId,
      taskId,
      ownerSeat,
      version: 1,
      id: newId(),
      kind: 'given' as const,
    })),
  );
  return true;
}

/** What an event says that is no report. */
export const NO_REPORT = { text: null, outcome: null, doneOn: null } as const;

/** What a directive says that comes with no paper of its own. */
export const NO_PAPER = { paperNumber: null, paperOn: null, paperIssuer: null } as const;
