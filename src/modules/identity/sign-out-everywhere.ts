import type { RequestContext } from '../../platform/http/implement.ts';
import { endSessionsOf } from './db/sessions.ts';
import { ownId } from './own-account.ts';

/** Ends every session of the person, at once [ID7]. */
export async function signOutEverywhere(context: RequestContext): Promise<{ ended: number }> {
  const ended = await endSessionsOf(context.tx, ownId(context), context.clock.now());
  context.setSession(null);
  return { ended };
}
