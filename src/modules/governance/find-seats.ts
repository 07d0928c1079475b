import { type BusinessDate, formatDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Outcome, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { transactionMemory } from '../../platform/db/transaction-memory.ts';
import { type GroupBoard, groupBoards } from '../groups/index.ts';
import { ASSOCIATION_NAMES, officeHolders } from '../identity/index.ts';
import { areaNames, selectAreas } from '../registry/index.ts';
import { boardsOfCommune } from './boards-of-commune.ts';
import { parseSeat, type SeatKey, type SeatRole, type SeatShown } from './domain/seat.ts';
import { isGivenTo, isHeldBy, isVacantAs, NOBODY, seatsNamed, seatsOf } from './domain/seats.ts';

/** A village that has a head. */
type Village = { readonly villageCode: string; readonly name: string };

/** A commune as it was on a day. */
export type CommuneOn = { readonly communeId: Id; readonly on: BusinessDate };

/** What a commune is made of for its briefings. */
export type CommuneOffices = {
  readonly communeName: string;
  readonly seats: readonly SeatShown[];
  readonly groups: readonly GroupBoard[];
  readonly villages: readonly Village[];
};

/** The offices of a commune today, or as they were held on a day, with the groups and villages they are of [GV12]. */
export async function findOffices(
  context: HandlerContext,
  communeId: Id,
  on: BusinessDate = context.clock.today(),
): Promise<CommuneOffices> {
  const { tx, caller } = context;
  const holders = await officeHolders(context, { communeId, on });
  const groups = caller.scope.communeIds.includes(communeId) ? await groupBoards(tx, communeId) : [];
  const villages = await villagesOf(context, { communeId, on });
  const communeName = await communeNameOf(context, { communeId, on });
  return {
    communeName,
    seats: seatsOf({ holders, groups, villages, associationNames: ASSOCIATION_NAMES, communeName }),
    groups,
    villages,
  };
}

/** Roles whose offices are known from the groups: a leader leads one, an association has some. */
const ROLES_OF_GROUPS: readonly (SeatRole | undefined)[] = ['groupLeader', 'associationHead'];

/** Offices of a commune today under some keys: reads only what those keys are of, where {@link findOffices} reads all. */
export async function findSeats(
  context: HandlerContext,
  communeId: Id,
  keys: readonly SeatKey[],
): Promise<SeatShown[]> {
  return findSeatsOn(context, { communeId, on: context.clock.today() }, keys);
}

/** The same as they were held on a day; who leads a group is known of today alone. */
export async function findSeatsOn(
  context: HandlerContext,
  at: CommuneOn,
  keys: readonly SeatKey[],
): Promise<SeatShown[]> {
  if (keys.length === 0) return [];
  const { communeId } = at;
  const { caller } = context;
  const roles = keys.map((key) => parseSeat(key)?.role);
  const isOfGroups = roles.some((role) => ROLES_OF_GROUPS.includes(role));
  const holders = await officeHolders(context, at);
  const mayRead = caller.scope.communeIds.includes(communeId);
  const groups = isOfGroups && mayRead ? await boardsOfCommune(context, communeId) : [];
  const villages = roles.includes('villageHead') ? await villagesOf(context, at) : [];
  const communeName = await communeNameOf(context, at);
  const seats = seatsOf({ holders, groups, villages, associationNames: ASSOCIATION_NAMES, communeName });
  return seats.filter(({ seat }) => keys.includes(seat));
}

const namesKept = transactionMemory<string>();

/** As the commune is called on a day: its offices go by its kind [GV190]. */
function communeNameOf({ tx }: HandlerContext, { communeId, on }: CommuneOn): Promise<string> {
  return namesKept(tx, `${communeId} ${on}`, async () => {
    const names = await areaNames(tx, [communeId], on);
    return names.get(communeId) ?? '';
  });
}

const villagesKept = transactionMemory<Village[]>();

function villagesOf({ tx }: HandlerContext, { communeId, on }: CommuneOn): Promise<Village[]> {
  return villagesKept(tx, `${communeId} ${on}`, async () => {
    const areas = await selectAreas(tx, { communeIds: [communeId], on });
    return areas
      .filter(({ kind }) => kind === 'village')
      .map(({ bankCode, name }) => ({ villageCode: bankCode, name }));
  });
}

/** Who is to do something: a seat with the name of its holder, or a body by its name alone. */
export type OwnerToJudge = { readonly seat: SeatKey | null; readonly name: string | null };

/**
 * Checks who is to do something: the seat must be one of the commune's, and the name that of whoever holds it today. A
 * body without a seat is taken by its name.
 */
export async function judgeOwner(
  context: HandlerContext,
  { communeId, ...owner }: OwnerToJudge & { readonly communeId: Id },
): Promise<Refusal<'seatUnknown' | 'ownerLeft'> | null> {
  return judgeOwners(context, communeId, [owner]);
}

/** Checks several as {@link judgeOwner} does one, with one look at the commune; tells the first that does not fit. */
export async function judgeOwners(
  context: HandlerContext,
  communeId: Id,
  owners: readonly OwnerToJudge[],
): Promise<Refusal<'seatUnknown' | 'ownerLeft'> | null> {
  const keys = owners.flatMap(({ seat }) => (seat === null ? [] : [seat]));
  const seats = await findSeats(context, communeId, keys);
  for (const owner of owners) {
    const refused = judgeAgainst(seats, owner);
    if (refused) return refused;
  }
  return null;
}

/**
 * Checks that somebody holds the office under which they are put on a list [GV154], or held it on the day of one that is over [GV260], and
 * says whether it is vacant: such a one is put there by its title.
 */
export async function judgeHolder(
  context: HandlerContext,
  { seat, fullName, ...at }: CommuneOn & { readonly seat: SeatKey; readonly fullName: string },
): Promise<Outcome<{ readonly isVacant: boolean }, 'seatUnknown' | 'seatNotHeld'>> {
  const holders = await findSeatsOn(context, at, [seat]);
  const [first] = holders;
  if (!first) return refuse('seatUnknown');
  if (isHeldBy(holders, fullName)) return { isVacant: false };
  if (isVacantAs(holders, fullName)) return { isVacant: true };
  const names = holders.flatMap(({ holderName }) => holderName ?? []);
  return refuse('seatNotHeld', {
    name: fullName,
    title: first.title,
    holder: names.length === 0 ? NOBODY : names.join('; '),
    on: at.on < context.clock.today() ? `ngày ${formatDate(at.on)}` : 'hiện nay',
  });
}

function judgeAgainst(
  seats: readonly SeatShown[],
  { seat, name }: OwnerToJudge,
): Refusal<'seatUnknown' | 'ownerLeft'> | null {
  if (seat === null) return null;
  const holders = seatsNamed(seats, seat);
  const [first] = holders;
  if (!first) return refuse('seatUnknown');
  if (name !== null && isGivenTo(name, holders)) return null;
  const holder = first.holderName ?? NOBODY;
  return refuse('ownerLeft', { name: name ?? 'Người được chọn', title: first.title, holder });
}
