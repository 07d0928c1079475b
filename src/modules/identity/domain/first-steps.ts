import type { Role } from '../../../kernel/role.ts';

/**
 * The first steps of each office, in the order they are offered [ID23]. The key is the name everywhere: in the
 * database, on the wire, on the screen that gives it its words.
 */
export const FIRST_STEPS = {
  administrator: ['secureAccount', 'addPeople', 'giveOffices', 'seeProgrammes', 'seeRules'],
  officeDirector: ['importMonth', 'openCommune', 'openList', 'seeRules', 'secureAccount'],
  creditOfficer: ['importMonth', 'openCommune', 'askWhy', 'openHousehold', 'prepareBriefing'],
  communeChair: ['openList', 'askWhy', 'openBriefing', 'keepCalendar', 'secureAccount'],
  associationHead: ['openList', 'askWhy', 'openHousehold', 'openGroup', 'seeCalendar'],
  groupLeader: ['openGroup', 'openHousehold', 'openList', 'seeCalendar', 'seeProgrammes'],
  villageHead: ['openList', 'askWhy', 'openHousehold', 'openGroup', 'seeCalendar'],
  communePolice: ['seeCalendar', 'openAccount', 'secureAccount'],
  committeeReader: ['openCommune', 'openList', 'askWhy', 'seeCalendar', 'seeProgrammes'],
} as const satisfies Record<Role, readonly string[]>;

/** A step of any office. */
export type FirstStep = (typeof FIRST_STEPS)[Role][number];

/** Every step once. */
export const FIRST_STEP_NAMES = [...new Set(Object.values(FIRST_STEPS).flat())] as [
  FirstStep,
  ...FirstStep[],
];

/** The steps of one office. */
export function firstStepsOf(role: Role): readonly FirstStep[] {
  return FIRST_STEPS[role];
}
