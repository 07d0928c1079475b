import { permission } from '../../kernel/role.ts';

/** Sees the people who sign in and the offices they hold; never a password, code or secret [ID20]. */
export const readUsers = permission('identity.readUsers', { administrator: 'system' });

/** Adds, disables, enables and resets people; gives and ends offices [ID20]. */
export const manageUsers = permission('identity.manageUsers', { administrator: 'system' });
