import type { BusinessDate } from '../../kernel/dates.ts';
import { ANONYMOUS, type Caller } from '../../platform/caller.ts';
import type { Tx } from '../../platform/db/database.ts';
import { SYSTEM_SCOPE } from '../../platform/db/scope.ts';
import { servedCommunes } from './db/places.ts';
import { findSession, type OpenSession, touchSession } from './db/sessions.ts';
import { isCurrent, officeNeedingSecondFactor } from './domain/assignment.ts';
import { scopeOf } from './domain/scope-of.ts';
import { isAlive, isTouchDue } from './domain/session.ts';
import type { IdentitySetup } from './setup.ts';

/**
 * Who a session token stands for. Every request asks anew, so signing out, disabling and the end of an office work
 * at once [ID7]. A session that still owes its second factor stands for nobody; the caller then only carries the ids
 * that the step still owed needs [ID8].
 */
export async function identify(setup: IdentitySetup, token: string): Promise<Caller> {
  const { database, clock } = setup.platform;
  const now = clock.now();
  const found = await database.read(SYSTEM_SCOPE, async (tx) => {
    const session = await findSession(tx, token);
    if (!session || !isAlive(session, now, setup.settings)) return undefined;
    return { session, caller: await callerOf(tx, session, { ...setup, today: clock.today() }) };
  });
  if (!found) return ANONYMOUS;
  if (isTouchDue(found.session, now, setup.settings))
    await database.write(SYSTEM_SCOPE, (tx) => touchSession(tx, found.session.id, now));
  return found.caller;
}

async function callerOf(
  tx: Tx,
  session: OpenSession,
  { secondFactorRequired, today }: { secondFactorRequired: boolean; today: BusinessDate },
): Promise<Caller> {
  const { id: sessionId, userId } = session;
  const owesSetUp =
    secondFactorRequired &&
    !session.hasSecondFactor &&
    officeNeedingSecondFactor(session.assignments, today) !== undefined;
  if (session.awaitsSecondFactor || owesSetUp) return { ...ANONYMOUS, userId, sessionId };
  const acting = session.assignments.find(
    (held) => held.id === session.assignmentId && isCurrent(held, today),
  );
  if (!acting) return { ...ANONYMOUS, kind: 'person', userId, sessionId };
  const served = await servedCommunes(tx, acting, today);
  const scope = scopeOf(acting, served);
  return { kind: 'person', userId, sessionId, assignmentId: acting.id, role: acting.role, scope };
}
