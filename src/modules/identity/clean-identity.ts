import type { Cleaning } from '../../platform/housekeeping/housekeep.ts';
import { deleteSpentInvitations } from './db/invitations.ts';
import { deleteOldSessions } from './db/sessions.ts';

/** Removes sessions not used for long; each person's newest stays, so that the list of users says when it was [ID25]. */
export const cleanSessions: Cleaning = {
  name: 'identity.cleanSessions',
  clean: ({ tx }, before) => deleteOldSessions(tx, before),
};

/** Removes one-time links that were used or expired long ago [ID25]. */
export const cleanSpentLinks: Cleaning = {
  name: 'identity.cleanSpentLinks',
  clean: ({ tx }, before) => deleteSpentInvitations(tx, before),
};
