import type { Id } from '../../../kernel/ids.ts';
import type { Role } from '../../../kernel/role.ts';
import { isSameName } from '../../../kernel/text.ts';
import { type ChairPart, chairAsked, chairWhoAsked } from './attendance.ts';
import { type SeatKey, seatHeld } from './seat.ts';

/** Somebody who signs in, and an office that they hold. */
type Held = {
  readonly userId: Id;
  readonly fullName: string;
  readonly role: Role;
  readonly associationCode: string | null;
  readonly villageCode: string | null;
  readonly groupCode: string | null;
};

/** Whoever stands at a place of a list, with every office that they hold in the commune. */
export type Person = { readonly key: Id; readonly seats: readonly SeatKey[] };

/** By place, who stands there; a place that is left out is of nobody who is known to stand at another too. */
export type Persons = ReadonlyMap<Id, Person>;

/**
 * Who holds an office under a name [GV219]: the one account to which that office was given. Two of one name in one office are not told
 * apart, and a name alone makes nobody the same person: then undefined.
 */
export function personIn(
  held: readonly Held[],
  { seat, fullName }: { readonly seat: SeatKey | null; readonly fullName: string },
): Person | undefined {
  if (seat === null) return undefined;
  const named = held.filter((one) => seatHeld(one) === seat && isSameName(one.fullName, fullName));
  const [first] = named;
  if (!first || named.some(({ userId }) => userId !== first.userId)) return undefined;
  const own = held.filter(({ userId }) => userId === first.userId);
  return { key: first.userId, seats: [...new Set(own.flatMap((one) => seatHeld(one) ?? []))] };
}

/** A place of a list, and who holds its office since, where its person has left it. */
type Place = {
  readonly id: Id;
  readonly seat: SeatKey | null;
  readonly fullName: string;
  readonly isVacant: boolean;
  readonly leftOffice: string | null;
};

/** Who stands at the places of a list, as its offices are held. */
export function personsAt(listed: readonly Place[], held: readonly Held[]): Persons {
  const known = listed.flatMap((place) => {
    if (place.isVacant || place.leftOffice !== null) return [];
    const person = personIn(held, place);
    return person === undefined ? [] : [[place.id, person] as const];
  });
  return new Map(known);
}

/** Somebody asked to a meeting: their first place with what all of their places say of them, and these. */
export type Addressee<One> = One & {
  /** `Hội Liên hiệp Phụ nữ, Trưởng thôn Ngọc Lãng`. */
  readonly capacity: string;
  /** In the order of the list; of almost everybody one. */
  readonly places: readonly One[];
};

/** The people of a list, each once, in the order of their first places [GV219]. */
export function addresseesOf<One extends { readonly id: Id; readonly capacity: string }>(
  listed: readonly One[],
  persons: Persons,
): Addressee<One>[] {
  const keyOf = ({ id }: One) => persons.get(id)?.key;
  return listed.flatMap((one) => {
    const key = keyOf(one);
    const places = key === undefined ? [one] : listed.filter((other) => keyOf(other) === key);
    if (places[0] !== one) return [];
    return [{ ...one, capacity: [...new Set(places.map(({ capacity }) => capacity))].join(', '), places }];
  });
}

/** Somebody on a list that is prepared. */
type Listed = Parameters<typeof chairAsked>[0][number] & { readonly id: Id; readonly capacity: string };

/** What tells who asks the others to a meeting, and whom a letter has reached. */
export type Asking = {
  readonly chairPart: ChairPart;
  /** It goes on or is over: its letters are those that were made [GV270]. */
  readonly isHeld: boolean;
  /** The places under which a letter may have reached who stands there. */
  readonly reached: ReadonlySet<Id>;
};

/** The place of who asks the others: while a meeting is prepared of who is to chair, afterwards as its letters were made [GV270]. */
export function whoAsks<One extends Listed>(
  listed: readonly One[],
  { chairPart, isHeld, reached }: Asking,
): One | undefined {
  return isHeld
    ? chairWhoAsked(listed, chairPart, ({ id }) => reached.has(id))
    : chairAsked(listed, chairPart);
}

/**
 * Who gets an invitation, on screen and paper alike: who chairs asks the others, nobody is asked to a meeting by himself [GV64], whatever other
 * office they hold; but for whoever a letter has reached before [GV271].
 */
export function invitedOf<One extends Listed>(
  listed: readonly One[],
  persons: Persons,
  asking: Asking,
): Addressee<One>[] {
  const chair = whoAsks(listed, asking);
  return addresseesOf(listed, persons).filter(
    ({ places }) => !places.some((one) => one === chair) || places.some(({ id }) => asking.reached.has(id)),
  );
}

/** Of those who get an invitation who gets one that is made now: who has left the office is invited no more [GV162]. */
export function invitedNow<One extends Listed>(
  listed: readonly One[],
  persons: Persons,
  asking: Asking,
): Addressee<One>[] {
  return invitedOf(listed, persons, asking).filter(({ leftOffice }) => leftOffice === null);
}
