/**
 * The door of identity: who a token stands for, what a new installation needs, and the administrator's operations for
 * the command line. `createIdentity` is called once, where the server is put together.
 */
export { addSampleUsers, type SampleUser } from './add-sample-users.ts';
export { addUser } from './add-user.ts';
export { cleanSessions, cleanSpentLinks } from './clean-identity.ts';
export { createIdentity, type Identity } from './create-identity.ts';
export { keepSessionsOver } from './db/shift-sessions.ts';
export { disableUser } from './disable-user.ts';
export {
  ASSOCIATION_NAMES,
  LENDING_CHANNELS,
  PLACES_OF_ROLE,
  type PlaceField,
} from './domain/assignment.ts';
export { foldLogin } from './domain/login.ts';
export { SESSION_SETTINGS } from './domain/session.ts';
export { ensureFirstAdministrator } from './ensure-first-administrator.ts';
export { listPlaces } from './list-places.ts';
export { listUsers } from './list-users.ts';
export { callerName, type OfficeHolder, officeHolders, otherOffices } from './office-holders.ts';
export { resetUser } from './reset-user.ts';
export { sampleCaller } from './sample-caller.ts';
export type { IdentityParts } from './setup.ts';
