import { permission } from '../../kernel/role.ts';

/** Read the catalogue of programmes and the dated rules: everybody who works with loans. */
export const readCatalogue = permission('programmes.read', {
  administrator: 'system',
  officeDirector: 'office',
  creditOfficer: 'office',
  communeChair: 'commune',
  associationHead: 'association',
  groupLeader: 'group',
  villageHead: 'village',
  committeeReader: 'office',
});

/** Enter a new dated row. */
export const editCatalogue = permission('programmes.edit', { administrator: 'system' });
