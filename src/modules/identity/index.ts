/**
 * The door of identity: who a token stands for, and what a new installation needs. `createIdentity` is called once,
 * in `server/main.ts`.
 */
export { addSampleUsers, type SampleUser } from './add-sample-users.ts';
export { createIdentity, type Identity, type IdentityParts } from './create-identity.ts';
export { ensureFirstAdministrator } from './ensure-first-administrator.ts';
