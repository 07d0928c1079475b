/**
 * Operations that the access test cannot have accepted, each with the reason. Its answers to them tell little: what they
 * do when they are accepted is shown elsewhere. An operation that is accepted after all must leave this list.
 */
export const NEVER_ACCEPTED: Readonly<Record<string, string>> = {
  'governance.sendInvitations':
    'the world has no mail server; accepted in `src/modules/governance/invitations.pg.test.ts`',
  'governance.takeOverFigures':
    'the world has no published month; accepted in `src/modules/governance/fixed-figures.pg.test.ts`',
  'identity.createFirstAdministrator':
    'the world has an administrator, and there is no first one then; accepted in `src/modules/identity/users.pg.test.ts`',
};
