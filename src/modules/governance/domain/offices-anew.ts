import { isSameName } from '../../../kernel/text.ts';
import { isThere, type Presence } from './attendance.ts';
import { RENEWED_TODAY, type RenewedWords } from './renewed-words.ts';
import type { SeatKey, SeatShown } from './seat.ts';
import { holderSince, isHeldBy, NOBODY, seatsNamed } from './seats.ts';

type Listed = {
  readonly seat: SeatKey | null;
  readonly fullName: string;
  readonly isVacant: boolean;
  readonly presence: Presence;
  /** What stands beside it; missing where nothing can. */
  readonly note?: string | null;
  /** Who said something of the person's presence; null while nobody did. */
  readonly toldByName: string | null;
};

/** A row of the list as it stands once it is of whoever holds the office. */
export type Renewed<One> = {
  readonly attendee: One;
  readonly fullName: string;
  readonly isVacant: boolean;
  readonly presence: Presence;
  /** In whose place it is now, or that its person has left; null where nobody held the office before. */
  readonly note: string | null;
  /** Null: nobody holds it. */
  readonly holderName: string | null;
  /** It stays that of who left: all who hold the office, or the office that nobody holds, have rows of their own [GV200] [GV211]. */
  readonly isLeft?: true;
};

/**
 * The rows of a list of attendance that name somebody who holds the office no more [GV136]: each goes to its holder, of several to one whom
 * no other row names [GV200]; where there is none, to the office, which stands there once and of which then nobody is there [GV211]. Where
 * all who hold it have rows of their own it stays that of who left, who is not there as that any more. Of whom something was said is left
 * as it was said: a person has looked; but who was said to come and has left the office since is not there as that either [GV184].
 *
 * @param words how a row says that it is another's
 */
export function officesAnew<One extends Listed>(
  attendees: readonly One[],
  seats: readonly SeatShown[],
  words: RenewedWords = RENEWED_TODAY,
): Renewed<One>[] {
  const named = attendees.map(({ seat, fullName }) => ({ seat, fullName }));
  const vacant = new Set(
    attendees.flatMap(({ seat, isVacant }) => (isVacant && seat !== null ? [seat] : [])),
  );
  const isFree = ({ seat, holderName }: SeatShown) =>
    !named.some((one) => one.seat === seat && isSameName(one.fullName, holderName ?? ''));
  // An office's own row is its new holder's before that of somebody who left.
  const inTurn = attendees.toSorted((a, b) => Number(b.isVacant) - Number(a.isVacant));
  return inTurn.flatMap((attendee): Renewed<One>[] => {
    const { seat, fullName, isVacant, toldByName } = attendee;
    if (seat === null) return [];
    const holders = seatsNamed(seats, seat);
    const [first] = holders;
    if (!first) return [];
    if (isVacant ? first.holderName === null : isHeldBy(holders, fullName)) return [];
    if (toldByName !== null)
      return isComingThemselves(attendee)
        ? [withoutPlace(attendee, first.holderName === null ? [] : holders, words)]
        : [];
    if (first.holderName === null) {
      if (vacant.has(seat)) return [withoutPlace(attendee, [], words)];
      vacant.add(seat);
      return [toOffice(attendee, first, words)];
    }
    const holderName = holders.find(isFree)?.holderName ?? null;
    if (holderName === null) return isVacant ? [] : [withoutPlace(attendee, holders, words)];
    named.push({ seat, fullName: holderName });
    const note = isVacant ? null : words.handedOn(attendee);
    return [{ attendee, fullName: holderName, isVacant: false, presence: 'present', note, holderName }];
  });
}

/** Whether a row says that its own person comes, in time or late; a deputy comes whoever holds the office. */
export function isComingThemselves(row: Pick<Listed, 'presence' | 'isVacant'>): boolean {
  return row.presence !== 'deputy' && isThere(row);
}

/**
 * Of an office that nobody holds nothing was said: nobody of it is there by that alone [GV172], as of one that was vacant before. That it is
 * vacant the row says anyway.
 */
function toOffice<One extends Listed>(
  attendee: One,
  { title }: SeatShown,
  words: RenewedWords,
): Renewed<One> {
  const note = words.vacated(attendee);
  return { attendee, fullName: title, isVacant: true, presence: 'present', note, holderName: null };
}

/**
 * Of who left an office whose holders all stand on the list already, or, where nobody holds it, the office. What a person noted of them
 * stays before why they are not there [GV259].
 */
function withoutPlace<One extends Listed>(
  attendee: One,
  holders: readonly SeatShown[],
  { left }: RenewedWords,
): Renewed<One> {
  const holderName = holders.length === 0 ? null : holders.flatMap((one) => one.holderName ?? []).join('; ');
  const as = { fullName: attendee.fullName, isVacant: false, presence: 'absent' } as const;
  const noted = attendee.toldByName === null ? null : (attendee.note ?? null);
  const note = noted === null ? left : `${noted}; ${inSentence(left)}`;
  return { attendee, ...as, note, holderName, isLeft: true };
}

/** Somebody on the list of a meeting that is being prepared; see {@link listedNow}. */
export type ListedNow<One> = One & {
  /**
   * Of somebody who was invited, told of ahead, or is at the meeting, and has left the office since, or of an office that stands there as
   * vacant and was given to somebody: who holds it now, in words.
   */
  readonly leftOffice: string | null;
  /** Its row goes to whoever holds the office when the meeting begins, so that somebody of it is expected all the same. */
  readonly isHandedOn?: true;
};

/** The offices of a list as they are held on the day by which it goes. */
export type OfficesOnDay = {
  readonly seats: readonly SeatShown[];
  /** Of a day that is over [GV260]; of today where it is missing. */
  readonly words?: RenewedWords;
};

/**
 * The list of a meeting that is being prepared as its offices are held today [GV143], or were on its day where that is over [GV260]: a row
 * whose holder has changed is the new one's, as long as nobody was invited under it and nothing was said of it [GV210]; after that, or where
 * no holder is without a row, it stays, and says that the person has left. From a vacant office nobody has left.
 *
 * @param of.held the rows that an invitation holds for whoever it was made out to [GV162]
 */
export function listedNow<One extends Listed & { readonly id: string }>(
  attendees: readonly One[],
  { seats, words, held }: OfficesOnDay & { readonly held: ReadonlySet<string> },
): ListedNow<One>[] {
  const renewals = new Map(officesAnew(attendees, seats, words).map((one) => [one.attendee.id, one]));
  const leftWords = words === undefined ? SINCE : ON_DAY;
  return attendees.map((attendee) => {
    const renewed = renewals.get(attendee.id);
    if (renewed === undefined) return { ...attendee, leftOffice: leftSince(attendee, seats, leftWords) };
    const { fullName, isVacant, note, holderName, isLeft } = renewed;
    if (isLeft !== true && (attendee.isVacant || !held.has(attendee.id)))
      return { ...attendee, fullName, isVacant, note, leftOffice: null };
    const leftOffice = leftWords.left(holderName);
    return isLeft === true || holderName === null
      ? { ...attendee, leftOffice }
      : { ...attendee, leftOffice, isHandedOn: true };
  });
}

/**
 * The list of a meeting that people are holding: it names who was there when it began, and says of whoever has left the office since who
 * holds it now [GV201]; also of whom something was said.
 */
export function listedWhileHeld<One extends Listed>(
  attendees: readonly One[],
  seats: readonly SeatShown[],
): ListedNow<One>[] {
  return attendees.map((attendee) => ({ ...attendee, leftOffice: leftSince(attendee, seats) }));
}

/** The list of a meeting that is written down on a later day, with who held the offices on the day on which people met [GV178]. */
export function listedAfterwards<One extends Listed>(
  attendees: readonly One[],
  seatsThen: readonly SeatShown[],
): ListedNow<One>[] {
  return attendees.map((attendee) => ({ ...attendee, leftOffice: leftSince(attendee, seatsThen, ON_DAY) }));
}

/**
 * Who may be said to have come to a meeting instead of whom a row names [GV177]: the holders of its office, where it is another's or was
 * vacant, who have no place of it on the list.
 */
export function holdersToCome(
  attendee: Listed,
  { attendees, seats }: { readonly attendees: readonly Listed[]; readonly seats: readonly SeatShown[] },
): string[] {
  const { seat } = attendee;
  if (seat === null || leftSince(attendee, seats) === null) return [];
  const places = attendees.filter((one) => one.seat === seat);
  const names = seatsNamed(seats, seat).flatMap(({ holderName }) => holderName ?? []);
  return names.filter((name) => !places.some(({ fullName }) => isSameName(fullName, name)));
}

/** How it is told who holds an office that a row is no longer, or was not, of. */
type LeftWords = {
  /** Of somebody who has left; null: nobody holds it. */
  readonly left: (holderName: string | null) => string;
  readonly wasVacant: (holderNames: string) => string;
};

const SINCE: LeftWords = {
  left: (holderName) => `Đã thôi giữ chức vụ, ${holderName === null ? NOBODY : `nay: ${holderName}`}`,
  wasVacant: (holderNames) => `Nay: ${holderNames}`,
};

const ON_DAY: LeftWords = {
  left: (holderName) =>
    `Ngày họp không giữ chức vụ, ${holderName === null ? NOBODY : `người giữ: ${holderName}`}`,
  wasVacant: (holderNames) => `Ngày họp do ${holderNames} giữ`,
};

/** Who holds the office of a row, in words; null where it is still that of whom the row names. */
function leftSince(
  { seat, fullName, isVacant }: Listed,
  seats: readonly SeatShown[],
  words = SINCE,
): string | null {
  const holders = seat === null ? [] : seatsNamed(seats, seat);
  if (holders.length === 0) return null;
  if (!isVacant) return isHeldBy(holders, fullName) ? null : words.left(holderSince(fullName, holders));
  const names = holders.flatMap(({ holderName }) => holderName ?? []);
  return names.length === 0 ? null : words.wasVacant(names.join('; '));
}

/**
 * The list of a meeting that is prepared as it is counted: who has left the office since they were said to come [GV184], or were invited,
 * will not be there as that when it begins; somebody of the office only where its row is then another's [GV261].
 */
export function expectedNow<One extends Pick<Listed, 'presence' | 'isVacant'>>(
  listed: readonly ListedNow<One>[],
): ListedNow<One>[] {
  return listed.map((one) =>
    one.leftOffice !== null && one.isHandedOn !== true && isComingThemselves(one)
      ? { ...one, presence: 'absent' }
      : one,
  );
}

/** Words of a row's office as they stand within a sentence: `nay: Lê Thị Hoa`. */
export function inSentence(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}
