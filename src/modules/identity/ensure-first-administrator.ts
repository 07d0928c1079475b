import { isRefusal } from '../../kernel/refusal.ts';
import { systemCaller } from '../../platform/caller.ts';
import { type Platform, runCommand } from '../../platform/command.ts';
import { SYSTEM_SCOPE } from '../../platform/db/scope.ts';
import { administratorsInTurn } from './db/assignments.ts';
import { SESSION_SETTINGS, type SessionSettings } from './domain/session.ts';
import { newLink, type PasswordLink } from './password-link.ts';

/**
 * At the start of the server: while nobody can administer the system, a new one-time link that makes the first
 * administrator [ID16]; undefined when somebody can. Links of earlier starts stop working.
 */
export async function ensureFirstAdministrator(
  platform: Platform,
  settings: SessionSettings = SESSION_SETTINGS,
): Promise<PasswordLink | undefined> {
  const today = platform.clock.today();
  const administrators = await platform.database.write(SYSTEM_SCOPE, (tx) => administratorsInTurn(tx, today));
  if (administrators.length > 0) return undefined;
  const command = { name: 'identity.ensureFirstAdministrator', caller: systemCaller(SYSTEM_SCOPE) };
  const link = await runCommand(platform, command, (context) => newLink(settings, context, null));
  if (isRefusal(link)) throw new Error('making a link is never refused');
  return link;
}
