import { permission } from '../../kernel/role.ts';

/** Names and codes of communes and villages. The committee and the branch need them to read figures and lists. */
export const readAreas = permission('registry.readAreas', {
  administrator: 'system',
  officeDirector: 'office',
  creditOfficer: 'office',
  communeChair: 'commune',
  associationHead: 'association',
  groupLeader: 'group',
  villageHead: 'village',
  committeeReader: 'office',
});

/** The register of areas: codes, validity, names and codes over time, the merge map. */
export const readAreaRegister = permission('registry.readAreaRegister', {
  administrator: 'system',
  officeDirector: 'office',
  creditOfficer: 'office',
  communeChair: 'commune',
});

/** Enter names and codes of areas, place communes in provinces, record merges. */
export const manageAreas = permission('registry.manageAreas', { administrator: 'system' });

/**
 * Search people and open a household. The police see the cases given to them and no register; the committee and
 * the branch read figures and the lists behind them, which belong to the portfolio.
 */
export const readPeople = permission('registry.readPeople', {
  officeDirector: 'office',
  creditOfficer: 'office',
  communeChair: 'commune',
  associationHead: 'association',
  groupLeader: 'group',
  villageHead: 'village',
});

/** Enter values in place of the bank's, join people into households, change or remove contacts. */
export const writePeople = permission('registry.writePeople', {
  officeDirector: 'office',
  creditOfficer: 'office',
});

/** Add a contact, say that it was reached or that the number is wrong: whoever meets the borrower can. */
export const writeContacts = permission('registry.writeContacts', {
  officeDirector: 'office',
  creditOfficer: 'office',
  communeChair: 'commune',
  associationHead: 'association',
  groupLeader: 'group',
  villageHead: 'village',
});

/** Open one identity number or ethnicity in full; each opening leaves an audit entry. */
export const revealIdentity = permission('registry.revealIdentity', {
  officeDirector: 'office',
  creditOfficer: 'office',
});
