import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { type Role, roleTitle } from '../../../kernel/role.ts';

/** What an office held can be of. */
export type PlaceField =
  | 'officeId'
  | 'communeId'
  | 'branchCode'
  | 'associationCode'
  | 'villageCode'
  | 'groupCode';

/** The places of an assignment; null where the role needs none. */
export type Places = {
  readonly officeId: Id | null;
  readonly communeId: Id | null;
  readonly branchCode: string | null;
  readonly associationCode: string | null;
  readonly villageCode: string | null;
  readonly groupCode: string | null;
};

/** An office held, from its first day to its last (both counted) [ID12]. */
export type Assignment = Places & {
  readonly id: Id;
  readonly role: Role;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
  readonly decidedBy: string | null;
};

/** No place at all. */
export const NO_PLACES: Places = {
  officeId: null,
  communeId: null,
  branchCode: null,
  associationCode: null,
  villageCode: null,
  groupCode: null,
};

/** What each role must be of [ID13]; of several alternatives the first that is filled holds. */
export const PLACES_OF_ROLE: Readonly<Record<Role, readonly (readonly PlaceField[])[]>> = {
  administrator: [[]],
  officeDirector: [['officeId']],
  creditOfficer: [['officeId']],
  communeChair: [['communeId']],
  associationHead: [['communeId', 'associationCode']],
  groupLeader: [['communeId', 'groupCode']],
  villageHead: [['communeId', 'villageCode']],
  communePolice: [['communeId']],
  committeeReader: [['branchCode'], ['officeId'], ['communeId']],
};

/** Keeps the places the role needs and drops the others; answers the first missing field when none fits [ID13]. */
export function placesFor(role: Role, given: Places): Places | { readonly missing: PlaceField } {
  const alternatives = PLACES_OF_ROLE[role];
  const fitting = alternatives.find((fields) => fields.every((field) => given[field] !== null));
  if (fitting) {
    const kept = fitting.map((field) => [field, given[field]]);
    return { ...NO_PLACES, ...Object.fromEntries(kept) };
  }
  const [fields] = alternatives;
  return { missing: fields?.find((field) => given[field] === null) ?? 'officeId' };
}

/** Vietnamese names of the places, for refusals and forms. */
export const PLACE_TITLES: Readonly<Record<PlaceField, string>> = {
  officeId: 'phòng giao dịch',
  communeId: 'xã',
  branchCode: 'mã chi nhánh',
  associationCode: 'hội đoàn thể',
  villageCode: 'thôn, khu phố',
  groupCode: 'tổ TK&VV',
};

/** True on every day from the first to the last, both counted [ID12]. */
export function isCurrent(
  assignment: Pick<Assignment, 'validFrom' | 'validTo'>,
  today: BusinessDate,
): boolean {
  return assignment.validFrom <= today && (assignment.validTo === null || assignment.validTo >= today);
}

/** Roles that sign in with a second factor [ID9]: they see many people's debts, or decide who does. */
const SECOND_FACTOR_ROLES: readonly Role[] = [
  'communeChair',
  'officeDirector',
  'creditOfficer',
  'administrator',
];

/** A reader of a branch is the bank's; a committee's reader sees less and need not have one [ID9]. */
function needsSecondFactor({ role, branchCode }: Assignment): boolean {
  return SECOND_FACTOR_ROLES.includes(role) || (role === 'committeeReader' && branchCode !== null);
}

/** Which of these offices makes the second factor a duty; undefined when none does. */
export function officeNeedingSecondFactor(
  assignments: readonly Assignment[],
  today: BusinessDate,
): Assignment | undefined {
  return assignments.find((held) => isCurrent(held, today) && needsSecondFactor(held));
}

/** The associations that mass organisations work through, by the bank's code. */
export const ASSOCIATION_NAMES: Readonly<Record<string, string>> = {
  '11': 'Hội Nông dân',
  '12': 'Hội Liên hiệp Phụ nữ',
  '13': 'Hội Cựu chiến binh',
  '14': 'Đoàn Thanh niên',
};

/** What the bank's files hold in the place of an association where a loan has none. */
const DIRECT_LENDING = '99';

/** The same with lending without an association, last: every code that figures are told apart by. */
export const LENDING_CHANNELS: Readonly<Record<string, string>> = {
  ...ASSOCIATION_NAMES,
  [DIRECT_LENDING]: 'Vay trực tiếp',
};

/** Names of places by id (offices, communes) or bank code (villages). */
export type PlaceNames = ReadonlyMap<string, string>;

/** The keys by which {@link PlaceNames} are asked for offices held. */
export function placeKeys(held: readonly Places[]): string[] {
  const keys = held.flatMap(({ officeId, communeId, villageCode }) => [officeId, communeId, villageCode]);
  return [...new Set(keys)].filter((key) => key !== null);
}

/** The title of an office held, by the kind of its commune and village [GV190]: `Công an phường`, `Trưởng khu phố`. */
export function assignmentTitle(
  { role, communeId, villageCode }: Places & { readonly role: Role },
  names: PlaceNames,
): string {
  return roleTitle(role, {
    communeName: names.get(communeId ?? '') ?? '',
    villageName: names.get(villageCode ?? '') ?? '',
  });
}

/** What an office held is of, as one line: `Xã Krông Ana · Hội Nông dân`. Empty for the administrator. */
export function placeText(places: Places, names: PlaceNames): string {
  const named = (key: string | null) => (key === null ? null : (names.get(key) ?? key));
  const { associationCode, branchCode, groupCode } = places;
  const parts = [
    branchCode === null ? null : `Chi nhánh ${branchCode}`,
    named(places.officeId),
    named(places.communeId),
    associationCode === null ? null : (ASSOCIATION_NAMES[associationCode] ?? associationCode),
    named(places.villageCode),
    groupCode === null ? null : `Tổ ${groupCode}`,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** Offices that one person holds at a time: a second holder is asked about [ID27]. The others are held by several. */
const SINGLE_ROLES: readonly Role[] = [
  'officeDirector',
  'communeChair',
  'associationHead',
  'villageHead',
  'groupLeader',
];

/** Whether an office is one that one person holds at a time. */
export function isHeldByOne(role: Role): boolean {
  return SINGLE_ROLES.includes(role);
}

/** True when both are one office at one place, and held on a day in common: nobody holds an office twice [ID26]. */
export function isSameOffice(a: Omit<Assignment, 'id'>, b: Omit<Assignment, 'id'>): boolean {
  const isSamePlace = (Object.keys(NO_PLACES) as (keyof Places)[]).every((place) => a[place] === b[place]);
  const endsBefore = (one: typeof a, other: typeof a) =>
    one.validTo !== null && one.validTo < other.validFrom;
  return a.role === b.role && isSamePlace && !endsBefore(a, b) && !endsBefore(b, a);
}
