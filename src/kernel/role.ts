import { inCommune, villageWord } from './commune-words.ts';

/**
 * The offices a person can hold [ID1]. A person may hold several, each with dates; a session acts under one.
 * The Vietnamese titles are the labels of the interface.
 */
export const ROLES = {
  administrator: 'Quản trị hệ thống',
  officeDirector: 'Giám đốc phòng giao dịch',
  creditOfficer: 'Cán bộ tín dụng',
  communeChair: 'Chủ tịch UBND xã',
  associationHead: 'Trưởng hội đoàn thể',
  groupLeader: 'Tổ trưởng Tổ TK&VV',
  villageHead: 'Trưởng thôn',
  communePolice: 'Công an xã',
  committeeReader: 'Ban đại diện HĐQT, chi nhánh',
} as const;

/** One of {@link ROLES}. */
export type Role = keyof typeof ROLES;

/** Where an office is held, by the names of the day; empty where it is of no commune or of no village. */
export type PlaceOfRole = { readonly communeName: string; readonly villageName: string };

/** The title of an office at a place, by the kind of its commune and of its village [GV190]: `Công an phường`, `Trưởng khu phố`. */
export function roleTitle(role: Role, { communeName, villageName }: PlaceOfRole): string {
  if (role === 'villageHead') return `Trưởng ${villageWord(communeName, [villageName])}`;
  return inCommune(ROLES[role], communeName);
}

/**
 * An office with what it is of, as one line: `Giám đốc phòng giao dịch, PGD Tuy Hòa`. A title that ends in the kind of a
 * commune takes the name of the commune, whatever its kind: `Chủ tịch UBND phường Phú Lâm`.
 *
 * @param place the commune, then what of it, as `Phường Phú Lâm · Khu phố 3`
 */
export function officeText(role: Role, place: string): string {
  const [communeName = '', villageName = ''] = place.split(' · ');
  const title = roleTitle(role, { communeName, villageName });
  if (place === '') return title;
  const [kind] = /^(Xã|Phường|Đặc khu)(?= )/u.exec(place) ?? [];
  if (kind === undefined || !ROLES[role].endsWith(' xã')) return `${title}, ${place}`;
  return `${title}${place.slice(kind.length)}`;
}

/**
 * How far a permission reaches from the office held:
 * `system` everything that is not a person's data; `office` all communes of the transaction office;
 * `commune` one commune; `association`, `village`, `group` that part of one commune.
 */
export type Reach = 'system' | 'office' | 'commune' | 'association' | 'village' | 'group';

/** A permission: its name and, for each role that has it, how far it reaches. A role not named has none. */
export type Permission = {
  readonly name: string;
  readonly reach: Readonly<Partial<Record<Role, Reach>>>;
};

/** Declares a permission. `anyone` permissions need no sign-in; `signedIn` ones no particular office. */
export function permission(name: string, reach: Permission['reach']): Permission {
  return { name, reach };
}
