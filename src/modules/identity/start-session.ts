import type { Id } from '../../kernel/ids.ts';
import type { RequestContext } from '../../platform/http/implement.ts';
import { assignmentsOf } from './db/assignments.ts';
import { endSession, insertSession, lastActingAssignment } from './db/sessions.ts';
import { type Assignment, isCurrent } from './domain/assignment.ts';
import { newToken } from './tokens.ts';

/**
 * Begins a session under a new id and token and ends the one the browser came with [ID6]: a token known before
 * sign-in, or before the second factor, is worth nothing after it.
 */
export async function startSession(
  { tx, caller, clock, newId, setSession }: RequestContext,
  { userId, awaitsSecondFactor }: { userId: Id; awaitsSecondFactor: boolean },
): Promise<void> {
  const at = clock.now();
  if (caller.sessionId !== null) await endSession(tx, caller.sessionId, at);
  const assignments = (await assignmentsOf(tx, [userId])).get(userId) ?? [];
  const current = assignments.filter((held) => isCurrent(held, clock.today()));
  const acting = chooseActing(current, await lastActingAssignment(tx, userId));
  const token = newToken();
  const assignmentId = acting?.id ?? null;
  await insertSession(tx, { id: newId(), token, userId, assignmentId, at, awaitsSecondFactor });
  setSession(token);
}

/** The office the person last acted under if they still hold it, else the one given last [ID12]. */
function chooseActing(current: readonly Assignment[], last: Id | null): Assignment | undefined {
  return current.find((held) => held.id === last) ?? current[0];
}
