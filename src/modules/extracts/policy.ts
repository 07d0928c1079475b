import { permission } from '../../kernel/role.ts';

/** Drop files, see what they are and what is wrong with them, answer, discard. Publishing belongs to the portfolio. */
export const importFiles = permission('extracts.import', {
  officeDirector: 'office',
  creditOfficer: 'office',
});
