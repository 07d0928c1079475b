/** The door of the registry: what other modules may call. Views for joins are listed in RULES.md. */
export { type AreaAcceptance, acceptAreas, staleAreaCodes, withdrawAreas } from './accept-areas.ts';
export { acceptPeople, type PeopleAcceptance, withdrawPeople } from './accept-people.ts';
export {
  type Area,
  areaNames,
  areasByCode,
  areasMergedInto,
  communesOfOffice,
  createOffice,
  type Office,
  officeByCode,
  selectAreas,
} from './db/areas.ts';
export { borrowerNames } from './db/borrower-names.ts';
export { enteredNumbers } from './db/entered-numbers.ts';
export { type GroupMembers, type MembersAsked, membersOfGroups } from './db/group-members.ts';
export {
  communesEverServed,
  nameOffice,
  officeNames,
  officeServing,
  selectOffices,
  withdrawOfficeName,
} from './db/offices.ts';
export type { StandingBatch } from './db/served-communes.ts';
export { enterContact } from './enter-contact.ts';
export { maskedIdentityNumber } from './masked-identity-number.ts';
export { placeCommunes } from './place-communes.ts';
export { type HouseholdReach, reachHouseholds } from './reach-households.ts';
export { REGISTRY_REFUSALS } from './refusals.ts';
export { showHousehold } from './show-household.ts';
