import { day } from '../../src/kernel/dates.ts';
import type { Id } from '../../src/kernel/ids.ts';
import type { Role } from '../../src/kernel/role.ts';
import { type Assignment, NO_PLACES } from '../../src/modules/identity/domain/assignment.ts';

/** A group with one household in it, somewhere; everything in it carries its number. */
export type Place = {
  readonly name: 'own' | 'otherGroup' | 'otherVillage' | 'otherCommune' | 'otherOffice' | 'otherBranch';
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

/** A public holiday that a person entered. */
export const ENTERED_HOLIDAY = '00000000-0000-8000-8042-0000000000ff' as Id;

/** The kinds of ids in the seeded world. */
export const KIND = {
  village: 3,
  batch: 4,
  person: 5,
  household: 6,
  group: 7,
  contact: 8,
  personEntry: 9,
  groupEntry: 10,
  point: 11,
  notice: 12,
  feed: 13,
  job: 14,
  user: 15,
  assignment: 16,
  session: 17,
  openBatch: 18,
  file: 19,
  waitingBatch: 20,
  coming: 21,
} as const;

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

/** The seeded world: two branches, three offices, four communes, five villages, six groups. */
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
  place('otherBranch', 6, {
    officeId: office(3),
    communeId: commune(4),
    villageCode: '54030101',
    associationCode: '11',
  }),
];

/** Another group with a household in it, beside the place's own. */
export function besides({ number, ...where }: Place): Place {
  const other = number + PLACES.length;
  return { ...where, number: other, groupCode: String(2_600_000 + other).padStart(7, '0') };
}

/** The branch of each office, by its number: the first branch has two. */
export const BRANCH_OF_OFFICE: Readonly<Record<number, string>> = { 1: '01', 2: '01', 3: '02' };

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

/** An office held in the test: one of every role, and the other places a reader can be of. */
export type Seat = Role | 'readerOfBranch' | 'readerOfCommune';

/** The office each seat is. */
export const ASSIGNMENTS: Readonly<Record<Seat, Omit<Assignment, 'id'>>> = {
  administrator: held('administrator', {}),
  officeDirector: held('officeDirector', { officeId }),
  creditOfficer: held('creditOfficer', { officeId }),
  communeChair: held('communeChair', { communeId }),
  associationHead: held('associationHead', { communeId, associationCode }),
  groupLeader: held('groupLeader', { communeId, groupCode }),
  villageHead: held('villageHead', { communeId, villageCode }),
  communePolice: held('communePolice', { communeId }),
  committeeReader: held('committeeReader', { officeId }),
  readerOfBranch: held('committeeReader', { branchCode: '01' }),
  readerOfCommune: held('committeeReader', { communeId }),
};

/** The numbers of the places each role may see people and loans of: written down, not computed from the code under test. */
export const VISIBLE: Readonly<Record<Seat | 'nobody' | 'noOffice', readonly number[]>> = {
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
  readerOfBranch: [1, 2, 3, 4, 5],
  readerOfCommune: [1, 2, 3],
};

/** The communes of each role, whatever part of them it sees. */
export const COMMUNES: Readonly<Record<Seat | 'nobody' | 'noOffice', readonly Id[]>> = {
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
  readerOfBranch: [commune(1), commune(2), commune(3)],
  readerOfCommune: [commune(1)],
};

/** The offices whose own rows each role reads: imports, totals of the office. */
export const OFFICES: Readonly<Record<Seat | 'nobody' | 'noOffice', readonly Id[]>> = {
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
  readerOfBranch: [office(1), office(2)],
  readerOfCommune: [office(1)],
};
