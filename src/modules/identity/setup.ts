import type { Platform } from '../../platform/command.ts';
import type { SessionSettings } from './domain/session.ts';
import type { Passwords } from './passwords.ts';

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
