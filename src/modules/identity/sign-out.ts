import type { RequestContext } from '../../platform/http/implement.ts';
import { endSession } from './db/sessions.ts';

/** Ends the session the browser came with, at once [ID7]. */
export async function signOut({
  tx,
  caller,
  clock,
  setSession,
}: RequestContext): Promise<Record<string, never>> {
  if (caller.sessionId !== null) await endSession(tx, caller.sessionId, clock.now());
  setSession(null);
  return {};
}
