import type { Role } from '../../../kernel/role.ts';

/** The offices that take part in a briefing and can be given something to do. */
export const SEAT_ROLES = [
  'officeDirector',
  'creditOfficer',
  'communeChair',
  'associationHead',
  'groupLeader',
  'villageHead',
  'communePolice',
] as const satisfies readonly Role[];

/** One of {@link SEAT_ROLES}. */
export type SeatRole = (typeof SEAT_ROLES)[number];

/**
 * An office seen from a commune, whoever holds it: `communeChair`, `associationHead:12`, `groupLeader:0026000`,
 * `villageHead:54010101`. What is given to a seat follows the office when its holder changes [GV12].
 */
export type SeatKey = string;

/** A seat in its parts; `code` is that of the association, group or village, null where the role needs none. */
export type Seat = { readonly role: SeatRole; readonly code: string | null };

/** A seat as people choose it. */
export type SeatShown = {
  readonly seat: SeatKey;
  /** `Hội Nông dân`, `Tổ 0026000`, `Chủ tịch UBND xã`. */
  readonly title: string;
  /** Who holds it, as far as it is known; null while nobody is. */
  readonly holderName: string | null;
};

/** The bank's own offices: they work beside the commune's committee, not under it. */
const ROLES_OF_BANK: readonly SeatRole[] = ['officeDirector', 'creditOfficer'];

const SEAT_PATTERN = /^([a-zA-Z]+)(?::([0-9A-Za-z]{1,20}))?$/;
const ROLES_WITH_CODE: readonly SeatRole[] = ['associationHead', 'groupLeader', 'villageHead'];

/** The key of a seat. */
export function seatKey({ role, code }: Seat): SeatKey {
  return code === null ? role : `${role}:${code}`;
}

/** The seat of an office that somebody holds, by the code of what it is of; null for roles that have none. */
export function seatHeld({
  role,
  ...codes
}: {
  readonly role: Role | null;
  readonly associationCode?: string | null | undefined;
  readonly groupCode?: string | null | undefined;
  readonly villageCode?: string | null | undefined;
}): SeatKey | null {
  const seatRole = SEAT_ROLES.find((candidate) => candidate === role);
  if (!seatRole) return null;
  const codeOf: Partial<Record<SeatRole, string | null | undefined>> = {
    associationHead: codes.associationCode,
    groupLeader: codes.groupCode,
    villageHead: codes.villageCode,
  };
  return seatKey({ role: seatRole, code: codeOf[seatRole] ?? null });
}

/** Reads a key; undefined when it names no seat. */
export function parseSeat(key: SeatKey): Seat | undefined {
  const [, role, code = null] = SEAT_PATTERN.exec(key) ?? [];
  const known = SEAT_ROLES.find((candidate) => candidate === role);
  if (!known || ROLES_WITH_CODE.includes(known) !== (code !== null)) return undefined;
  return { role: known, code };
}

/** Whether a seat is one of the bank's; what names no seat is not. */
export function isSeatOfBank(key: SeatKey | null): boolean {
  const seat = key === null ? undefined : parseSeat(key);
  return seat !== undefined && ROLES_OF_BANK.includes(seat.role);
}
