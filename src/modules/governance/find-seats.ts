import type { Id } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { listGroups } from '../groups/index.ts';
import { ASSOCIATION_NAMES, officeHolders } from '../identity/index.ts';
import { selectAreas } from '../registry/index.ts';
import type { SeatKey, SeatShown } from './domain/seat.ts';
import { seatLabel, seatsNamed, seatsOf } from './domain/seats.ts';

/** The groups of a commune as the group module shows them. */
export type CommuneGroup = Awaited<ReturnType<typeof listGroups>>['groups'][number];

/** What a commune is made of for its briefings. */
export type CommuneOffices = {
  readonly seats: readonly SeatShown[];
  readonly groups: readonly CommuneGroup[];
  readonly villages: readonly { readonly villageCode: string; readonly name: string }[];
};

/** The offices of a commune today, with the groups and villages they are of [GV12]. */
export async function findOffices(context: HandlerContext, communeId: Id): Promise<CommuneOffices> {
  const { tx, clock } = context;
  const on = clock.today();
  const holders = await officeHolders(context, { communeId, on });
  const { groups } = await listGroups({ communeId }, context);
  const areas = await selectAreas(tx, { communeIds: [communeId], on });
  const villages = areas
    .filter(({ kind }) => kind === 'village')
    .map(({ bankCode, name }) => ({ villageCode: bankCode, name }));
  return {
    seats: seatsOf({ holders, groups, villages, associationNames: ASSOCIATION_NAMES }),
    groups,
    villages,
  };
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
  if (owners.every(({ seat }) => seat === null)) return null;
  const { seats } = await findOffices(context, communeId);
  for (const owner of owners) {
    const refused = judgeAgainst(seats, owner);
    if (refused) return refused;
  }
  return null;
}

function judgeAgainst(
  seats: readonly SeatShown[],
  { seat, name }: OwnerToJudge,
): Refusal<'seatUnknown' | 'ownerLeft'> | null {
  if (seat === null) return null;
  const holders = seatsNamed(seats, seat);
  const [first] = holders;
  if (!first) return refuse('seatUnknown');
  if (holders.some((holder) => seatLabel(holder) === name)) return null;
  const holder = first.holderName ?? 'chưa có người giữ';
  return refuse('ownerLeft', { name: name ?? 'Người được chọn', title: first.title, holder });
}
