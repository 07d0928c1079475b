import type { Caller } from '../../platform/caller.ts';
import type { Platform } from '../../platform/command.ts';
import type { ModuleRoutes } from '../../platform/http/implement.ts';
import { SESSION_SETTINGS, type SessionSettings } from './domain/session.ts';
import { identify } from './identify.ts';
import { argon2Passwords, type Passwords } from './passwords.ts';
import { identityRoutes } from './routes.ts';

/** What identity is made of; the server's main file hands it in once. */
export type IdentityParts = {
  readonly platform: Platform;
  /** False in the demo only [ID9]. */
  readonly secondFactorRequired: boolean;
  readonly settings?: SessionSettings;
  readonly passwords?: Passwords;
};

/** The parts with every default filled in. */
export type IdentitySetup = Required<IdentityParts>;

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
