import { permission } from '../../kernel/role.ts';

/** Totals of a date: the month of a commune, communes side by side, summaries. */
export const seeFigures = permission('portfolio.seeFigures', {
  officeDirector: 'office',
  creditOfficer: 'office',
  communeChair: 'commune',
  associationHead: 'association',
  villageHead: 'village',
  groupLeader: 'group',
  committeeReader: 'office',
});

/** Communes side by side: those who look after several. */
export const compareCommunes = permission('portfolio.compareCommunes', {
  officeDirector: 'office',
  creditOfficer: 'office',
  committeeReader: 'office',
});

/** Loans one by one, lists, and why a loan stands on a list. The committee and the branch drill down to them. */
export const seeLoans = permission('portfolio.seeLoans', {
  officeDirector: 'office',
  creditOfficer: 'office',
  communeChair: 'commune',
  associationHead: 'association',
  villageHead: 'village',
  groupLeader: 'group',
  committeeReader: 'office',
});

/**
 * Find a borrower by contract or name and read their phone: the people whom the register lets search. The committee and
 * the branch read names and loans where a figure leads them, and look nobody up.
 */
export const findBorrowers = permission('portfolio.findBorrowers', {
  officeDirector: 'office',
  creditOfficer: 'office',
  communeChair: 'commune',
  associationHead: 'association',
  villageHead: 'village',
  groupLeader: 'group',
});

/** Head office's totals against ours, and the accrual re-computed loan by loan: the bank's own work. */
export const checkFigures = permission('portfolio.checkFigures', {
  officeDirector: 'office',
  creditOfficer: 'office',
});

/** Preview, publish and undo a data date. */
export const publishFigures = permission('portfolio.publishFigures', {
  officeDirector: 'office',
  creditOfficer: 'office',
});
