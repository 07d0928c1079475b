import type { Caller } from '../../platform/caller.ts';
import type { ModuleRoutes } from '../../platform/http/implement.ts';
import { SESSION_SETTINGS } from './domain/session.ts';
import { identify } from './identify.ts';
import { argon2Passwords } from './passwords.ts';
import { identityRoutes } from './routes.ts';
import type { IdentityParts, IdentitySetup } from './setup.ts';

/** Identity at work: its routes, and who a session cookie stands for. */
export type Identity = {
  readonly routes: ModuleRoutes;
  identify(token: string): Promise<Caller>;
};

/** Puts identity together. */
export function createIdentity(parts: IdentityParts): Identity {
  const setup: IdentitySetup = { settings: SESSION_SETTINGS, passwords: argon2Passwords(), ...parts };
  return { routes: identityRoutes(setup), identify: (token) => identify(setup, token) };
}
