import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import type { RequestContext } from '../../platform/http/implement.ts';
import { endSession } from './db/sessions.ts';

/** Ends the session the browser came with, at once [ID7]; only that is noted, since anyone may ask, as often as they like. */
export async function signOut({
  tx,
  caller,
  clock,
  note,
  setSession,
}: RequestContext): Promise<Record<string, never>> {
  if (caller.sessionId !== null && (await endSession(tx, caller.sessionId, clock.now())))
    note({ communeId: SYSTEM_CHAIN, subject: { user: caller.userId } });
  setSession(null);
  return {};
}
