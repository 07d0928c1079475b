import type { Part } from './attendance.ts';
import { parseSeat, type Seat, type SeatKey, type SeatRole, type SeatShown } from './seat.ts';

/** Whom a briefing asks, before anybody has come. */
export type Asked = {
  readonly part: Part;
  readonly seat: SeatKey;
  readonly fullName: string;
  readonly isVacant: boolean;
  readonly capacity: string;
};

/** What decides who is asked. */
export type AskedFrom = {
  readonly seats: readonly SeatShown[];
  readonly groups: readonly {
    readonly groupCode: string;
    readonly villageName: string | null;
    readonly associationCode: string;
    readonly pointCode: string | null;
  }[];
};

/**
 * Whom the briefing of a point asks [GV4]: the leader of the session team, who is the officer of the area unless the
 * director decides otherwise; the heads of the associations that have groups at the point; their group leaders; besides,
 * the chair, the village heads and the police. A group that names no point belongs to every point.
 */
export function attendeesToAsk(
  { seats, groups }: AskedFrom,
  point: { readonly pointCode: string; readonly villageCodes: readonly string[] },
): Asked[] {
  const here = groups.filter(({ pointCode }) => pointCode === null || pointCode === point.pointCode);
  const groupNamed = (code: string | null) => here.find(({ groupCode }) => groupCode === code);
  const isAskedHere = ({ role, code }: Seat) => {
    if (role === 'associationHead') return here.some(({ associationCode }) => associationCode === code);
    if (role === 'villageHead') return code !== null && point.villageCodes.includes(code);
    return role !== 'groupLeader' || groupNamed(code) !== undefined;
  };
  const asked = seats.flatMap(({ seat: key, title, holderName }) => {
    const seat = parseSeat(key);
    const part = seat && PART_OF[seat.role];
    if (!seat || !part || !isAskedHere(seat)) return [];
    const village = groupNamed(seat.code)?.villageName ?? null;
    const capacity = part === 'groupLeader' && village !== null ? `${title}, ${village}` : title;
    return [{ part, seat: key, fullName: holderName ?? title, isVacant: holderName === null, capacity }];
  });
  return inOrderOfCall(oneTeamLeader(asked));
}

/** In what part each office is asked; the director comes when added. */
export const PART_OF: Readonly<Record<SeatRole, Part | null>> = {
  officeDirector: null,
  creditOfficer: 'teamLeader',
  communeChair: 'communeChair',
  associationHead: 'associationHead',
  groupLeader: 'groupLeader',
  villageHead: 'villageHead',
  communePolice: 'communePolice',
};

/** One officer leads the team; others of the office come when they are added. */
function oneTeamLeader(asked: readonly Asked[]): Asked[] {
  const [leader] = asked.filter(({ part }) => part === 'teamLeader');
  return asked.filter((one) => one.part !== 'teamLeader' || one === leader);
}

const ORDER: readonly Part[] = [
  'teamLeader',
  'communeChair',
  'associationHead',
  'groupLeader',
  'villageHead',
  'communePolice',
  'other',
];

function inOrderOfCall(asked: readonly Asked[]): Asked[] {
  return ORDER.flatMap((part) => asked.filter((one) => one.part === part));
}
