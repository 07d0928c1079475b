import { permission } from '../../kernel/role.ts';

/** Groups with their boards, members and scores. The committee and the branch compare groups. */
export const readGroups = permission('groups.readGroups', {
  officeDirector: 'office',
  creditOfficer: 'office',
  communeChair: 'commune',
  associationHead: 'association',
  groupLeader: 'group',
  villageHead: 'village',
  committeeReader: 'office',
});

/** Open one group: its board with phone numbers, its members by name. */
export const readGroupMembers = permission('groups.readGroupMembers', {
  officeDirector: 'office',
  creditOfficer: 'office',
  communeChair: 'commune',
  associationHead: 'association',
  groupLeader: 'group',
  villageHead: 'village',
});

/** Enter what the bank's file does not say of a group, or says wrongly. */
export const writeGroups = permission('groups.writeGroups', {
  officeDirector: 'office',
  creditOfficer: 'office',
});
