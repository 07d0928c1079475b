import { day } from '../../src/kernel/dates.ts';
import type { Id } from '../../src/kernel/ids.ts';
import type { Role } from '../../src/kernel/role.ts';
import { type Assignment, NO_PLACES } from '../../src/modules/identity/domain/assignment.ts';

/** A group with one household in it, somewhere; everything in it carries its number. */
export type Place = {
  readonly name: 'own' | 'otherGroup' | 'otherVillage' | 'otherCommune' | 'otherOffice';
  readonly number: number;
  readonly officeId: Id;
  readonly communeId: Id;
  readonly communeCode: string;
  readonly villageCode: string;
  readonly associationCode: string;
  readonly groupCode: string;
};

/** An id with a readable end: kind and number. */
export const idOf = (kind: number, number: number): Id =>
  `00000000-0000-8000-8000-${String(kind).padStart(6, '0')}${String(number).padStart(6, '0')}` as Id;

const office = (number: number) => idOf(1, number);
const commune = (number: number) => idOf(2, number);

function place(
  name: Place['name'],
  number: number,
  at: { officeId: Id; communeId: Id; villageCode: string; associationCode: string },
): Place {
  return {
    name,
    number,
    ...at,
    communeCode: at.villageCode.slice(0, 6),
    groupCode: String(2_600_000 + number).padStart(7, '0'),
  };
}

/** The seeded world: two offices, three communes, four villages, five groups. */
export const PLACES: readonly Place[] = [
  place('own', 1, {
    officeId: office(1),
    communeId: commune(1),
    villageCode: '54010101',
    associationCode: '11',
  }),
  place('otherGroup', 2, {
    officeId: office(1),
    communeId: commune(1),
    villageCode: '54010101',
    associationCode: '12',
  }),
  place('otherVillage', 3, {
    officeId: office(1),
    communeId: commune(1),
    villageCode: '54010102',
    associationCode: '13',
  }),
  place('otherCommune', 4, {
    officeId: office(1),
    communeId: commune(2),
    villageCode: '54010201',
    associationCode: '11',
  }),
  place('otherOffice', 5, {
    officeId: office(2),
    communeId: commune(3),
    villageCode: '54020101',
    associationCode: '11',
  }),
];

const [OWN] = PLACES as readonly [Place, ...Place[]];

/** The place everybody's office is of. */
export const OWN_PLACE: Place = OWN;

const held = (role: Role, of: Partial<Assignment>): Omit<Assignment, 'id'> => ({
  ...NO_PLACES,
  role,
  validFrom: day('2020-01-01'),
  validTo: null,
  decidedBy: null,
  ...of,
});

const { officeId, communeId, villageCode, associationCode, groupCode } = OWN_PLACE;

/** The office each role holds in the test. */
export const ASSIGNMENTS: Readonly<Record<Role, Omit<Assignment, 'id'>>> = {
  administrator: held('administrator', {}),
  officeDirector: held('officeDirector', { officeId }),
  creditOfficer: held('creditOfficer', { officeId }),
  communeChair: held('communeChair', { communeId }),
  associationHead: held('associationHead', { communeId, associationCode }),
  groupLeader: held('groupLeader', { communeId, groupCode }),
  villageHead: held('villageHead', { communeId, villageCode }),
  communePolice: held('communePolice', { communeId }),
  committeeReader: held('committeeReader', { officeId }),
};

/** The numbers of the places each role may see people and loans of: written down, not computed from the code under test. */
export const VISIBLE: Readonly<Record<Role | 'nobody' | 'noOffice', readonly number[]>> = {
  nobody: [],
  noOffice: [],
  administrator: [],
  officeDirector: [1, 2, 3, 4],
  creditOfficer: [1, 2, 3, 4],
  communeChair: [1, 2, 3],
  associationHead: [1],
  groupLeader: [1],
  villageHead: [1, 2],
  communePolice: [],
  committeeReader: [1, 2, 3, 4],
};

/** The communes of each role, whatever part of them it sees. */
export const COMMUNES: Readonly<Record<Role | 'nobody' | 'noOffice', readonly Id[]>> = {
  nobody: [],
  noOffice: [],
  administrator: [],
  officeDirector: [commune(1), commune(2)],
  creditOfficer: [commune(1), commune(2)],
  communeChair: [commune(1)],
  associationHead: [commune(1)],
  groupLeader: [commune(1)],
  villageHead: [commune(1)],
  communePolice: [commune(1)],
  committeeReader: [commune(1), commune(2)],
};

/** The offices whose own rows each role reads: imports, totals of the office. */
export const OFFICES: Readonly<Record<Role | 'nobody' | 'noOffice', readonly Id[]>> = {
  nobody: [],
  noOffice: [],
  administrator: [],
  officeDirector: [office(1)],
  creditOfficer: [office(1)],
  communeChair: [office(1)],
  associationHead: [],
  groupLeader: [],
  villageHead: [],
  communePolice: [],
  committeeReader: [office(1)],
};
