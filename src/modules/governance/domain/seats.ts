import { inCommune } from '../../../kernel/commune-words.ts';
import { ROLES, type Role } from '../../../kernel/role.ts';
import { isSameName } from '../../../kernel/text.ts';
import { parseSeat, type SeatKey, type SeatRole, type SeatShown, seatKey } from './seat.ts';
import { isSameVillageHead, villageHeadTitle } from './titles-of-place.ts';

/** What the seats of a commune are made from. */
export type SeatSources = {
  /** By its name of the day: offices are named after its kind [GV190]. */
  readonly communeName: string;
  readonly holders: readonly {
    readonly fullName: string;
    readonly role: Role;
    readonly associationCode: string | null;
    readonly villageCode: string | null;
    readonly groupCode: string | null;
  }[];
  readonly groups: readonly {
    readonly groupCode: string;
    readonly leaderName: string;
    readonly associationCode: string;
  }[];
  readonly villages: readonly { readonly villageCode: string; readonly name: string }[];
  /** Names of associations by the bank's code; groups of other codes borrow directly and have no head. */
  readonly associationNames: Readonly<Record<string, string>>;
};

/**
 * Every office of a commune and of the bank that can be given something to do, whether or not its holder has an account
 * [GV12]: a leader is known from the leaders' file, a village head's office stands with the village. An office that
 * several people hold is there once for each.
 */
export function seatsOf(sources: SeatSources): SeatShown[] {
  const { communeName, holders, groups, villages, associationNames } = sources;
  const associations = Object.keys(associationNames).filter(
    (code) =>
      groups.some(({ associationCode }) => associationCode === code) ||
      holders.some(({ associationCode }) => associationCode === code),
  );
  return [
    ...ownSeats(sources, 'creditOfficer'),
    ...ownSeats(sources, 'officeDirector'),
    ...ownSeats(sources, 'communeChair'),
    ...ownSeats(sources, 'communePolice'),
    ...associations.flatMap((code) =>
      seatsWith(sources, 'associationHead', { code, title: associationNames[code] ?? code }),
    ),
    ...villages.flatMap(({ villageCode, name }) =>
      seatsWith(sources, 'villageHead', { code: villageCode, title: villageHeadTitle(name, communeName) }),
    ),
    ...groups.map(({ groupCode, leaderName }) => ({
      seat: seatKey({ role: 'groupLeader', code: groupCode }),
      title: `Tổ trưởng tổ ${groupCode}`,
      holderName: leaderName,
    })),
  ];
}

/** How a seat is written beside a conclusion and on paper: `Trần Thị Hạnh, Hội Liên hiệp Phụ nữ`; its title while vacant. */
export function seatLabel({ holderName, title }: Pick<SeatShown, 'holderName' | 'title'>): string {
  return holderName === null ? title : `${holderName}, ${title}`;
}

/** The seats under one key: several where several people hold it. */
export function seatsNamed(seats: readonly SeatShown[], key: SeatKey): SeatShown[] {
  return seats.filter(({ seat }) => seat === key);
}

/** Whether somebody is named among the holders of an office. */
export function isHeldBy(holders: readonly SeatShown[], fullName: string): boolean {
  return holders.some(({ holderName }) => holderName !== null && isSameName(holderName, fullName));
}

/** Whether an office is vacant and called by its title. */
export function isVacantAs(holders: readonly SeatShown[], name: string): boolean {
  return holders.some((holder) => holder.holderName === null && isCalled(holder, name));
}

/** By its title, or by what it was called before titles followed the kind of the commune [GV190]. */
function isCalled({ seat, title }: Pick<SeatShown, 'seat' | 'title'>, name: string): boolean {
  const role = parseSeat(seat)?.role;
  if (role === 'villageHead' && isSameVillageHead(title, name)) return true;
  return isSameName(title, name) || (role !== undefined && isSameName(ROLES[role], name));
}

/**
 * Which holder of an office something was given to by name, or by name and title, or by its title while nobody holds it [GV161];
 * undefined where that is none of them.
 */
export function holderMeant(ownerName: string, holders: readonly SeatShown[]): SeatShown | undefined {
  // An office that goes by another title now has the same holder all the same.
  const [givenTo = ownerName] = ownerName.split(', ');
  return holders.find((holder) =>
    holder.holderName === null
      ? isCalled(holder, ownerName)
      : isSameName(holder.holderName, ownerName) || isSameName(holder.holderName, givenTo),
  );
}

/**
 * Whether something may be given to an office under a name: as {@link holderMeant}, but with no other title behind the holder's name than one
 * that the office is called by, since these words are kept and printed [GV213].
 */
export function isGivenTo(ownerName: string, holders: readonly SeatShown[]): boolean {
  const meant = holderMeant(ownerName, holders);
  if (meant === undefined) return false;
  const [, ...title] = ownerName.split(', ');
  return title.length === 0 || meant.holderName === null || isCalled(meant, title.join(', '));
}

/** Who holds an office that nobody does; minutes keep these words, and slips know such an office by them [GV209]. */
export const NOBODY = 'chưa có người giữ';

/** Whether nobody holds an office: it is vacant, or the commune has it no more [GV151]. */
export function isVacant(holders: readonly Pick<SeatShown, 'holderName'>[]): boolean {
  return holders.every(({ holderName }) => holderName === null);
}

/** As {@link holderSince}, of what a meeting gave: also that nobody holds the office any more, in words [GV209]. */
export function holderInMeeting(ownerName: string, holders: readonly SeatShown[]): string | null {
  return isVacant(holders) && !holderMeant(ownerName, holders) ? NOBODY : holderSince(ownerName, holders);
}

/** As {@link holderSince}, of a task: also that nobody holds its office, whoever it was given to, in words [GV241]. */
export function holderOfTask(ownerName: string, holders: readonly SeatShown[]): string | null {
  return isVacant(holders) ? NOBODY : holderSince(ownerName, holders);
}

/** Who holds an office today, where that is somebody else than whom something was given to by name, or by name and title [GV132]; else null. */
export function holderSince(ownerName: string, holders: readonly SeatShown[]): string | null {
  const names = holders.flatMap(({ holderName }) => (holderName === null ? [] : [holderName]));
  return names.length === 0 || holderMeant(ownerName, holders) ? null : names.join('; ');
}

/** How an office that a meeting gave something to is written with who holds it now [GV231]; null where there is no such office. */
export function labelInMeeting(ownerName: string, holders: readonly SeatShown[]): string | null {
  const [first] = holders;
  if (!first) return null;
  const meant = holderMeant(ownerName, holders);
  return seatLabel(meant ?? { title: first.title, holderName: holderSince(ownerName, holders) });
}

/** The same in a paper of a day on which these held it [GV274]: of an office that nobody held also that nobody did, as GV266 says it. */
export function labelOnDay(ownerName: string, holders: readonly SeatShown[]): string | null {
  const label = labelInMeeting(ownerName, holders);
  return label !== null && isVacant(holders) ? `${label}; ${NOBODY}` : label;
}

/**
 * An office as it is told of what is left of earlier meetings [GV263]: by its title always, with who holds it today, of several the one whom
 * all that was given to it was meant for [GV246], or that nobody does; one that the commune has no more (GV151) by the title in the words
 * that it was given something under last.
 *
 * @param ownerNames the names under which it was given something, the last at the end
 */
export function officeToday(ownerNames: readonly string[], holders: readonly SeatShown[]): string {
  const lastName = ownerNames.at(-1) ?? '';
  const [, ...titleParts] = lastName.split(', ');
  const title = holders[0]?.title ?? (titleParts.length === 0 ? lastName : titleParts.join(', '));
  if (isVacant(holders)) return `${title} (${NOBODY})`;
  const meant = new Set(ownerNames.map((name) => holderMeant(name, holders)?.holderName));
  const [only] = meant.size === 1 ? meant : [];
  const names = holders.flatMap(({ holderName }) => holderName ?? []);
  if (only || names.length === 1) return seatLabel({ title, holderName: only ?? names[0] ?? null });
  return `${title} (${names.join(', ')})`;
}

/** The seat of a role without a code: once for each holder, vacant where there is none. */
function ownSeats({ holders, communeName }: SeatSources, role: SeatRole): SeatShown[] {
  const names = holders.filter((holder) => holder.role === role).map(({ fullName }) => fullName);
  return shown(names, {
    seat: seatKey({ role, code: null }),
    title: inCommune(ROLES[role], communeName),
  });
}

function seatsWith(
  { holders }: SeatSources,
  role: 'associationHead' | 'villageHead',
  { code, title }: { readonly code: string; readonly title: string },
): SeatShown[] {
  const field = role === 'associationHead' ? 'associationCode' : 'villageCode';
  const names = holders
    .filter((holder) => holder.role === role && holder[field] === code)
    .map(({ fullName }) => fullName);
  return shown(names, { seat: seatKey({ role, code }), title });
}

function shown(names: readonly string[], office: Omit<SeatShown, 'holderName'>): SeatShown[] {
  const holders: readonly (string | null)[] = names.length === 0 ? [null] : names;
  return holders.map((holderName) => ({ ...office, holderName }));
}
